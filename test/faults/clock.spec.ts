import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordLapsed } from '@lienket/contracts';
import { addDays, startOfDay, type Day } from '@lienket/platform';
import sql from 'sql-template-tag';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { offer, openDeskOn, place, post, read, SIGN, signed, state, tokens, types } from '../support/contract-desk.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { PASSWORD, startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { addNewcomer } from '../support/people.js';

const SETTLED_WITHIN_MS = 30_000;
/** At whose end two clocks disagree. */
const DAY = '2029-06-30';
const TWO_HOURS_MS = 2 * 3_600_000;
const SIGN_IN =
  'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { token } }';
const POSTING = 'query ($id: ID!) { listing(id: $id) { status } demand(id: $id) { status } }';
const FIGURES = `query ($from: Date!, $to: Date!) {
  today: participation(denominator: ALL) { asOf participating counted }
  series: participationSeries(from: $from, to: $to, denominator: ALL) { asOf }
}`;

let database: TestDatabase;
let books: Bookkeeper;
let contractDays = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await openDeskOn(database);
  books = await Bookkeeper.of(database.url);
});
afterAll(async () => {
  await books.close();
  await place.lienket.close();
  await database.drop();
});

const lastInstantOf = (day: Day) => new Date(startOfDay(addDays(day, 1)).getTime() - 1);
const settled = () => eventually(async () => (await books.waitingAnnouncements()) === 0, SETTLED_WITHIN_MS);

describe('at midnight in Việt Nam, 17:00 UTC,', () => {
  it.each([
    ['an ordinary day', '2026-12-15'],
    ['a month', '2027-01-31'],
    ['February', '2027-02-28'],
    ['a short month', '2027-04-30'],
    ['the day before a leap day', '2028-02-28'],
    ['a leap day', '2028-02-29'],
    ['a year', '2028-12-31'],
  ])('%s ends for everything at once, not a millisecond early or late (%s)', async (_, day) => {
    const before = addDays(day, -3);
    const next = addDays(day, 1);
    place.clock.set(startOfDay(before).toISOString());
    const window = { startsOn: before, endsOn: addDays(day, 30) };
    const offered = await offer({ ...window, validUntil: day });
    const running = await signed({ ...window, endsOn: day });
    const coming = await signed({ ...window, startsOn: next });
    const listing = await post('Listing', { availableFrom: before, availableTo: day });
    const demand = await post('Demand', { deliverFrom: before, deliverTo: day });
    await settled();
    const see = async () => {
      const contracts = [await read(offered.id), await read(running.id), await read(coming.id)];
      const figures = await place.lienket.ask<{ today: object; series: { asOf: string }[] }>(FIGURES, {
        from: before,
        to: next,
      });
      // Each by its owner: nobody else sees one that has run out.
      const listed = await place.lienket.ask<{ listing: object }>(POSTING, { id: listing }, place.farm);
      const wanted = await place.lienket.ask<{ demand: object }>(POSTING, { id: demand }, place.mill);
      return {
        postings: [listed.listing, wanted.demand],
        today: figures.today,
        series: figures.series.map(({ asOf }) => asOf),
        contracts: contracts.map((contract) =>
          `${contract?.status ?? ''} ${contract?.inForce === true ? 'in force' : ''}`.trim(),
        ),
      };
    };

    place.clock.set(lastInstantOf(day).toISOString());
    const series = [...new Set([...(next.endsWith('-01') ? [day] : []), next])];
    expect(await see()).toMatchObject({
      contracts: ['OFFERED', 'SIGNED in force', 'SIGNED'],
      postings: [{ status: 'OPEN' }, { status: 'OPEN' }],
      today: { asOf: day },
      series,
    });
    expect(await place.lienket.part(RecordLapsed).record()).toBe(0);

    place.clock.set(startOfDay(next).toISOString());
    expect(await see()).toMatchObject({
      contracts: ['EXPIRED', 'COMPLETED', 'SIGNED in force'],
      postings: [{ status: 'EXPIRED' }, { status: 'EXPIRED' }],
      today: { asOf: next },
      series,
    });
    expect(await place.refusal(tokens.farm, SIGN, { id: offered.id, version: 1 })).toMatchObject(state('EXPIRED'));
    expect(await place.lienket.part(RecordLapsed).record()).toBe(2);
    expect(await place.lienket.part(RecordLapsed).record()).toBe(0);
    // Nothing else is left to run out at the next edge.
    place.clock.set(startOfDay(addDays(day, 31)).toISOString());
    await place.lienket.part(RecordLapsed).record();
  });
});

