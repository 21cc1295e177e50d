import type { Database, Queryable, Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';

/** What matching looks at, as the tables of the lower rooms hold it. Days are YYYY-MM-DD, both ends included. */
export interface MatchWorld {
  readonly provinces: readonly ProvinceRow[];
  readonly commodities: readonly CommodityRow[];
  readonly organizations: readonly OrganizationRow[];
  readonly listings: readonly PostingRow[];
  readonly demands: readonly PostingRow[];
  readonly contracts: readonly ContractRow[];
  readonly links: readonly LinkRow[];
}
export interface ProvinceRow {
  readonly code: string;
  readonly seat_latitude: number;
  readonly seat_longitude: number;
}
export interface CommodityRow {
  readonly code: string;
  readonly perishable_days: number | null;
  readonly grades: readonly string[];
}
export interface OrganizationRow {
  readonly id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly kind: string;
  readonly province_code: string;
  /** Until this day (exclusive) it had the first status, from then on the second. */
  readonly changed_on: string;
  readonly statuses: readonly [string, string];
}
/** A listing or a demand: grade is the minimum of a demand, certifications those it requires, price its maximum. */
export interface PostingRow {
  readonly id: string;
  readonly owner_id: string;
  readonly commodity_code: string;
  readonly variety: string | null;
  readonly grade: string | null;
  readonly certifications: readonly string[];
  readonly quantity_kg: string;
  readonly held_kg: string;
  readonly minimum_lot_kg: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly price: number | null;
  readonly province_code: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly withdrawn_at: string | null;
}
export interface ContractRow {
  readonly id: string;
  readonly origin: 'SIGNED_HERE' | 'ATTESTED';
  readonly status: string;
  readonly version: number;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly signed_on: string | null;
  readonly terminated_on: string | null;
  readonly lines: readonly LineRow[];
}
export interface LineRow {
  readonly version: number;
  readonly supplier_id: string;
  readonly quantity_kg: string;
  readonly accepted_kg: string;
}
export interface LinkRow {
  readonly organization_id: string;
  readonly commodity_code: string;
  readonly valid: string;
  readonly known: string;
}

/** Puts a world under a transaction, past every use-case: the rooms below are not what is tested. */
export async function insertMatchWorld(tx: Queryable, world: MatchWorld): Promise<void> {
  await tx.query(sql`
    insert into registry.province (code, name_vi, name_en, region_vi, region_en, seat_latitude, seat_longitude)
    select code, code, code, '', '', seat_latitude, seat_longitude from jsonb_to_recordset(${json(world.provinces)}::jsonb)
      as row (code text, seat_latitude float8, seat_longitude float8)`);
  await tx.query(sql`
    insert into registry.commodity (code, name_vi, name_en, perishable_days, grades, trade_unit, kg_per_trade_unit)
    select code, code, code, perishable_days, grades, 'kg', 1 from jsonb_to_recordset(${json(world.commodities)}::jsonb)
      as row (code text, perishable_days int, grades text[])`);
  await tx.query(sql`
    with row as (
      select * from jsonb_to_recordset(${json(world.organizations)}::jsonb)
        as row (id uuid, latitude float8, longitude float8, kind text, province_code text, changed_on date, statuses text[])
    ), organization as (
      insert into registry.organization (id, name, latitude, longitude, chain_roles, created_at)
      select id, id::text, latitude, longitude, '{}', now() from row
    )
    insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural)
    select id, daterange(null, changed_on), statuses[1], kind, province_code, true from row
    union all select id, daterange(changed_on, null), statuses[2], kind, province_code, true from row`);
  await tx.query(sql`
    insert into market.listing (id, organization_id, commodity_code, variety, grade, certifications, quantity_kg, held_kg, minimum_lot_kg,
      available, ask_price_vnd_per_kg, province_code, latitude, longitude, withdrawn_at, created_at)
    select id, owner_id, commodity_code, variety, grade, certifications, quantity_kg, held_kg, minimum_lot_kg,
      daterange(first_day, last_day, '[]'), price, province_code, latitude, longitude, withdrawn_at, now() from ${postings(world.listings)}`);
  await tx.query(sql`
    insert into market.demand (id, buyer_id, commodity_code, variety, minimum_grade, required_certifications, quantity_kg, held_kg, minimum_lot_kg,
      deliver, maximum_price_vnd_per_kg, province_code, latitude, longitude, withdrawn_at, created_at)
    select id, owner_id, commodity_code, variety, grade, certifications, quantity_kg, held_kg, minimum_lot_kg,
      daterange(first_day, last_day, '[]'), price, province_code, latitude, longitude, withdrawn_at, now() from ${postings(world.demands)}`);
  await tx.query(sql`
    insert into contracts.contract (id, number, origin, status, form, version, starts_on, ends_on, signed_on, terminated_on, commodity_codes, created_at)
    select id, id::text, origin, status, 'SPOT_SALE', version, starts_on, ends_on, signed_on, terminated_on, '{}', now()
    from jsonb_to_recordset(${json(world.contracts)}::jsonb)
      as row (id uuid, origin text, status text, version int, starts_on date, ends_on date, signed_on date, terminated_on date)`);
  const lines = world.contracts.flatMap((contract) =>
    contract.lines.map((line, position) => ({ ...line, position, contract_id: contract.id })),
  );
  await tx.query(sql`
    insert into contracts.contract_line (contract_id, version, position, supplier_id, buyer_id, commodity_code, quantity_kg, accepted_kg,
      price_mechanism, price_vnd_per_kg)
    select contract_id, version, position, supplier_id, supplier_id, 'any', quantity_kg, accepted_kg, 'FIXED', 1
    from jsonb_to_recordset(${json(lines)}::jsonb)
      as row (contract_id uuid, version int, position int, supplier_id uuid, quantity_kg numeric, accepted_kg numeric)`);
  await tx.query(sql`
    insert into participation.link_fact (organization_id, commodity_code, valid, known, by_attestation)
    select organization_id, commodity_code, valid, known, false from jsonb_to_recordset(${json(world.links)}::jsonb)
      as row (organization_id uuid, commodity_code text, valid daterange, known tstzrange)`);
}

const json = (rows: readonly object[]): string => JSON.stringify(rows);

const postings = (rows: readonly PostingRow[]) => sql`
  jsonb_to_recordset(${json(rows)}::jsonb) as row (id uuid, owner_id uuid, commodity_code text, variety text, grade text, certifications text[],
    quantity_kg numeric, held_kg numeric, minimum_lot_kg numeric, first_day date, last_day date, price numeric, province_code text,
    latitude float8, longitude float8, withdrawn_at timestamptz)`;

class Undo extends Error {}

/** Does something and leaves nothing of it behind. */
export async function undone(database: Database, work: (tx: Transaction) => Promise<void>): Promise<void> {
  const outcome = await database
    .transaction(async (tx) => {
      await work(tx);
      throw new Undo();
    })
    .catch((error: unknown) => error);
  if (!(outcome instanceof Undo)) throw outcome;
}
