import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobQueue } from '@lienket/platform';
import sql from 'sql-template-tag';
import { backends } from '../support/backends.js';
import { NOWHERE } from '../support/contract-desk.js';
import { addForgetting, breakForgetting, mendForgetting } from '../support/dead-letters.js';
import { eventually } from '../support/eventually.js';
import { startLienket, type Asking, type Lienket } from '../support/lienket.js';
import { addNewcomer, addPerson } from '../support/people.js';

interface Queue {
  readonly name: string;
  readonly waitingCount: number;
  readonly activeCount: number | null;
  readonly delayedCount: number;
  readonly failedCount: number;
  readonly ageSeconds: number;
}
interface Letter {
  readonly id: string;
  readonly queue: string;
  readonly job: string;
  readonly failedAt: string;
  readonly attemptCount: number;
  readonly reason: string;
}
interface Seen {
  readonly queues: readonly Queue[];
  readonly deadLetters: { readonly totalCount: number; readonly nodes: readonly Letter[] };
}

const LOOK = `{ queues { name waitingCount activeCount delayedCount failedCount ageSeconds }
  deadLetters { totalCount nodes { id queue job failedAt attemptCount reason } } }`;
const RETRY = 'mutation ($id: ID!) { it: retryDeadLetter(id: $id) }';
const PAGE =
  'query ($after: String) { it: deadLetters(first: 1, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }';
const SOON_MS = 15_000;
const REDIS_DATABASE = 12;
const NOTHING_SEEN = { queues: [], deadLetters: { totalCount: 0, nodes: [] } };

