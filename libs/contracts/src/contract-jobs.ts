import { defineJob } from '@lienket/platform';
import { z } from 'zod';

export const recordLapsed = defineJob({
  name: 'contracts.record-lapsed',
  version: 1,
  payload: z.object({}),
  attemptsMax: 5,
  timeoutSeconds: 600,
  schedule: '5 0 * * *',
});
