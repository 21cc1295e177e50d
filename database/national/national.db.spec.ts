import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordLapsed } from '@lienket/contracts';
import pg from 'pg';
import { Bookkeeper } from '../../test/oracle/bookkeeper.js';
import { askOracle } from '../../test/oracle/participation-oracle.js';
import { catalogueOf } from '../../test/support/catalogue.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { startLienket, TestClock } from '../../test/support/lienket.js';
import { proofsOf, type NationalProofs } from '../../test/support/national-proofs.js';
import { DEMO_PASSWORD } from '../demo/demo-accounts.js';
import { readProvinces } from '../demo/demo-crops.js';
import { loadNational, type NationalReport, type NationalRequest } from './load-national.js';
import { readRankedCrops } from './national-crops.js';
import { ACCOUNTS } from './national-users.js';

const SCALE = 0.001;
const clock = new TestClock(new Date('2026-06-30T03:00:00Z'));
const today = clock.today();

describe('national data', () => {
  const databases: TestDatabase[] = [];
  const steps: string[] = [];
  let server: TestDatabase;
  let report: NationalReport;
  let books: Bookkeeper;
  let proofs: NationalProofs;

  const emptyDatabase = async (): Promise<TestDatabase> => {
    const database = await createTestDatabase();
    databases.push(database);
    return database;
  };
  const load = (url: string, asked: Partial<NationalRequest> = {}): Promise<NationalReport> =>
    loadNational(url, { scale: SCALE, seed: 7, today, progress: (step) => void steps.push(step), ...asked });
  const looking = async <T>(url: string, look: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return look(client).finally(() => client.end());
  };
  const rowsOf = async (question: string, values: unknown[] = []): Promise<Record<string, number>> => {
    const { rows } = await books.client.query<{ key: string; count: string }>(question, values);
    return Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)]));
  };

  beforeAll(async () => {
    server = await emptyDatabase();
    const catalogue = await looking(server.url, catalogueOf);
    report = await load(server.url);
    books = await Bookkeeper.of(server.url);
    const crops = await readRankedCrops({
      query: async <Row>({ text }: { text: string }) => (await books.client.query(text)).rows as Row[],
    });
    proofs = proofsOf(books, { today, crops, provinces: await readProvinces(), catalogue });
  });
  afterAll(async () => {
    await books.close();
    for (const database of databases) await database.drop();
  });

  it('is the same to the row for the same scale, seed and day, and another for another seed', async () => {
    const [same, other] = [await emptyDatabase(), await emptyDatabase()];
    expect(await load(same.url)).toEqual(report);
    expect(await looking(same.url, contentOf)).toEqual(await contentOf(books.client));
    expect((await load(other.url, { seed: 8 })).digest).not.toBe(report.digest);
    expect(await looking(other.url, contentOf)).not.toEqual(await contentOf(books.client));
  });

  it('is the same on every machine', () => {
    expect(report.digest).toBe('92e3575d517106337502b0cf6c62728c69a98d705420e9d319bc3346167b1656');
  });

  it('goes only into a database without organizations', async () => {
    await expect(load(server.url)).rejects.toThrow('National data go only into a database without');
  });

  it('holds what the plan for 2030 says, in its scale', async () => {
    const kinds = await rowsOf(
      `select case upper_inf(valid) when true then kind end as key, count(distinct organization_id) from registry.organization_profile group by 1`,
    );
    expect(kinds['COOPERATIVE_GROUP']! + kinds['COOPERATIVE']! + kinds['COOPERATIVE_UNION']!).toBe(140 + 45 + 1);
    expect(kinds['ENTERPRISE']).toBe(20);
    const open = await rowsOf(
      `select 'listings' as key, count(*) from market.listing join registry.organization_profile profile
        on profile.organization_id = listing.organization_id and profile.valid @> $1::date and status = 'ACTIVE'
      where withdrawn_at is null and held_kg < quantity_kg and upper(available) > $1::date
      union all
      select 'demands', count(*) from market.demand join registry.organization_profile profile
        on profile.organization_id = buyer_id and profile.valid @> $1::date and status = 'ACTIVE'
      where withdrawn_at is null and held_kg < quantity_kg and upper(deliver) > $1::date`,
      [today],
    );
    expect(open).toEqual({ listings: 1000, demands: 200 });
    const written = await rowsOf(`select 'contracts' as key, count(*) from contracts.contract`);
    expect(written).toEqual({ contracts: 100 });
    expect(report.rows['contracts.contract']).toBe(100);
    expect(steps.filter((step) => step.endsWith('rows of market.listing'))).not.toHaveLength(0);
  });

  it('has a market in which few commodities and few organizations make up most', async () => {
    const shares = async (counts: string): Promise<number[]> => {
      const sorted = Object.values(await rowsOf(counts)).sort((a, b) => b - a);
      const all = sorted.reduce((sum, count) => sum + count);
      return sorted.map((count) => count / all);
    };
    const commodities = await shares('select commodity_code as key, count(*) from market.listing group by 1');
    const organizations = await shares('select organization_id as key, count(*) from market.listing group by 1');
    expect(commodities[0]).toBeCloseTo(0.18, 1);
    expect(commodities.length).toBeGreaterThan(40);
    const tenth = organizations.slice(0, organizations.length / 10).reduce((sum, share) => sum + share);
    expect(tenth).toBeGreaterThan(0.3);
    const amounts = await rowsOf(
      `select 'out of range' as key, count(*) from market.demand
      where maximum_suppliers not between 3 and 14 or minimum_lot_kg not between 200 and 1200
        or not exists (select from contracts.contract_line where demand_id = demand.id) and quantity_kg not between 2000 and 99000
      union all
      select 'lots out of range', count(*) from market.listing
      where not exists (select from contracts.contract_line where listing_id = listing.id) and quantity_kg not between 200 and 13000`,
    );
    expect(amounts).toEqual({ 'out of range': 0, 'lots out of range': 0 });
  });

  it.each<[string, keyof NationalProofs]>([
    ['holds of every posting what signed contracts take of it', 'books'],
    ['knows what each organization was on every day since it was founded', 'histories'],
    ['has a right chain of hashes under every contract', 'ledgers'],
    ['leaves the nightly job nothing to write', 'lapsed'],
    ['counts of each line what was delivered, in the days of its contract', 'deliveries'],
    ['leaves no fact of participation that differs from a recount', 'participation'],
    ['offers what grows in the province, and buys what grows in the region', 'places'],
    ['offers in the months in which it is sold', 'seasons'],
    ['leaves the schema as migrations made it', 'catalogue'],
  ])('%s', async (_, proof) => {
    expect(await proofs[proof]()).toBe(0);
  });

  it.each<[keyof NationalProofs, string]>([
    [
      'books',
      `update market.listing set held_kg = held_kg - 1 where id = (select id from market.listing where held_kg > 0 limit 1)`,
    ],
    ['histories', `delete from registry.organization_profile where upper_inf(valid) and lower(valid) > '2023-01-01'`],
    [
      'ledgers',
      `alter table contracts.contract_event disable trigger all; update contracts.contract_event set at = at + interval '1 ms' where type = 'SIGNED'`,
    ],
    [
      'lapsed',
      `alter table contracts.contract_event disable trigger all; delete from contracts.contract_event where type = 'COMPLETED'`,
    ],
    ['deliveries', `delete from contracts.delivery where id = (select id from contracts.delivery limit 1)`],
    [
      'participation',
      `delete from participation.link_fact where ctid = (select ctid from participation.link_fact limit 1)`,
    ],
    ['places', `update market.listing set commodity_code = 'coconut' where province_code not in ('86', '82', '91')`],
    ['places', `update market.demand set commodity_code = 'coconut' where province_code not in ('86', '82', '91')`],
    [
      'seasons',
      `update market.listing set commodity_code = 'litchi', available = '[2099-01-01,2099-02-01)' where held_kg = 0`,
    ],
    ['catalogue', `drop index market.listing_fit`],
    ['catalogue', `alter table market.listing disable trigger note_insert`],
    ['catalogue', `alter table contracts.contract no force row level security`],
    [
      'catalogue',
      `alter table participation.link_fact drop constraint link_fact_organization_id_commodity_code_valid_known_excl`,
    ],
  ])('finds what is planted in its %s: %s', async (proof, fault) => {
    await books.client.query('begin');
    try {
      await books.client.query(fault);
      expect(await proofs[proof]()).toBeGreaterThan(0);
    } finally {
      await books.client.query('rollback');
    }
  });

  it('is answered over by Lienket', async () => {
    const lienket = await startLienket({ LIENKET_ROLE: 'all' }, clock, server);
    try {
      const { signIn } = await lienket.ask<{ signIn: { token: string } }>(
        'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { token } }',
        { login: ACCOUNTS.buyer, password: DEMO_PASSWORD },
      );
      const { listings, demands, participation } = await lienket.ask<Answers>(QUESTION, {}, signIn);
      expect([listings.totalCount, demands.totalCount]).toEqual([1000, 200]);
      expect(demands.nodes.flatMap(({ matches }) => matches.nodes).length).toBeGreaterThan(0);
      const figure = await askOracle(books.client, { day: today, denominator: 'ALL', ...WHOLE_COUNTRY });
      expect(`${participation.participating}/${participation.counted}`).toBe(
        `${figure.participating}/${figure.counted}`,
      );
      expect(participation.participating).toBeGreaterThan(0);
      expect(await lienket.part(RecordLapsed).record()).toBe(0);
    } finally {
      await lienket.close();
    }
  });
});

