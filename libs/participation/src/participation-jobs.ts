import { defineJob } from '@lienket/platform';
import { CONTRACT_CHANGED } from '@lienket/contracts';
import { ORGANIZATION_CHANGED } from '@lienket/registry';
import { z } from 'zod';

const nothing = z.object({});

export const recountParticipation = defineJob({
  name: 'participation.recount',
  version: 1,
  payload: nothing,
  attemptsMax: 8,
  timeoutSeconds: 60,
  drains: [CONTRACT_CHANGED, ORGANIZATION_CHANGED],
});

export const proveParticipation = defineJob({
  name: 'participation.prove',
  version: 1,
  payload: nothing,
  attemptsMax: 5,
  timeoutSeconds: 600,
  schedule: '20 2 * * *',
});
