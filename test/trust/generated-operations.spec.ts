import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { NOWHERE } from '../support/contract-desk.js';
import type { TestDatabase } from '../support/database.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { GeneratedMutations } from '../support/generated-mutations.js';
import type { Operations } from '../support/operations.js';
import { diceOf, seedOfTest, type Dice } from '../support/random-match-world.js';
import { competeInTheOpen, competeUnseen, type RivalMarket } from '../support/rival-market.js';
import { SoundWishes } from '../support/sound-wishes.js';
import { operationsAbout, outsiders, SCHEMA, seedMarket, startWorld, type World } from '../support/two-worlds.js';

const A_ROLE = inShortOrLong(500, 25_000);
const PLANTED_MAX = 2000;
const PLANTED_POSITION = 99;
const AT_ONCE = 16;
const FIRST_MAX = 100;
const TRIES = 20;
const MUTATIONS_IN_TEN = 3;
/** Here is no issuer; test/journeys/openid has one. */
const OF_OPENID = /openId/i;
const NO_FAULTS: ReadonlySet<string> = new Set(['UNAVAILABLE']);

interface Sent {
  readonly role: string;
  readonly who: string;
  readonly token: string | undefined;
  readonly field: string;
  readonly document: string;
  readonly variables?: object;
}
interface Found {
  readonly what: 'a fault of ours' | 'a secret';
  readonly sent: Sent;
  readonly body: string;
}

let seed: TestDatabase;
let world: World;
let market: RivalMarket;
let operations: Operations;
let mutations: GeneratedMutations;
let wishes: SoundWishes;
let dice: Dice;
/** By role; rivals are asked too, so that what is kept from others is seen to be there. */
let roles: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
let apart: ReadonlySet<string | undefined>;
let everybodys: string[];
let near: string[];
const answered = new Map<string, number>();
const outcomes = new Map<string, number>();

beforeAll(async () => {
  const number = seedOfTest();
  console.info(`generated operations: LIENKET_TEST_SEED=${String(number)}`);
  dice = diceOf(number);
  ({ seed, market } = await seedMarket());
  world = await startWorld(seed);
  await competeUnseen(world, market);
  await competeInTheOpen(world, market);
  operations = await operationsAbout(world, market);
  wishes = new SoundWishes(world, market, dice);
  mutations = new GeneratedMutations(SCHEMA, wishes, dice);
  const { nobody, 'a manager of another province': manager80, ...traders } = outsiders(market);
  const { rivalFarm, rivalMill, bystander, manager92, country, administrator } = market;
  const rivals = { rivalFarm: rivalFarm.token, rivalMill: rivalMill.token, bystander: bystander.token };
  roles = {
    ANONYMOUS: { nobody },
    TRADER: { ...traders, ...rivals },
    PROGRAM_MANAGER: { manager80, manager92, country },
    ADMINISTRATOR: { administrator },
  };
  apart = new Set(Object.values(outsiders(market)));
  near = [market.farm, market.mill, market.union, market.stranger].map(({ organizationId }) => organizationId);
  near.push(NOWHERE, 'not an id', market.listing, market.demand);
  everybodys = (
    await world.owner.query<{ id: string }>(sql`
      select id::text from registry.organization union all select id::text from market.listing union all select id::text from market.demand
      union all select id::text from contracts.contract union all select id::text from contracts.contract_line
      union all select id::text from identity.app_user`)
  ).map(({ id }) => id);
});

afterAll(async () => {
  await world.close();
  await seed.drop();
});

