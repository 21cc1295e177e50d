import { Log, projectFile } from '@lienket/platform';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import sql from 'sql-template-tag';
import { createTestDatabase, type TestDatabase } from './database.js';
import { partsOf, sheetsOf } from './excel-sheets.js';
import { startLienket, TestClock, type Lienket } from './lienket.js';
import { NOWHERE } from './contract-desk.js';
import { Operations, type ValuesOf } from './operations.js';
import { importInHandElsewhere } from './import-desk.js';
import { roundDesk } from './round-desk.js';
import { openRivalMarket, RIVAL_NOON, type RivalMarket } from './rival-market.js';

const SETTINGS = { LIENKET_OFFERS_PER_MINUTE: '100000', LIENKET_SIGNATURES_PER_MINUTE: '100000' };
const clock = new TestClock(new Date(RIVAL_NOON));

/** A Lienket whose every word to itself is kept: log lines, jobs, news and notes between processes. */
export interface World extends Lienket {
  readonly lines: string[];
  readonly database: TestDatabase;
}

export async function startWorld(database: TestDatabase): Promise<World> {
  const lienket = await startLienket(SETTINGS, clock, database);
  const lines: string[] = [];
  const heard = new Log('debug', { write: (line) => void lines.push(line) });
  const log = lienket.part(Log);
  log.error = (facts, message) => heard.error(facts, message);
  log.warn = (facts, message) => heard.warn(facts, message);
  log.info = (facts, message) => heard.info(facts, message);
  return { ...lienket, lines, database };
}

/** The market as it is before anybody does anything unseen, in a database that can be copied. */
export async function seedMarket(): Promise<{ readonly seed: TestDatabase; readonly market: RivalMarket }> {
  const seed = await createTestDatabase();
  const lienket = await startLienket(SETTINGS, clock, seed);
  const market = await openRivalMarket(lienket);
  for (const login of ['administrator@example.vn', 'manager80@example.vn']) await importInHandElsewhere(lienket, login);
  const rounds = roundDesk(lienket);
  await rounds.ended(market.manager80, (await rounds.start(market.manager80)).id);
  await keepEveryRow(lienket);
  await lienket.close();
  return { seed, market };
}

/** From now on every row that comes into the outbox, the queue or beside them is kept, however soon it goes again. */
async function keepEveryRow({ owner }: Lienket): Promise<void> {
  await owner.query(sql`create schema kept`);
  await owner.query(sql`create table kept.row (content text not null)`);
  await owner.query(sql`
    create function kept.keep() returns trigger language plpgsql security definer set search_path = '' as
    $$ begin insert into kept.row values (tg_table_schema || '.' || tg_table_name || ' ' || to_jsonb(new)); return new; end $$`);
  await owner.query(sql`
    do $$ declare held record; begin
      for held in select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('platform', 'bullmq') loop
        execute format('create trigger kept after insert or update on %s for each row execute function kept.keep()', held.name);
      end loop;
    end $$`);
}

/** As the owner: row-level security on contracts and everything below them, off or on again. */
export async function setRowSecurity({ owner }: Lienket, to: 'off' | 'on'): Promise<void> {
  await owner.query(
    to === 'off'
      ? sql`do $$ declare guarded regclass; begin
          for guarded in select oid from pg_class where relforcerowsecurity and relnamespace = 'contracts'::regnamespace loop
            execute format('alter table %s disable row level security', guarded);
          end loop; end $$`
      : sql`do $$ declare guarded regclass; begin
          for guarded in select oid from pg_class where relforcerowsecurity and relnamespace = 'contracts'::regnamespace loop
            execute format('alter table %s enable row level security', guarded);
          end loop; end $$`,
  );
}

export const keptRows = async ({ owner }: Lienket): Promise<string[]> =>
  (await owner.query<{ content: string }>(sql`select content from kept.row`)).map(({ content }) => content);

/** The first thing that a follower is told, as it comes over the wire. */
export async function firstFrame(world: World, document: string, token?: string): Promise<string> {
  const client = world.socket(token);
  try {
    for await (const frame of client.iterate({ query: document })) return JSON.stringify(frame);
    return 'nothing';
  } catch (refusal) {
    return JSON.stringify(refusal);
  } finally {
    await client.dispose();
  }
}

/** What each row of these sheets holds that may differ: when something became known, and how many are not active or enterprises; see `comparable`. */
const OF_THE_WORLD: Readonly<Record<string, readonly number[]>> = { 'Four readings': [8, 9] };
const OF_THE_INSTANT = ['As known at (Vietnamese time)', 'knownAt'];

