import { defineJob, type Announcement } from '@lienket/platform';
import { z } from 'zod';

export const ROUND_STARTED = 'matching.round-started';

export const roundStarted: Announcement = { topic: ROUND_STARTED, payload: {} };

/** Also begins again what a process that died had in hand: its lease tells. */
export const runRounds = defineJob({
  name: 'matching.run-rounds',
  version: 1,
  payload: z.object({}),
  attemptsMax: 5,
  timeoutSeconds: 60,
  drains: [ROUND_STARTED],
  schedule: '*/5 * * * * *',
});
