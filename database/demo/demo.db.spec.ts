import { entryHash, type ContractEventType } from '@lienket/contracts';
import { identityEntities, PasswordCheck, SignIn, UserReads } from '@lienket/identity';
import { MatchReads, normaliseWeights } from '@lienket/matching';
import { drift, ParticipationReads } from '@lienket/participation';
import { addYears, Clock, Commands, Database, readConfig, type Day } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { DEMO_PASSWORD } from './demo-accounts.js';
import { calendarOf } from './demo-calendar.js';
import { loadDemo } from './load-demo.js';

class StandingClock extends Clock {
  override now(): Date {
    return new Date('2026-11-22T03:00:00Z');
  }
}

const clock = new StandingClock();
const today = clock.today();

describe('the demo data', () => {
  let server: TestDatabase;
  let database: Database;
  let participation: ParticipationReads;
  let seconds = 0;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = await Database.connect(server.url, 4, identityEntities);
    participation = new ParticipationReads(database, new Commands(database));
    const began = performance.now();
    await loadDemo(database, clock);
    seconds = (performance.now() - began) / 1000;
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const count = async (statement: ReturnType<typeof sql>): Promise<Record<string, number>> => {
    const rows = await database.query<{ key: string; count: number }>(statement);
    return Object.fromEntries(rows.map((row) => [row.key, row.count]));
  };
  const shareOf = async (asOf: Day, knownAt: Date | null = null): Promise<number> => {
    const rate = await participation.rate(null, today, asOf, { denominator: 'COOPERATIVES', knownAt });
    if (!rate.ok) throw new Error(rate.refusal.code);
    return (rate.value.rate ?? 0) * 100;
  };

  it('loads once: a second time it finds the database in use', async () => {
    console.info(`demo data loaded in ${seconds.toFixed(2)} s`);
    const before = await count(sql`select 'organizations' as key, count(*) from registry.organization`);
    await loadDemo(database, clock);
    expect(await count(sql`select 'organizations' as key, count(*) from registry.organization`)).toEqual(before);
  });

  it('has organizations of every province in the real proportions of their kinds', async () => {
    const kinds = await count(sql`
      select kind as key, count(*) from registry.organization_profile
      where valid @> ${today}::date and status = 'ACTIVE' group by kind`);
    console.info('active organizations', kinds);
    expect(kinds).toMatchObject({ COOPERATIVE_GROUP: 1250, COOPERATIVE: 664, COOPERATIVE_UNION: 3, ENTERPRISE: 60 });
    const provinces = await database.query(sql`select distinct province_code from registry.organization_profile`);
    expect(provinces).toHaveLength(34);
    const members = await database.query(
      sql`select from registry.organization_profile where valid @> ${today}::date and union_id is not null`,
    );
    expect(members.length).toBeGreaterThanOrEqual(15);
    const bands = await count(sql`select band as key, count(*) from registry.rating group by band`);
    const rated = Object.values(bands).reduce((a, b) => a + b);
    expect(((bands['GOOD'] ?? 0) + (bands['FAIR'] ?? 0)) / rated).toBeCloseTo(0.6, 1);
  });

  it('has cooperatives that take part at the published share, which has risen over three years', async () => {
    const days = [
      ...calendarOf(today)
        .steps.slice(1, -1)
        .map(({ to }) => to),
      today,
    ];
    const shares: number[] = [];
    for (const day of days) shares.push(await shareOf(day));
    console.info('share of cooperatives', shares.map((share) => share.toFixed(1)).join(' '));
    expect(Math.abs(shares.at(-1)! - 13.4)).toBeLessThanOrEqual(0.7);
    expect(Math.abs(shares[0]! - 9)).toBeLessThanOrEqual(0.7);
    for (let month = 12; month < shares.length; month += 1) expect(shares[month]!).toBeGreaterThan(shares[month - 12]!);
    for (const [month, share] of shares.slice(1).entries()) expect(Math.abs(share - shares[month]!)).toBeLessThan(1);
  });

  it('tells less as it was known then, for paper is recorded late', async () => {
    for (const year of [1, 2]) {
      const then = addYears(today, -year);
      const [knownThen, knownNow] = [await shareOf(then, new Date(`${then}T12:00:00Z`)), await shareOf(then)];
      console.info(
        `share of cooperatives on ${then}: ${knownThen.toFixed(1)} as known then, ${knownNow.toFixed(1)} as known now`,
      );
      expect(knownThen).toBeLessThan(knownNow);
    }
    const instants = await database.query<{ at: Date }>(sql`select at from participation.known_instant order by at`);
    expect(instants.length).toBeGreaterThan(36);
    expect(instants.at(-1)!.at.getTime()).toBeLessThan(clock.now().getTime());
  });

  it('is the same on every machine for the same day', async () => {
    const other = await createTestDatabase();
    const second = await Database.connect(other.url, 2, identityEntities);
    try {
      await loadDemo(second, clock);
      expect(await digestOf(second)).toEqual(await digestOf(database));
    } finally {
      await second.close();
      await other.drop();
    }
  });

  it('leaves no fact that differs from a recount, and nothing to announce', async () => {
    expect(await drift(database)).toBe(0);
    expect(await database.query(sql`select from platform.outbox`)).toHaveLength(0);
  });

  it('has three years of contracts of every kind of outcome', async () => {
    const outcomes = await count(
      sql`select origin || ' ' || status as key, count(*) from contracts.contract group by origin, status`,
    );
    const forms = await count(sql`select form as key, count(*) from contracts.contract group by form`);
    console.info('contracts', outcomes, forms);
    const all = Object.values(outcomes).reduce((a, b) => a + b);
    expect(all).toBeGreaterThanOrEqual(600);
    for (const status of ['OFFERED', 'SIGNED', 'COMPLETED', 'TERMINATED', 'DECLINED', 'WITHDRAWN'])
      expect(outcomes[`SIGNED_HERE ${status}`]).toBeGreaterThan(0);
    const attested = Object.entries(outcomes).reduce(
      (sum, [key, some]) => sum + (key.startsWith('ATTESTED') ? some : 0),
      0,
    );
    expect(attested / all).toBeGreaterThan(0.3);
    expect(attested / all).toBeLessThan(0.5);
    expect(Object.keys(forms)).toHaveLength(8);
  });

  it('has a right chain of hashes under every contract', async () => {
    interface Entry {
      contractId: string;
      sequence: number;
      type: ContractEventType;
      at: Date;
      organizationId: string | null;
      version: number;
      facts: Record<string, unknown>;
      hash: string;
    }
    const entries = await database.query<Entry>(sql`
      select contract_id as "contractId", sequence, type, at, organization_id as "organizationId", version, facts, hash
      from contracts.contract_event order by contract_id, sequence`);
    let before: Entry | undefined;
    for (const { hash, ...entry } of entries) {
      const follows = before?.contractId === entry.contractId ? before : undefined;
      expect(entry.sequence).toBe((follows?.sequence ?? 0) + 1);
      expect(hash).toBe(entryHash(entry, follows?.hash ?? ''));
      expect(entry.at.getTime()).toBeGreaterThanOrEqual(follows?.at.getTime() ?? 0);
      before = { ...entry, hash };
    }
    const [bare] = await database.query<{ bare: number }>(sql`
      select count(*) as bare from contracts.contract where not exists (select from contracts.contract_event where contract_id = contract.id)`);
    expect(bare?.bare).toBe(0);
  });

  it('holds of every posting what signed contracts take of it', async () => {
    const differing = await database.query(sql`
      with taken as (
        select unnest(array[line.listing_id, line.demand_id]) as id,
          case when contract.status = 'TERMINATED' then least(line.accepted_kg, line.quantity_kg) else line.quantity_kg end as kg
        from contracts.contract_line line
        join contracts.contract on contract.id = line.contract_id and contract.version = line.version and contract.signed_on is not null
      ), held as (select id, held_kg from market.listing union all select id, held_kg from market.demand)
      select from held where held_kg <> coalesce((select sum(kg) from taken where taken.id = held.id), 0)`);
    expect(differing).toHaveLength(0);
    const wrong = await database.query(sql`
      select from contracts.contract_line line
      where accepted_kg <> coalesce((select sum(accepted_kg) from contracts.delivery where line_id = line.id), 0)`);
    expect(wrong).toHaveLength(0);
  });

  it('has an open market in which a demand fits ten listings on average', async () => {
    const [listings] = await database.query<{ count: number }>(sql`
      select count(*) from market.listing join registry.organization_profile profile
        on profile.organization_id = listing.organization_id and profile.valid @> ${today}::date and status = 'ACTIVE'
      where withdrawn_at is null and held_kg < quantity_kg and upper(available) > ${today}::date`);
    const demands = await database.query<{ id: string; ofTour: boolean }>(sql`
      select demand.id, app_user.login like 'buyer%@demo.lienket.vn' as "ofTour" from market.demand
      left join identity.app_user on app_user.organization_id = buyer_id
      where withdrawn_at is null and held_kg < quantity_kg and upper(deliver) > ${today}::date`);
    expect([listings?.count, demands.length]).toEqual([400, 150]);
    const weights = normaliseWeights(null);
    if (!weights.ok) throw new Error(weights.refusal.code);
    const pages = await new MatchReads(database).matchesOf(
      'DEMAND',
      demands.map(({ id }) => id),
      { weights: weights.value, first: 100, after: null },
      today,
    );
    const counts = [...pages.values()].map(({ totalCount }) => totalCount).sort((a, b) => a - b);
    const mean = counts.reduce((a, b) => a + b) / counts.length;
    console.info(`matches of a demand: mean ${mean.toFixed(2)}, ${counts.join(' ')}`);
    expect(mean).toBeGreaterThanOrEqual(8);
    expect(mean).toBeLessThanOrEqual(14);
    const ofCoops = await count(sql`
      select listing.id as key, 1 as count from market.listing join identity.app_user using (organization_id) where login like 'coop%@demo.lienket.vn'`);
    const toured = demands.filter(({ ofTour }) => ofTour).flatMap(({ id }) => pages.get(id)?.rows ?? []);
    for (const listingId of Object.keys(ofCoops)) expect(toured.map((match) => match.listingId)).toContain(listingId);
  });

  it('has seven accounts that sign in, and two cooperatives that take part in nothing', async () => {
    const config = readConfig({ DATABASE_URL: server.url });
    const names = ['coop', 'coop2', 'buyer', 'buyer2', 'manager', 'province', 'admin'];
    const reads = new UserReads(database);
    const commands = new Commands(database);
    const signIn = new SignIn(commands, new PasswordCheck(database, reads, config), clock, config);
    for (const name of names) {
      const session = await signIn.execute('127.0.0.1', { login: `${name}@demo.lienket.vn`, password: DEMO_PASSWORD });
      expect(session.ok).toBe(true);
    }
    const others = await database.query<{ login: string }>(
      sql`select login from identity.app_user where login not like '%@demo.lienket.vn' limit 1`,
    );
    expect((await signIn.execute('127.0.0.1', { login: others[0]!.login, password: DEMO_PASSWORD })).ok).toBe(false);
    const linked = await database.query(sql`
      select from contracts.contract_party join identity.app_user using (organization_id) where login like 'coop%@demo.lienket.vn'`);
    expect(linked).toHaveLength(0);
  });
});

/** One digest a table, of everything but password hashes. */
async function digestOf(database: Database): Promise<object[]> {
  return database.query<object>(sql`
    select md5(string_agg(row_text, ',' order by row_text)) as digest, count(*) from (
      select 1 as place, organization::text as row_text from registry.organization
      union all select 2, profile::text from registry.organization_profile profile
      union all select 3, rating::text from registry.rating
      union all select 4, listing::text from market.listing
      union all select 5, demand::text from market.demand
      union all select 6, contract::text from contracts.contract
      union all select 7, line::text from contracts.contract_line line
      union all select 8, event::text from contracts.contract_event event
      union all select 9, delivery::text from contracts.delivery
      union all select 10, fact::text from participation.profile_fact fact
      union all select 11, fact::text from participation.link_fact fact
      union all select 12, id::text || login from identity.app_user
    ) everything group by place order by place`);
}
