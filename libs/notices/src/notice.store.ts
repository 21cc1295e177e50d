import type { HistoryWritten } from '@lienket/contracts';
import type { Viewer } from '@lienket/identity';
import type { Day, Transaction } from '@lienket/platform';
import type { ClaimRefused } from '@lienket/registry';
import sql, { type Sql } from 'sql-template-tag';
import { isUnread, noticeIsOf } from './notice-sight.js';

/** A notice that was not there before, and whom it is for. */
export interface Told {
  readonly noticeId: string;
  readonly organizationId: string | null;
  readonly userId: string | null;
}
const TOLD = sql`id as "noticeId", organization_id as "organizationId", user_id as "userId"`;

/**
 * What stands in these entries of contracts' histories, told to each party but who did it. Made of the entries themselves: done twice,
 * late or out of order it comes to the same.
 */
export async function tellEntries(tx: Transaction, entries: HistoryWritten['entries']): Promise<Told[]> {
  return tx.query<Told>(sql`
    insert into notices.notice (organization_id, kind, contract_id, sequence, at)
    select party.organization_id, entry.type, entry.contract_id, entry.sequence, entry.at
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as told ("contractId" uuid, sequence integer)
    join contracts.history_v entry on entry.contract_id = told."contractId" and entry.sequence = told.sequence
    left join contracts.history_v before on before.contract_id = entry.contract_id and before.sequence = entry.sequence - 1
    left join contracts.history_v after on after.contract_id = entry.contract_id and after.sequence = entry.sequence + 1
    join contracts.party_v party on party.contract_id = entry.contract_id
    where party.organization_id is distinct from entry.organization_id
      -- The last signature concludes: one notice says both, and who gave it has seen it.
      and not (entry.type = 'SIGNED_BY_PARTY' and after.type is not distinct from 'SIGNED')
      and not (entry.type = 'SIGNED' and party.organization_id is not distinct from before.organization_id)
    on conflict do nothing
    returning ${TOLD}`);
}

/** Who waited to act for one of these organizations is told whether they do, once another's claim was granted or their own. */
export async function tellGrants(tx: Transaction, organizationIds: readonly string[]): Promise<Told[]> {
  return tx.query<Told>(sql`
    insert into notices.notice (user_id, kind, claimed_id, at)
    select claim.user_id, case when claim.granted_at is null then 'CLAIM_REFUSED' else 'CLAIM_GRANTED' end, claim.organization_id, newest.at
    from (
      select organization_id, max(granted_at) as at from registry.claim_v
      where organization_id = any(${organizationIds}::uuid[]) and granted_at is not null group by organization_id
    ) newest
    join registry.claim_v claim on claim.organization_id = newest.organization_id and claim.claimed_at <= newest.at
    where (claim.granted_at is null and claim.refused_at is null) or claim.granted_at = newest.at
    on conflict do nothing
    returning ${TOLD}`);
}

/** Whose claim a manager refused is told so, unless they have claimed anew by now. */
export async function tellRefusals(tx: Transaction, refusals: readonly ClaimRefused[]): Promise<Told[]> {
  return tx.query<Told>(sql`
    insert into notices.notice (user_id, kind, claimed_id, at)
    select claim.user_id, 'CLAIM_REFUSED', claim.organization_id, claim.refused_at
    from jsonb_to_recordset(${JSON.stringify(refusals)}::jsonb) as told ("organizationId" uuid, "refusedAt" timestamptz)
    join registry.claim_v claim on claim.organization_id = told."organizationId" and claim.refused_at = told."refusedAt"
    on conflict do nothing
    returning ${TOLD}`);
}

/** So many days before the last one to answer, or to deliver; and so long after it a delivery can still be recorded. */
const ANSWER_DAYS = 3;
const DELIVERY_DAYS = 7;
const LATE_DAYS = 30;

/** What is due soon, where it was known before that, and what is late: dated by the day it became so, whenever it is told. */
export async function tellDays(tx: Transaction, today: Day): Promise<Told[]> {
  return tx.query<Told>(sql`
    insert into notices.notice (organization_id, kind, contract_id, at)
    select organization_id, kind, contract_id, day::timestamp at time zone 'Asia/Ho_Chi_Minh'
    from (
      select organization_id, contract_id, what || '_DUE' as kind, since, last_day,
        last_day - case what when 'ANSWER' then ${ANSWER_DAYS}::int else ${DELIVERY_DAYS}::int end as day
      from contracts.due_v
      union all
      select organization_id, contract_id, 'DELIVERY_LATE', since, last_day + ${LATE_DAYS}::int, last_day + 1 from contracts.due_v
      where what = 'DELIVERY'
    ) due
    where ${today}::date between day and last_day and since < day
    on conflict do nothing
    returning ${TOLD}`);
}

/** That the viewer has read these of the notices that are theirs; a second time changes nothing. */
export async function markRead(tx: Transaction, viewer: Viewer, which: Sql): Promise<number> {
  const marked = await tx.query(sql`
    insert into notices.read_mark (user_id, notice_id)
    select ${viewer.userId}::uuid, notice.id from notices.notice where ${noticeIsOf(viewer)} and ${isUnread(viewer)} and ${which}
    on conflict do nothing returning 1`);
  return marked.length;
}
