import { actorOf, identityEntities, type Viewer } from '@lienket/identity';
import { Clock, Database } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { loadDemo } from '../../database/demo/load-demo.js';
import { createTestDatabase } from './database.js';

/** Of no organization; whoever gives it one makes it an OWNER. */
export const TRADER: Viewer = {
  userId: randomUUID(),
  role: 'TRADER',
  organizationId: null,
  organizationRole: null,
  provinceCodes: [],
};

/** Tables of contracts beside `contract`: who sees a contract sees its rows in them. */
export const BELOW_CONTRACTS = [
  'contract_party',
  'contract_version',
  'contract_line',
  'signature',
  'contract_event',
  'delivery',
];

/** The demo data set, and its owner, who sees all of it and can take on the API's role and any viewer's part. */
export async function openGuardedWorld() {
  const server = await createTestDatabase();
  const clock = new Clock();
  const database = await Database.connect(server.url, 1, identityEntities);
  await loadDemo(database, clock);
  await database.close();
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  const today = clock.today();
  return {
    url: server.url,
    owner,
    today,
    column: async (statement: string, values: unknown[] = []): Promise<string[]> =>
      (await owner.query<{ it: string }>(statement, values)).rows.map(({ it }) => it),
    /** Does something as the API's role on a viewer's behalf, and leaves nothing of it behind. */
    async as<T>(viewer: Viewer | null, work: () => Promise<T>, before?: string): Promise<T> {
      const actor = viewer ? actorOf(viewer, today) : {};
      await owner.query('begin');
      try {
        if (before !== undefined) await owner.query(before);
        await owner.query('set local role lienket_api');
        await owner.query(
          'select set_config(name, value, true) from unnest($1::text[], $2::text[]) as setting (name, value)',
          [Object.keys(actor), Object.values(actor)],
        );
        return await work();
      } finally {
        await owner.query('rollback');
      }
    },
    async close(): Promise<void> {
      await owner.end();
      await server.drop();
    },
  };
}

export type GuardedWorld = Awaited<ReturnType<typeof openGuardedWorld>>;

/** Rounds of a manager of one province, of the country's and of an administrator, each with allocations of demo organizations and mean prices. */
export async function addRounds(owner: pg.Client): Promise<void> {
  await owner.query(`
    insert into matching.round (started_by, managed_province_codes, transport_vnd_per_tonne_km, inclusion_bonus_vnd, created_at)
    select id, case when cardinality(province_codes) > 0 then province_codes end, 2600, 0, now() from identity.app_user where role <> 'TRADER'`);
  await owner.query(`
    insert into matching.round_allocation (round_id, position, listing_id, demand_id, supplier_id, buyer_id, quantity_kg, price_vnd_per_kg, surplus_vnd)
    select round.id, row_number() over (partition by round.id order by seller.login, buyer.login), gen_random_uuid(), gen_random_uuid(),
      seller.organization_id, buyer.organization_id, 100, 7000, 1
    from matching.round, identity.app_user seller, identity.app_user buyer
    where seller.login like 'coop%' and buyer.login like 'buyer%' and (buyer.login like 'buyer@%' or round.managed_province_codes is null)`);
  await owner.query(`
    insert into matching.round_shadow_price (round_id, commodity_code, province_code, supply_vnd_per_kg, demand_vnd_per_kg, least_organizations)
    select id, least::text, '80', 1, 1, least from matching.round, generate_series(1, 4) as least`);
  await owner.query(`insert into matching.round_file select id, '' from matching.round`);
}

/** A photo of each listing; every second listing was withdrawn. */
export async function addPhotos(owner: pg.Client): Promise<void> {
  await owner.query(`
    update market.listing set withdrawn_at = now()
    where id in (select id from (select id, row_number() over (order by id) as place from market.listing) listed where place % 2 = 0)`);
  await owner.query(`
    insert into market.listing_photo (listing_id, position, content, width, height, added_at, added_by)
    select id, 1, '\\xffd8', 16, 16, now(), organization_id from market.listing`);
}

/** An import of everybody who manages something, begun once, with rows that came back. */
export async function addImports(owner: pg.Client): Promise<void> {
  await owner.query(`
    insert into imports.import (started_by, kind, file_name, created_at, run)
    select id, 'REGISTER', 'sổ.xlsx', now(), 1 from identity.app_user where role <> 'TRADER'`);
  await owner.query(`insert into imports.rejected_file select id, '' from imports.import`);
}