const WHOLE_COUNTRY = { provinceCodes: null, kinds: null, commodityCodes: null };
const QUESTION = `{
  listings(first: 3) { totalCount nodes { id organization { name } } }
  demands(first: 20) { totalCount nodes { id matches(first: 3) { nodes { score } } } }
  participation(denominator: ALL) { participating counted }
}`;

interface Answers {
  readonly listings: { readonly totalCount: number };
  readonly demands: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly matches: { readonly nodes: readonly object[] } }[];
  };
  readonly participation: { readonly participating: number; readonly counted: number };
}

/** One digest a table, of everything but hashes of passwords and when a fact became known. */
async function contentOf(client: pg.ClientBase): Promise<unknown[]> {
  const { rows: tables } = await client.query<{ statement: string }>(`
    select format($f$select %L as name, count(*), md5(string_agg(line, '' order by line)) as content
      from (select (to_jsonb(t) - 'known' - 'password_hash')::text as line from %s t) lines$f$, c.oid::regclass, c.oid::regclass) as statement
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind = 'r' and nspname in ('identity', 'registry', 'market', 'contracts') or c.oid in ('participation.profile_fact'::regclass, 'participation.link_fact'::regclass)
    order by c.oid::regclass::text`);
  const contents: unknown[] = [];
  for (const { statement } of tables) contents.push(...(await client.query(statement)).rows);
  return contents;
}
