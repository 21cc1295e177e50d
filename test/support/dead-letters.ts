import { defineJob, ForgetOld, JobQueue, QueueReports } from '@lienket/platform';
import sql from 'sql-template-tag';
import { z } from 'zod';
import { eventually } from './eventually.js';
import type { Lienket } from './lienket.js';

const REPORTED_WITHIN_MS = 20_000;

const nobodyDoes = defineJob({
  name: 'test.nobody-does',
  version: 1,
  payload: z.object({}),
  attemptsMax: 1,
  timeoutSeconds: 5,
});

/** What is done each night is to be done now. */
export const addForgetting = ({ part }: Pick<Lienket, 'part'>) => part(JobQueue).add(part(ForgetOld).job, {});
/** It may not throw away what it should, until it may again. */
export const breakForgetting = ({ owner }: Pick<Lienket, 'owner'>) =>
  owner.query(sql`revoke delete on platform.rate_limit from lienket_worker`);
export const mendForgetting = ({ owner }: Pick<Lienket, 'owner'>) =>
  owner.query(sql`grant delete on platform.rate_limit to lienket_worker`);

/** One more job that this Lienket can't do, however often it is tried, once an administrator sees it. @returns its id for the API */
export async function deadLetterOf(lienket: Pick<Lienket, 'owner' | 'part'>): Promise<string> {
  const seen = async () =>
    (
      await lienket.owner.query<{ id: string }>(sql`select id from platform.dead_letter where job = ${nobodyDoes.name}`)
    ).map(({ id }) => id);
  const before = await seen();
  await lienket.part(JobQueue).add(nobodyDoes, {});
  let added: string | undefined;
  await eventually(async () => {
    await lienket.part(QueueReports).report();
    added = (await seen()).find((id) => !before.includes(id));
    return added !== undefined;
  }, REPORTED_WITHIN_MS);
  if (added === undefined) throw new Error('No dead letter was reported.');
  return added;
}

/** What can be asked about the queues, where there is a dead letter. */
export const queueWishes = (lienket: Lienket) => ({
  queues: () => ({ document: '{ it: queues { name } }' }),
  deadLetters: async () => {
    await deadLetterOf(lienket);
    return { document: '{ it: deadLetters { nodes { id } } }' };
  },
  retryDeadLetter: async () => ({
    document: 'mutation ($id: ID!) { it: retryDeadLetter(id: $id) }',
    variables: { id: await deadLetterOf(lienket) },
  }),
});
