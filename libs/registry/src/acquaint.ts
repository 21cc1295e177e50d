import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';

/** Who gets to see whom, whatever its status, because a contract, an offer or an allocation refers to it. */
export interface Acquaintance {
  readonly organizationId: string;
  /** The organization whose users see it, and so do the managers of their province. */
  readonly seenById: string;
  /** Its contact too: the offering party's, for those who got the offer. */
  readonly contact: boolean;
  /** Its exact location and its contact too: partners of a signed contract. */
  readonly partner: boolean;
}

const AT_ONCE = 5000;

/** Makes organizations known to each other. What was seen once stays seen: flags only rise. */
export async function acquaint(tx: Transaction, acquaintances: readonly Acquaintance[]): Promise<void> {
  // In one order, so that two contracts of the same parties don't wait for each other in a circle.
  const inOrder = acquaintances
    .filter(({ organizationId, seenById }) => organizationId !== seenById)
    .sort((a, b) => compare(a.seenById, b.seenById) || compare(a.organizationId, b.organizationId));
  for (let start = 0; start < inOrder.length; start += AT_ONCE)
    await acquaintSome(tx, inOrder.slice(start, start + AT_ONCE));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function acquaintSome(tx: Transaction, acquaintances: readonly Acquaintance[]): Promise<void> {
  await tx.query(sql`
    insert into registry.acquaintance (organization_id, seen_by, contact, partner)
    select "organizationId", "seenById", bool_or(contact), bool_or(partner)
    from jsonb_to_recordset(${JSON.stringify(acquaintances)}::jsonb) as pair ("organizationId" uuid, "seenById" uuid, contact boolean, partner boolean)
    group by "organizationId", "seenById" order by "seenById", "organizationId"
    on conflict (seen_by, organization_id) do update
      set contact = acquaintance.contact or excluded.contact, partner = acquaintance.partner or excluded.partner
      where (acquaintance.contact, acquaintance.partner) is distinct from
        (acquaintance.contact or excluded.contact, acquaintance.partner or excluded.partner)`);
}
