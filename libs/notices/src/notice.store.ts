import type { HistoryWritten } from '@lienket/contracts';
import type { Viewer } from '@lienket/identity';
import type { Transaction } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';
import { isUnread, noticeIsOf } from './notice-sight.js';

/**
 * What stands in these entries of contracts' histories, told to each party but who did it. Made of the entries themselves: done twice,
 * late or out of order it comes to the same.
 * @returns whom there is news for
 */
export async function tellEntries(tx: Transaction, entries: HistoryWritten['entries']): Promise<string[]> {
  const rows = await tx.query<{ organizationId: string }>(sql`
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
    returning organization_id as "organizationId"`);
  return [...new Set(rows.map(({ organizationId }) => organizationId))];
}

/** That the viewer has read these of the notices that are theirs; a second time changes nothing. */
export async function markRead(tx: Transaction, viewer: Viewer, which: Sql): Promise<number> {
  const marked = await tx.query(sql`
    insert into notices.read_mark (user_id, notice_id)
    select ${viewer.userId}::uuid, notice.id from notices.notice where ${noticeIsOf(viewer)} and ${isUnread(viewer)} and ${which}
    on conflict do nothing returning 1`);
  return marked.length;
}