describe.each(['ahead', 'behind'])('with a second process whose clock is two hours %s,', (where) => {
  let clock: TestClock;
  let second: Lienket;
  /** Whose clock is two hours later, and whose isn't. */
  let fast: Lienket;
  let slow: Lienket;

  beforeAll(async () => {
    clock = new TestClock();
    second = await startLienket({ LIENKET_ROLE: 'api', LIENKET_OFFERS_PER_MINUTE: '100000' }, clock, database);
    [fast, slow] = where === 'ahead' ? [second, place.lienket] : [place.lienket, second];
  });
  afterAll(() => second.close());
  beforeEach(() => {
    setClocks(new Date(lastInstantOf(DAY).getTime() - TWO_HOURS_MS));
  });

  /** The slower clock; the other's is two hours later. */
  function setClocks(instant: Date): void {
    const later = new Date(instant.getTime() + TWO_HOURS_MS);
    place.clock.set((fast === second ? instant : later).toISOString());
    clock.set((fast === second ? later : instant).toISOString());
  }
  const readAt = async (lienket: Lienket, id: string) =>
    (
      await lienket.ask<{ contract: { status: string; inForce: boolean; signedOn: Day | null } }>(
        'query ($id: ID!) { contract(id: $id) { status inForce signedOn } }',
        { id },
        place.farm,
      )
    ).contract;
  const signAt = async (lienket: Lienket, token: string, id: string) =>
    (await lienket.send(SIGN, { id, version: 1 }, { token })).errors?.[0]?.extensions;

  it('each judges days by its own clock and by nothing else, to the millisecond', async () => {
    const window = { startsOn: addDays(DAY, -3), endsOn: DAY };
    const [offered, running] = [await offer({ ...window, validUntil: DAY }), await signed(window)];
    // It is the last millisecond of the day by the fast clock, two hours before that by the slow one.
    expect([await readAt(fast, offered.id), await readAt(fast, running.id)]).toMatchObject([
      { status: 'OFFERED', inForce: false },
      { status: 'SIGNED', inForce: true },
    ]);
    setClocks(new Date(startOfDay(addDays(DAY, 1)).getTime() - TWO_HOURS_MS));
    expect([await readAt(fast, offered.id), await readAt(fast, running.id)]).toMatchObject([
      { status: 'EXPIRED', inForce: false },
      { status: 'COMPLETED', inForce: false },
    ]);
    expect([await readAt(slow, offered.id), await readAt(slow, running.id)]).toMatchObject([
      { status: 'OFFERED' },
      { status: 'SIGNED', inForce: true },
    ]);
    expect(await signAt(fast, tokens.farm, offered.id)).toMatchObject(state('EXPIRED'));
    expect(await signAt(slow, tokens.farm, offered.id)).toBeUndefined();
  });

  it('a contract is of the day of whoever took the last signature, and both show that day', async () => {
    const open = { startsOn: DAY, endsOn: addDays(DAY, 30) };
    const [today, tomorrow] = [await offer(open), await offer(open)];
    setClocks(new Date(startOfDay(addDays(DAY, 1)).getTime() - TWO_HOURS_MS));
    for (const { id } of [today, tomorrow]) expect(await signAt(slow, tokens.farm, id)).toBeUndefined();
    expect(await signAt(slow, tokens.mill, today.id)).toBeUndefined();
    expect(await signAt(fast, tokens.mill, tomorrow.id)).toBeUndefined();
    expect(await readAt(slow, today.id)).toMatchObject({ signedOn: DAY, inForce: true });
    // Signed tomorrow, as the slow one sees it: not in force before.
    expect(await readAt(slow, tomorrow.id)).toMatchObject({ signedOn: addDays(DAY, 1), inForce: false });
    expect(await readAt(fast, tomorrow.id)).toMatchObject({ inForce: true });
    expect(await books.faults()).toEqual({});
  });

  it('what is known becomes known in one order, by the clock of the database', async () => {
    const from = await databaseNow();
    for (let turn = 0; turn < 6; turn += 1) {
      // Longer each time, so that something becomes known.
      contractDays += 1;
      const { id } = await offer({ startsOn: DAY, endsOn: addDays(DAY, 100 + contractDays) });
      await place.ask(tokens.farm, SIGN, { id, version: 1 });
      expect(await signAt(turn % 2 === 0 ? slow : fast, tokens.mill, id)).toBeUndefined();
      await settled();
      const { participation } = await second.ask<{ participation: { knownAt: string } }>(
        '{ participation { knownAt } }',
      );
      expect(Date.parse(participation.knownAt)).toBeLessThanOrEqual((await databaseNow()).getTime());
    }
    const instants = await place.database.query<{ at: Date }>(
      sql`select at from participation.known_instant where at >= ${from} order by ctid`,
    );
    const times = instants.map(({ at }) => at.getTime());
    expect(times.length).toBeGreaterThanOrEqual(6);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual((await databaseNow()).getTime());
  });

  it('a session runs out by the clock of the process that is asked', async () => {
    const { login } = await addNewcomer(place.lienket);
    const { signIn } = await place.lienket.ask<{ signIn: { token: string; expiresAt: string } }>(
      SIGN_IN.replace('{ token }', '{ token expiresAt }'),
      { login, password: PASSWORD },
    );
    const end = Date.parse(signIn.expiresAt);
    const who = (lienket: Lienket) => lienket.send<{ me: object | null }>('{ me { id } }', {}, signIn);
    const isOut = { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };
    setClocks(new Date(end - TWO_HOURS_MS - 1));
    expect([await who(slow), await who(fast)]).toMatchObject([{ data: {} }, { data: {} }]);
    setClocks(new Date(end - TWO_HOURS_MS));
    expect((await who(slow)).errors).toBeUndefined();
    expect(await who(fast)).toMatchObject(isOut);
    setClocks(new Date(end));
    expect(await who(slow)).toMatchObject(isOut);
  });

  it('attempts are counted by the clock of the database, so that neither opens a window early', async () => {
    const { login } = await addNewcomer(place.lienket);
    const attempt = async (lienket: Lienket) =>
      (await lienket.send(SIGN_IN, { login, password: 'not the password' })).errors?.[0]?.extensions.code;
    for (let times = 0; times < 5; times += 1)
      expect(await attempt(times % 2 === 0 ? slow : fast)).toBe('UNAUTHENTICATED');
    setClocks(new Date(lastInstantOf(DAY).getTime() + TWO_HOURS_MS));
    expect([await attempt(fast), await attempt(slow)]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  });

  const databaseNow = async (): Promise<Date> =>
    (await place.database.query<{ now: Date }>(sql`select date_trunc('milliseconds', clock_timestamp()) as now`))[0]!
      .now;
});

it('an offer that was written down as expired ahead of time is signed where its day still lasts, once', async () => {
  const here = new Date(lastInstantOf(DAY).getTime() - TWO_HOURS_MS);
  place.clock.set(here.toISOString());
  const { id } = await offer({ startsOn: DAY, endsOn: addDays(DAY, 30), validUntil: DAY });
  place.clock.set(startOfDay(addDays(DAY, 1)).toISOString());
  await place.lienket.part(RecordLapsed).record();
  place.clock.set(here.toISOString());
  expect(types(await read(id))).toEqual(['OFFERED', 'EXPIRED']);
  for (const token of [tokens.farm, tokens.mill]) await place.ask(token, SIGN, { id, version: 1 });
  expect(await read(id)).toMatchObject({ status: 'SIGNED', signedOn: DAY });
  expect(await books.faults()).toEqual({});
});
