import { HISTORY_WRITTEN } from '@lienket/contracts';
import { defineJob } from '@lienket/platform';
import { CLAIM_GRANTED } from '@lienket/registry';
import { z } from 'zod';

const nothing = z.object({});

export const tellNews = defineJob({
  name: 'notices.tell-news',
  version: 1,
  payload: nothing,
  attemptsMax: 8,
  timeoutSeconds: 60,
  drains: [HISTORY_WRITTEN, CLAIM_GRANTED],
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