/** A file as it was sent: everything that stands in it, and what of that two worlds must agree in. */
export async function fileOf({ url }: World, path: string, token: string | undefined) {
  const headers = { 'accept-language': 'en', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${url}/${path}`, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) return { text: bytes.toString(), comparable: `${response.status} ${bytes.toString()}` };
  const comparable = Object.entries(await sheetsOf(bytes)).map(([name, rows]) => [
    name,
    ...rows
      .filter(([label]) => !OF_THE_INSTANT.includes(String(label)))
      .map((row) => row.filter((_, column) => !OF_THE_WORLD[name]?.includes(column))),
  ]);
  return { text: [...(await partsOf(bytes)).values()].join('\n'), comparable: JSON.stringify(comparable) };
}

/** What each viewer of the market may not tell from a market without the rivals' secrets. */
export const outsiders = (market: RivalMarket): Readonly<Record<string, string | undefined>> => ({
  nobody: undefined,
  'a trader without an organization': market.homeless,
  'a trader of a pending organization': market.newcomer.token,
  'a farm': market.farm.token,
  'its buyer': market.mill.token,
  'its union': market.union.token,
  'a stranger': market.stranger.token,
  'a manager of another province': market.manager80,
});

export const SCHEMA = buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));

/** Operations about everything that is in a world, also about what stands there unseen. */
export async function operationsAbout(world: World, market: RivalMarket, repeats?: number): Promise<Operations> {
  const column = async (statement: ReturnType<typeof sql>): Promise<string[]> =>
    (await world.owner.query<{ it: string }>(statement)).map(({ it }) => JSON.stringify(it));
  const all = {
    organization: await column(sql`select id::text as it from registry.organization order by id`),
    listing: await column(sql`select id::text as it from market.listing order by id`),
    demand: await column(sql`select id::text as it from market.demand order by id`),
    contract: await column(sql`select id::text as it from contracts.contract order by id`),
    award: await column(sql`select id::text as it from contracts.award order by id`),
    import: await column(sql`select id::text as it from imports.import order by id`),
    matchingRound: await column(sql`select id::text as it from matching.round order by id`),
  };
  const first = {
    organization: market.rivalFarm.organizationId,
    listing: market.listing,
    demand: market.demand,
    contract: market.contracts.signed.id,
    award: NOWHERE,
    import: JSON.parse(all.import[0]!) as string,
    matchingRound: JSON.parse(all.matchingRound[0]!) as string,
  };
  const others = await column(
    sql`select id::text as it from identity.app_user union all select id::text from contracts.contract_line`,
  );
  const ids = (of: keyof typeof all): string[] => [
    JSON.stringify(first[of]),
    all[of].at(-1)!,
    ...all[of],
    ...Object.values(all).map((kind) => kind.at(-1)!),
    ...others.slice(-2),
    JSON.stringify(NOWHERE),
    '"not an id"',
  ];
  const names = await column(
    sql`select name as it from registry.organization union all select tax_code from registry.organization where tax_code is not null`,
  );
  const instants = await column(
    sql`select to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as it from participation.known_instant order by at desc limit 3`,
  );
  const cursors = await cursorsIn(world, market);
  const named: Readonly<Record<string, readonly string[]>> = {
    'organization(id:)': ids('organization'),
    'listing(id:)': ids('listing'),
    'demand(id:)': ids('demand'),
    'contract(id:)': ids('contract'),
    'award(id:)': ids('award'),
    'import(id:)': ids('import'),
    'matchingRound(id:)': ids('matchingRound'),
    'matchingRoundChanged(id:)': ids('matchingRound'),
    'explainPair(listingId:)': ids('listing'),
    'explainPair(demandId:)': ids('demand'),
    'contracts(organizationId:)': ids('organization'),
    'AccessFilter.organizationId': ids('organization'),
    'AccessFilter.userId': others.slice(0, 3),
    'PostingFilter.organizationId': ids('organization'),
    'PostingFilter.certifications': ['"vietgap"', '"globalgap"', '"none"'],
    'UserFilter.text': ['"example"', '"manager"', '"nobody"'],
    'OrganizationFilter.text': [...names, '"lua"', '"canary"', '"893"'],
    'participationSeries(from:)': ['"2026-01-01"', '"2024-11-22"'],
  };
  const byName: Readonly<Record<string, readonly string[]>> = {
    first: ['1', '2', '5', '100'],
    after: cursors,
    knownAt: instants,
    provinceCodes: ['"80"', '"92"', '"01"'],
    commodityCodes: ['"paddy"', '"milled_rice"', '"coffee"'],
  };
  const byType: Readonly<Record<string, readonly string[]>> = {
    Boolean: ['true', 'false'],
    Float: ['1', '0.25', '0'],
    DateTime: ['"2026-11-22T04:00:00.000Z"', '"2026-11-22T06:00:00.000Z"'],
    Date: ['"2026-11-22"', '"2026-11-30"', '"2026-10-15"', '"2027-02-21"'],
  };
  const valuesOf: ValuesOf = ({ coordinate, name, type }) => {
    const values =
      named[coordinate] ??
      byName[name] ??
      byType[type.name] ??
      ('getValues' in type ? type.getValues().map((value) => value.name) : undefined);
    if (!values || values.length === 0) throw new Error(`Say what can be sent as ${coordinate}, a ${type.name}.`);
    return values;
  };
  return new Operations(SCHEMA, valuesOf, repeats);
}

const EVERYTHING: Readonly<Record<string, string>> = {
  organizations: 'filter: { statuses: [PENDING, ACTIVE, SUSPENDED, DISSOLVED] }',
  listings: 'filter: { statuses: [OPEN, FILLED, WITHDRAWN, EXPIRED] }',
  demands: 'filter: { statuses: [OPEN, FILLED, WITHDRAWN, EXPIRED] }',
  claims: '',
  contracts: '',
  imports: '',
  matchingRounds: '',
};

/** Where each thing stands in lists that show everything: places behind which others may look. */
async function cursorsIn(world: World, { administrator }: RivalMarket): Promise<string[]> {
  const lists = Object.entries(EVERYTHING).map(
    ([list, filter]) => `${list}(first: 100 ${filter}) { edges { cursor } }`,
  );
  const found = await world.ask<Record<string, { edges: { cursor: string }[] }>>(
    `{ ${lists.join(' ')} }`,
    {},
    { token: administrator },
  );
  return Object.values(found).flatMap(({ edges }) => edges.map(({ cursor }) => JSON.stringify(cursor)));
}
