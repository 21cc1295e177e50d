import { defineJob, type Announcement } from '@lienket/platform';
import { z } from 'zod';

export const IMPORT_STARTED = 'imports.import-started';

export const importStarted: Announcement = { topic: IMPORT_STARTED, payload: {} };

/** Also begins again what a process that died had in hand: its lease tells. */
export const runImports = defineJob({
  name: 'imports.run-imports',
  version: 1,
  payload: z.object({}),
  attemptsMax: 5,
  timeoutSeconds: 60,
  drains: [IMPORT_STARTED],
  schedule: '*/5 * * * * *',
});
