import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { addDays, businessDay } from '@lienket/platform';
import type { Member } from './crowd.js';
import type { LineWish } from './offers.js';

export interface AgreedOffer {
  readonly supplier: Pick<Member, 'organizationId'>;
  readonly buyer: Pick<Member, 'organizationId'>;
  readonly lines: readonly LineWish[];
}

/**
 * Offers of the buyer that the supplier has signed, put straight into the tables: ten thousand of them by the door would
 * measure the door. The buyer's signature is the last one. @returns their ids, in the same order
 */
export async function insertAgreedOffers(client: pg.ClientBase, offers: readonly AgreedOffer[]): Promise<string[]> {
  const today = businessDay(new Date());
  const rows = offers.map(({ supplier, buyer, lines }) => ({
    id: randomUUID(),
    supplier: supplier.organizationId,
    buyer: buyer.organizationId,
    lines,
  }));
  await client.query(INSERT, [JSON.stringify(rows), today, addDays(today, 365)]);
  return rows.map(({ id }) => id);
}

const INSERT = `
with offer as (
  select * from jsonb_to_recordset($1::jsonb) as offer (id uuid, supplier uuid, buyer uuid, lines jsonb)
), contract as (
  insert into contracts.contract (id, number, origin, status, form, version, offered_by, starts_on, ends_on, valid_until, commodity_codes, created_at)
  select id, id, 'SIGNED_HERE', 'OFFERED', 'PROCESSING', 1, buyer, $2::date, $3::date, $3::date, '{milled_rice}', now() from offer
), version as (
  insert into contracts.contract_version (contract_id, version, offered_by, offered_at, starts_on, ends_on)
  select id, 1, buyer, now(), $2::date, $3::date from offer
), party as (
  insert into contracts.contract_party (contract_id, organization_id, roles, lead, position)
  select id, supplier, '{PRODUCER}'::text[], false, 0 from offer union all select id, buyer, '{PROCESSOR}', true, 1 from offer
), signature as (
  insert into contracts.signature (contract_id, version, organization_id, user_id, signed_at)
  select id, 1, supplier, gen_random_uuid(), now() from offer
)
insert into contracts.contract_line (contract_id, version, position, supplier_id, buyer_id, listing_id, commodity_code, quantity_kg, price_mechanism, price_vnd_per_kg)
select id, 1, place, supplier, buyer, (line ->> 'listingId')::uuid, 'milled_rice', (line ->> 'quantityKg')::numeric, 'FIXED', 15000
from offer cross join jsonb_array_elements(lines) with ordinality as wanted (line, place)`;