describe.each(backends(REDIS_DATABASE))('what failed for good, on $name,', ({ settings }) => {
  let api: Lienket;
  let worker: Lienket;
  let administrator: string;

  const startWorker = () =>
    startLienket({ ...settings, LIENKET_ROLE: 'worker' }, undefined, { url: api.config.DATABASE_URL });
  const look = (asking: Asking = { token: administrator }) => api.ask<Seen>(LOOK, {}, asking);
  const letters = async () => (await look()).deadLetters.nodes;
  const become = (isSo: (seen: Seen) => boolean) => eventually(async () => isSo(await look()), SOON_MS);
  const retry = async (id: string, asking: Asking = { token: administrator }) => {
    const { data, errors } = await api.send<{ it: boolean }>(RETRY, { id }, asking);
    return errors?.[0]?.extensions.code ?? data?.it;
  };
  const isForgotten = async () =>
    (await api.owner.query(sql`select from platform.rate_limit where key = 'long over'`)).length === 0;
  const attempts = async () =>
    /lienket_job_duration_seconds_count\{job="platform.forget-old"\} (\d+)/.exec(
      await (await fetch(`${worker.url}/metrics`)).text(),
    )?.[1];

  beforeAll(async () => {
    api = await startLienket({ ...settings, LIENKET_ROLE: 'api' });
    administrator = await addPerson(api, 'administrator@example.vn', 'ADMINISTRATOR');
    expect(await look()).toEqual(NOTHING_SEEN);
    worker = await startWorker();
    await eventually(() => Promise.resolve(worker.part(JobQueue).isReachable), SOON_MS);
    await api.owner.query(
      sql`insert into platform.rate_limit values ('long over', 1, clock_timestamp() - interval '1 day')`,
    );
    await breakForgetting(api);
    await addForgetting(worker);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  it('is seen by an administrator, with what went wrong, beside what waits for its time', async () => {
    expect(await become(({ deadLetters }) => deadLetters.totalCount === 1)).not.toBeNull();
    const { queues, deadLetters } = await look();
    expect(deadLetters.nodes).toEqual([
      {
        ...{ id: expect.any(String), queue: 'JOBS', job: 'platform.forget-old', attemptCount: 3 },
        failedAt: expect.any(String),
        reason: 'QueryFailedError 42501: permission denied for table rate_limit',
      },
    ]);
    expect(queues).toMatchObject([
      { name: 'JOBS', failedCount: 1 },
      { name: 'EMAILS', waitingCount: 0, activeCount: null, delayedCount: 0, failedCount: 0 },
    ]);
    // One of each schedule, but for what runs now.
    expect(queues[0]!.delayedCount).toBeGreaterThan(4);
    for (const { ageSeconds } of queues) expect(ageSeconds).toBeLessThan(10);
  });

  it('is nothing to anybody else', async () => {
    const { id } = (await letters())[0]!;
    const manager = await addPerson(api, 'manager@example.vn', 'PROGRAM_MANAGER');
    for (const token of [manager, (await addNewcomer(api)).token]) {
      expect(await look({ token })).toEqual(NOTHING_SEEN);
      expect(await retry(id, { token })).toBe('NOT_FOUND');
    }
    expect(await retry(id, {})).toBe('UNAUTHENTICATED');
    for (const nothing of [NOWHERE, 'no id']) expect(await retry(nothing)).toBe('NOT_FOUND');
    expect(await letters()).toMatchObject([{ id }]);
  });

  it('is the same dead letter again where it is tried again before the cause is mended', async () => {
    const { id, failedAt } = (await letters())[0]!;
    expect(await retry(id)).toBe(true);
    const failedAgain = ({ deadLetters: { nodes } }: Seen) =>
      nodes.some((letter) => letter.id === id && letter.failedAt > failedAt);
    expect(await become(failedAgain)).not.toBeNull();
    expect(await attempts()).toBe('6');
    expect(await isForgotten()).toBe(false);
  });

  it('is done once where it is tried again afterwards, however often that was asked', async () => {
    const { id } = (await letters())[0]!;
    await mendForgetting(api);
    const asked = { token: administrator, key: 'once' };
    expect(await Promise.all([retry(id, asked), retry(id, asked)])).toEqual([true, true]);
    // A worker may have begun.
    expect([true, 'NOT_FOUND']).toContain(await retry(id));
    expect(await become(({ deadLetters }) => deadLetters.totalCount === 0)).not.toBeNull();
    expect(await eventually(isForgotten, SOON_MS)).not.toBeNull();
    expect(await retry(id, asked)).toBe(true);
    expect(await retry(id)).toBe('NOT_FOUND');
    expect((await look()).queues[0]).toMatchObject({ failedCount: 0 });
    expect(await attempts()).toBe('7');
  });

  it('may be an e-mail, which waits to be sent once it is tried again', async () => {
    const [notice] = await api.owner.query<{ id: string }>(sql`
      insert into notices.notice (user_id, kind, claimed_id, at) values (${NOWHERE}, 'CLAIM_GRANTED', ${NOWHERE}, now()) returning id`);
    await api.owner.query(sql`
      insert into notices.email (notice_id, user_id, due_at, attempt_count, settled_at, outcome, reply)
      select ${notice!.id}, reader, now(), 1, '2026-11-25T01:02:03Z', 'REFUSED', '550 5.1.1' from unnest(${[NOWHERE, notice!.id]}::uuid[]) as reader`);
    expect(await become(({ deadLetters }) => deadLetters.totalCount === 2)).not.toBeNull();
    const [letter, other] = await letters();
    expect(letter).toMatchObject({ queue: 'EMAILS', job: 'an e-mail', attemptCount: 1, reason: '550 5.1.1' });
    expect(letter!.failedAt).toBe('2026-11-25T01:02:03.000Z');
    interface Page {
      readonly nodes: object[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    }
    const page = async (after?: string) => (await api.ask<{ it: Page }>(PAGE, { after }, { token: administrator })).it;
    const first = await page();
    expect(first).toMatchObject({ nodes: [{ id: letter!.id }], pageInfo: { hasNextPage: true } });
    expect(await page(first.pageInfo.endCursor)).toMatchObject({
      ...{ nodes: [{ id: other!.id }], pageInfo: { hasNextPage: false } },
    });
    for (const { id } of [letter!, other!]) expect(await retry(id)).toBe(true);
    expect(await become(({ deadLetters }) => deadLetters.totalCount === 0)).not.toBeNull();
    expect((await look()).queues[1]).toMatchObject({ name: 'EMAILS', waitingCount: 2, failedCount: 0 });
  });

  it('is seen to be known from before where no worker is left, and waits for the next', async () => {
    await breakForgetting(api);
    await addForgetting(worker);
    expect(await become(({ deadLetters }) => deadLetters.totalCount === 1)).not.toBeNull();
    const { id } = (await letters())[0]!;
    await worker.close();
    await mendForgetting(api);
    await api.owner.query(sql`update platform.queue_report set counted_at = counted_at - interval '90 seconds'`);
    const { queues } = await look();
    expect(queues).toHaveLength(2);
    for (const { ageSeconds } of queues) expect(ageSeconds).toBeGreaterThanOrEqual(90);
    expect(await retry(id)).toBe(true);
    expect(await letters()).toMatchObject([{ id }]);
    worker = await startWorker();
    expect(await become(({ deadLetters }) => deadLetters.totalCount === 0)).not.toBeNull();
    // One queue is counted after the other.
    expect(await become(({ queues: all }) => all.every(({ ageSeconds }) => ageSeconds < 10))).not.toBeNull();
  });
});
