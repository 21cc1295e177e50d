import { HISTORY_WRITTEN } from '@lienket/contracts';
import { defineJob, type Announcement } from '@lienket/platform';
import { CLAIM_GRANTED, CLAIM_REFUSED } from '@lienket/registry';
import { z } from 'zod';

export const EMAILS_WAIT = 'notices.emails-wait';
export const emailsWait: Announcement = { topic: EMAILS_WAIT, payload: {} };

const nothing = z.object({});

export const tellNews = defineJob({
  name: 'notices.tell-news',
  version: 1,
  payload: nothing,
  attemptsMax: 8,
  timeoutSeconds: 60,
  drains: [HISTORY_WRITTEN, CLAIM_GRANTED, CLAIM_REFUSED],
});

/** In the morning, so that the day is still there to do something in. */
export const tellDue = defineJob({
  name: 'notices.tell-due',
  version: 1,
  payload: nothing,
  attemptsMax: 5,
  timeoutSeconds: 600,
  schedule: '10 6 * * *',
});

/** At once when there is something, and each minute what a mail server did not take, or a process that died had in hand. */
export const sendEmails = defineJob({
  name: 'notices.send-emails',
  version: 1,
  payload: nothing,
  attemptsMax: 5,
  timeoutSeconds: 300,
  drains: [EMAILS_WAIT],
  schedule: '* * * * *',
});
