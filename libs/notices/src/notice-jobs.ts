import { HISTORY_WRITTEN } from '@lienket/contracts';
import { defineJob } from '@lienket/platform';
import { z } from 'zod';

export const tellHistory = defineJob({
  name: 'notices.tell-history',
  version: 1,
  payload: z.object({}),
  attemptsMax: 8,
  timeoutSeconds: 60,
  drains: [HISTORY_WRITTEN],
});