async function generate(role: string): Promise<Sent> {
  const [who, token] = dice.of(Object.entries(roles[role]!));
  // Rivals would tell others of their own accord: an offer shows the postings that it refers to.
  const mayChange = apart.has(token) || role !== 'TRADER';
  if (!mayChange || dice.whole(1, 10) > MUTATIONS_IN_TEN) {
    const document = operations.random(dice);
    return { role, who, token, document, field: rootOf(document) };
  }
  // So would managers, by attesting or activating: they are given what is near.
  const { by, onlyBy, ...mutation } = await mutations.random(
    role === 'PROGRAM_MANAGER' || role === 'ADMINISTRATOR' ? near : everybodys,
  );
  const isAsWished = by !== null && (onlyBy === true || dice.whole(0, 1) === 0);
  return isAsWished ? { role, who: 'whoever may', token: by, ...mutation } : { role, who, token, ...mutation };
}

async function send({ role, document, variables, token, ...sent }: Sent): Promise<Found | null> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document, variables }),
  });
  const body = await response.text();
  const { data, errors } = JSON.parse(body) as {
    data?: Record<string, { __typename?: string } | null> | null;
    errors?: { extensions: { code: string } }[];
  };
  const codes = new Set(errors?.map(({ extensions }) => extensions.code));
  const value = Object.values(data ?? {})[0] ?? null;
  const outcome = [...codes][0] ?? (value === null ? 'nothing there' : 'data');
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (outcome === 'data') answered.set(sent.field, (answered.get(sent.field) ?? 0) + 1);
  if (outcome === 'data' && variables) wishes.learn(value!);
  const found = (what: Found['what']) => ({ what, sent: { role, document, variables, token, ...sent }, body });
  if (codes.has('INTERNAL_SERVER_ERROR') || codes.has('OUTCOME_UNKNOWN')) return found('a fault of ours');
  if (response.status >= 500 && ![...codes].every((code) => NO_FAULTS.has(code))) return found('a fault of ours');
  if (apart.has(token) && market.canaries.in(body).some((word) => !document.includes(word))) return found('a secret');
  return null;
}

/** @returns what was wrong, at most so many. */
async function run(each: number, asked = Object.keys(roles), foundMax = Infinity): Promise<Found[]> {
  const left = Array.from({ length: each }, () => asked).flat();
  const found: Found[] = [];
  const client = async () => {
    for (let role = left.pop(); role !== undefined && found.length < foundMax; role = left.pop()) {
      const wrong = await send(await generate(role));
      if (wrong) found.push(wrong);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return found;
}

/** What chance has left out: a mutation as its viewer may well send it, a query with every value of every argument in turn. */
async function sendSoundly(field: string, queries: readonly string[]): Promise<void> {
  const asked = { role: 'ADMINISTRATOR', who: 'administrator', token: market.administrator, field };
  for (let tries = 0; tries < TRIES && !answered.has(field); tries += 1) {
    const mutation = await mutations.sound(field);
    if (mutation) await send({ ...asked, ...mutation, token: mutation.by ?? undefined });
  }
  for (const document of queries.filter((query) => rootOf(query) === field))
    if (!answered.has(field)) await send({ ...asked, document });
}

/** What chance has left out: every query there is, by each trader who is told nothing of the others, until one is told a secret. */
async function askEverything(): Promise<Found[]> {
  const apartTraders = Object.entries(roles['TRADER']!).filter(([, token]) => apart.has(token));
  for (const document of [...operations.everyPath(), ...operations.everyArgument()])
    for (const [who, token] of apartTraders) {
      const found = await send({ role: 'TRADER', who, token, document, field: rootOf(document) });
      if (found?.what === 'a secret') return [found];
    }
  return [];
}

/** What chance has left out: offers that are declined by who may, until one is a fault of ours. */
async function declineSoundly(): Promise<Found[]> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const mutation = await mutations.sound('declineContract');
    const found = mutation && (await send({ role: 'TRADER', who: 'whoever may', ...mutation, token: mutation.by! }));
    if (found) return [found];
  }
  return [];
}

/** Those of the market, from which everything began. */
const first = (table: 'registry.organization' | 'contracts.contract') =>
  table === 'contracts.contract'
    ? sql`(select id from contracts.contract order by created_at, id limit ${FIRST_MAX}::int)`
    : sql`(select id from registry.organization order by created_at, id limit ${FIRST_MAX}::int)`;
