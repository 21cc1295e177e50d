import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { Access } from './access-kind.js';
import type { Viewer } from './viewer.js';

/** Which request looked, and when. */
export interface Look {
  readonly requestId: string;
  readonly at: Date;
}

/** Writes looks down; what the same request has looked at before is there already. */
export async function noteAccesses(
  tx: Transaction,
  { userId, role }: Viewer,
  { requestId, at }: Look,
  accesses: readonly Access[],
): Promise<void> {
  await tx.query(sql`
    insert into identity.access_log (at, user_id, role, organization_id, kind, request_id)
    select ${at}, ${userId}, ${role}, seen.*, ${requestId}
    from unnest(${accesses.map(({ organizationId }) => organizationId)}::uuid[], ${accesses.map(({ kind }) => kind)}::text[]) as seen
    on conflict do nothing`);
}
