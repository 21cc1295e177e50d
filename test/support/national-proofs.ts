import { entryHash, type LedgerEntry } from '@lienket/contracts';
import { drift } from '@lienket/participation';
import type { Queryable } from '@lienket/platform';
import type pg from 'pg';
import type { Crop, DemoProvince } from '../../database/demo/demo-crops.js';
import type { Bookkeeper } from '../oracle/bookkeeper.js';
import { catalogueOf } from './catalogue.js';

/** What has to hold in national data, each with the number of what breaks it: 0, or something is broken. */
export interface NationalProofs {
  readonly books: () => Promise<number>;
  readonly histories: () => Promise<number>;
  readonly ledgers: () => Promise<number>;
  readonly lapsed: () => Promise<number>;
  readonly deliveries: () => Promise<number>;
  readonly participation: () => Promise<number>;
  readonly places: () => Promise<number>;
  readonly seasons: () => Promise<number>;
  readonly catalogue: () => Promise<number>;
}

export interface ProofBackground {
  readonly today: string;
  readonly crops: readonly Crop[];
  readonly provinces: readonly DemoProvince[];
  /** Of a migrated database with nothing in it. */
  readonly catalogue: readonly string[];
}

export function proofsOf(books: Bookkeeper, { today, crops, provinces, catalogue }: ProofBackground): NationalProofs {
  const { client } = books;
  const count = async (question: string, values: unknown[] = []): Promise<number> =>
    (await client.query(question, values)).rows.length;
  const regionOf = new Map(provinces.map(({ code, regionVi }) => [code, regionVi]));
  const suited = JSON.stringify(
    crops.map(({ code, provinceCodes, sellingMonths }) => ({
      code,
      provinces: provinceCodes,
      around: provinces
        .filter(({ regionVi }) => provinceCodes.some((grown) => regionOf.get(grown) === regionVi))
        .map((province) => province.code),
      months: sellingMonths,
    })),
  );
  return {
    books: async () => Object.values(await books.faults()).reduce((sum, broken) => sum + broken, 0),
    histories: () => count(GAPS),
    ledgers: () => brokenChains(client),
    lapsed: () => count(LAPSED, [today]),
    deliveries: () => count(NOT_DELIVERED),
    participation: () => drift(asQueryable(client)),
    places: () => count(MISPLACED, [suited]),
    seasons: () => count(OUT_OF_SEASON, [suited, today]),
    catalogue: async () => {
      const now = await catalogueOf(client);
      return (
        now.filter((line) => !catalogue.includes(line)).length + catalogue.filter((line) => !now.includes(line)).length
      );
    },
  };
}

const asQueryable = (client: pg.ClientBase): Queryable => ({
  query: async <Row>({ text, values }: { text: string; values: unknown[] }) =>
    (await client.query(text, values)).rows as Row[],
});

async function brokenChains(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<LedgerEntry & { hash: string }>(
    `select contract_id as "contractId", sequence, type, at, organization_id as "organizationId", version, facts, hash
    from contracts.contract_event order by contract_id, sequence`,
  );
  let [broken, before] = [0, rows[0]];
  for (const { hash, ...entry } of rows) {
    const follows = before?.contractId === entry.contractId && before.sequence < entry.sequence ? before : undefined;
    const isNext = entry.sequence === (follows?.sequence ?? 0) + 1 && entry.at >= (follows?.at ?? entry.at);
    if (!isNext || hash !== entryHash(entry, follows?.hash ?? '')) broken += 1;
    before = { ...entry, hash };
  }
  return broken;
}

/** From the registration on without end, and never before a contract. */
const GAPS = `
  select organization.id from registry.organization organization
  left join lateral (
    select range_agg(valid) as days, min(lower(valid)) as registered_on from registry.organization_profile where organization_id = organization.id
  ) as history on true
  where history.days is distinct from datemultirange(daterange(history.registered_on, null))
    or exists (select from contracts.contract_party party join contracts.contract on contract.id = contract_id
      where party.organization_id = organization.id and contract.created_at::date < history.registered_on)`;

/** What the nightly job would still write. */
const LAPSED = `
  select from contracts.contract
  where (status = 'OFFERED' and least(valid_until, ends_on) < $1::date or status = 'SIGNED' and ends_on < $1::date)
    and not exists (select from contracts.contract_event where contract_id = contract.id and type in ('EXPIRED', 'COMPLETED'))`;

const NOT_DELIVERED = `
  select from contracts.contract_line line
  join contracts.contract on contract.id = line.contract_id and contract.version = line.version
  where (line.accepted_kg <> (select coalesce(sum(accepted_kg), 0) from contracts.delivery where line_id = line.id)
      or (contract.status = 'COMPLETED') <> (line.accepted_kg >= line.quantity_kg))
  union all
  select from contracts.delivery join contracts.contract on contract.id = contract_id
  where delivered_on not between greatest(starts_on, signed_on) and ends_on or delivery.accepted_kg > quantity_kg
    or (recorded_at at time zone 'Asia/Ho_Chi_Minh')::date <> delivered_on`;

const SUITED = `
  with suited as (
    select * from jsonb_to_recordset($1::jsonb) as crop (code text, provinces text[], around text[], months int[])
  )`;

const MISPLACED = `${SUITED}
  select from market.listing left join suited on code = commodity_code
  left join registry.organization_profile profile using (organization_id)
  where not coalesce(listing.province_code = any(provinces) and profile.province_code = listing.province_code, false)
  union all
  select from market.demand left join suited on code = commodity_code
  where not coalesce(province_code = any(around), false)`;

/** Of what is offered now; what went into a contract was sold whenever it was. */
const OUT_OF_SEASON = `${SUITED}
  select from (
    select commodity_code, lower(available) as begins_on from market.listing
    where withdrawn_at is null and held_kg = 0 and upper(available) > $2::date
      and not exists (select from contracts.contract_line where listing_id = listing.id)
    union all
    select commodity_code, lower(deliver) from market.demand
    where withdrawn_at is null and held_kg = 0 and upper(deliver) > $2::date
      and not exists (select from contracts.contract_line where demand_id = demand.id)
  ) posting left join suited on code = commodity_code
  where not coalesce(extract(month from begins_on)::int = any(months), false)`;