const rootOf = (document: string): string => /\{ (\w+)/.exec(document)![1]!;
const countOf = (found: readonly Found[], what: Found['what']) => found.filter((each) => each.what === what).length;
const ROOTS = [SCHEMA.getQueryType()!, SCHEMA.getMutationType()!].flatMap((type) => Object.keys(type.getFields()));

describe('generated operations', () => {
  it('are answered or refused, never with a fault, and never with what others keep to themselves', async () => {
    const from = Date.now();
    const found = await run(A_ROLE);
    const [tookMs, all] = [Date.now() - from, A_ROLE * Object.keys(roles).length];
    console.info(
      `operations ${String(all)}, ${String(Math.round((all * 1000) / tookMs))} a second, internal errors ${String(countOf(found, 'a fault of ours'))}, ` +
        `foreign canaries ${String(countOf(found, 'a secret'))} of ${String(market.canaries.count)}; ${JSON.stringify(Object.fromEntries([...outcomes].sort()))}`,
    );
    expect([...found.slice(0, 3), ...(found.length > 0 ? world.lines.slice(-3) : [])]).toEqual([]);
    expect(world.lines.filter((line) => market.canaries.in(line).length > 0)).toEqual([]);
  }, 2_400_000);

  it('have reached everything: each field at the root was answered with data', async () => {
    const queries = [...operations.everyPath(), ...operations.everyArgument()];
    for (const field of ROOTS.filter((root) => !answered.has(root) && !OF_OPENID.test(root)))
      await sendSoundly(field, queries);
    const never = ROOTS.filter((field) => !answered.has(field) && !OF_OPENID.test(field));
    expect(
      never.map((field) => `Say in test/support/sound-wishes.ts or two-worlds.ts what ${field} can be sent.`),
    ).toEqual([]);
  });

  it('find a secret, were everybody acquainted with everybody and with every contract', async () => {
    await world.owner.query(sql`
      insert into registry.acquaintance (organization_id, seen_by, contact, partner)
      select it.id, other.id, true, true from ${first('registry.organization')} it, ${first('registry.organization')} other
      on conflict (seen_by, organization_id) do update set contact = true, partner = true`);
    await world.owner.query(sql`
      insert into contracts.contract_party (contract_id, organization_id, roles, lead, position)
      select contract.id, organization.id, '{DISTRIBUTOR}', false, ${PLANTED_POSITION} 
      from ${first('contracts.contract')} contract, ${first('registry.organization')} organization
      on conflict do nothing`);
    const byChance = await run(PLANTED_MAX, ['TRADER'], 1);
    const found = countOf(byChance, 'a secret') > 0 ? byChance : await askEverything();
    console.info(
      `planted: everybody acquainted: ${found.map(({ what, sent }) => `${what} told ${sent.who} by ${sent.field}`).join()}`,
    );
    expect(countOf(found, 'a secret')).toBeGreaterThan(0);
  });

  it('find a fault, were the history of contracts broken where it goes on', async () => {
    await world.owner.query(sql`truncate registry.acquaintance`);
    await world.owner.query(sql`delete from contracts.contract_party where position = ${PLANTED_POSITION}`);
    await world.owner.query(sql`create schema planted`);
    await world.owner.query(sql`
      create function planted.break() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$`);
    await world.owner.query(sql`
      create trigger planted before insert on contracts.contract_event for each row
      when (new.type not in ('OFFERED', 'SIGNED_BY_PARTY', 'SIGNED')) execute function planted.break()`);
    const byChance = await run(PLANTED_MAX, Object.keys(roles), 1);
    const found = byChance.length > 0 ? byChance : await declineSoundly();
    console.info(`planted: a broken history: ${found.map(({ what, sent }) => `${what}, by ${sent.field}`).join()}`);
    expect(countOf(found, 'a fault of ours')).toBeGreaterThan(0);
  });
});
