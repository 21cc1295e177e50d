import { consentingOf } from '@lienket/identity';
import type { Database, DeadLetter, Queryable, QueueCounts, Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { Told } from './notice.store.js';

/** Nobody gets two e-mails sooner after each other: what happens meanwhile comes together. So nobody can be flooded through Lienket either. */
const APART_MINUTES = 10;
const NOTICES_AT_ONCE = 50;
/** Longer than a letter can take: whoever had it in hand for so long is dead. */
const LEASE_MINUTES = 5;
const ATTEMPTS_MAX = 10;

/** What one person is to be told by one e-mail. */
export interface EmailInHand {
  readonly userId: string;
  readonly noticeIds: readonly string[];
  readonly attemptCount: number;
}

/** In the transaction of the notices: whoever is told and asks for e-mails will get one. @returns how many will */
export async function addEmails(tx: Transaction, told: readonly Told[], now: Date): Promise<number> {
  if (told.length === 0) return 0;
  const idsOf = (who: 'organizationId' | 'userId') => [...new Set(told.flatMap((one) => one[who] ?? []))];
  const readers = await consentingOf(tx, 'NOTICES_BY_EMAIL', {
    organizationIds: idsOf('organizationId'),
    userIds: idsOf('userId'),
  });
  const added = await tx.query(sql`
    insert into notices.email (notice_id, user_id, due_at)
    select notice."noticeId", reader."userId", ${now}
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as notice ("noticeId" uuid, "organizationId" uuid, "userId" uuid)
    join jsonb_to_recordset(${JSON.stringify(readers)}::jsonb) as reader ("userId" uuid, "organizationId" uuid)
      on notice."organizationId" = reader."organizationId" or notice."userId" = reader."userId"
    on conflict do nothing returning 1`);
  return added.length;
}

/** Takes what waits for one person in hand, the longest waiting first: nobody else does meanwhile. Null where nothing is due. */
export async function takeEmail(database: Database, now: Date): Promise<EmailInHand | null> {
  const rows = await database.transaction(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(hashtextextended('notices.email', 0))`);
    return tx.query<{ noticeId: string; userId: string; attemptCount: number }>(sql`
      with reader as (
        select user_id from notices.email waiting where settled_at is null and due_at <= ${now} and not exists (
          select from notices.email before where before.user_id = waiting.user_id and before.outcome <> 'DROPPED'
            and before.settled_at > ${now}::timestamptz - make_interval(mins => ${APART_MINUTES}))
        order by due_at, notice_id limit 1
      )
      update notices.email email
      set due_at = ${now}::timestamptz + make_interval(mins => ${LEASE_MINUTES}), attempt_count = attempt_count + 1
      where (notice_id, user_id) in (
        select notice_id, user_id from notices.email join reader using (user_id) where settled_at is null and due_at <= ${now}
        order by notice_id limit ${NOTICES_AT_ONCE})
      returning notice_id as "noticeId", user_id as "userId", attempt_count as "attemptCount"`);
  });
  const [first] = rows;
  if (!first) return null;
  const noticeIds = rows.map(({ noticeId }) => noticeId).sort();
  return { userId: first.userId, noticeIds, attemptCount: Math.max(...rows.map(({ attemptCount }) => attemptCount)) };
}

export async function settleEmail(
  database: Queryable,
  { userId, noticeIds }: Pick<EmailInHand, 'userId' | 'noticeIds'>,
  outcome: 'SENT' | 'DROPPED' | 'REFUSED',
  now: Date,
  reply: string | null = null,
): Promise<void> {
  await database.query(sql`
    update notices.email set settled_at = ${now}, outcome = ${outcome}, reply = ${reply}
    where user_id = ${userId} and notice_id = any(${noticeIds}::uuid[]) and settled_at is null`);
}

/** Tried again after a minute, then after two, four and so on; given up after ten attempts, which is after some eight hours. */
export async function putOffEmail(database: Queryable, inHand: EmailInHand, now: Date, reply: string): Promise<void> {
  const { userId, noticeIds, attemptCount } = inHand;
  if (attemptCount >= ATTEMPTS_MAX) return settleEmail(database, inHand, 'REFUSED', now, reply);
  await database.query(sql`
    update notices.email set due_at = ${now}::timestamptz + make_interval(mins => ${2 ** (attemptCount - 1)}::int)
    where user_id = ${userId} and notice_id = any(${noticeIds}::uuid[]) and settled_at is null`);
}

/** As if it had not been tried. */
export async function giveBackEmail(database: Queryable, { userId, noticeIds }: EmailInHand, now: Date): Promise<void> {
  await database.query(sql`
    update notices.email set due_at = ${now}, attempt_count = attempt_count - 1
    where user_id = ${userId} and notice_id = any(${noticeIds}::uuid[]) and settled_at is null`);
}

/** What is in hand is due later, as what is tried again later is. */
export async function countEmails(from: Queryable, now: Date): Promise<QueueCounts> {
  const [row] = await from.query<Omit<QueueCounts, 'active'>>(sql`
    select count(*) filter (where due_at <= ${now}) as waiting, count(*) filter (where due_at > ${now}) as delayed
    from notices.email where settled_at is null`);
  return { waiting: row?.waiting ?? 0, active: null, delayed: row?.delayed ?? 0 };
}

const LETTER_ID = sql`notice_id || '/' || user_id`;

/** Which the mail server refused for good, the newest first, beside the jobs that failed for good. */
export const refusedEmails = (from: Queryable): Promise<DeadLetter[]> =>
  from.query<DeadLetter>(sql`
    select ${LETTER_ID} as id, 'an e-mail' as job, settled_at as "failedAt", attempt_count as attempts, reply as reason
    from notices.email where outcome = 'REFUSED' order by settled_at desc, id`);

/** Has this one of them, or all, tried anew within a minute. @returns which */
export async function replayRefusedEmails(database: Queryable, which: string, now: Date): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`
    update notices.email set settled_at = null, outcome = null, reply = null, attempt_count = 0, due_at = ${now}
    where outcome = 'REFUSED' and (${which} = 'all' or ${LETTER_ID} = ${which}) returning ${LETTER_ID} as id`);
  return rows.map(({ id }) => id);
}
