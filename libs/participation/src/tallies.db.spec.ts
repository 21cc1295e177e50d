import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, Commands, type Database, type Queryable } from '@lienket/platform';
import { Country } from '../../../test/oracle/country.js';
import { openTestDatabase, type OpenTestDatabase } from '../../../test/support/database.js';
import type { Tally } from './figure.js';
import { WHOLE_COUNTRY } from './linkage-share.js';
import { ParticipationReads } from './participation.reads.js';
import { Tallies } from './tallies.js';

const LOOKING = 100;
const DAY = '2026-06-01';
const READING = { days: [DAY], denominator: 'ALL', scope: WHOLE_COUNTRY, knownAt: null } as const;

const byKey = (one: Tally, other: Tally): number => (one.key < other.key ? -1 : 1);

describe('a count that many ask for', () => {
  let testDatabase: OpenTestDatabase;
  let database: Database;
  let counts = 0;
  let isAway = false;
  /** The database, with each count of its facts noted. */
  const counting: Queryable = {
    query: (statement) => {
      if (!statement.text.includes('profile_fact')) return database.query(statement);
      counts += 1;
      return isAway ? Promise.reject(new Error('the database is out of reach')) : database.query(statement);
    },
  };

  beforeAll(async () => {
    testDatabase = await openTestDatabase();
    ({ database } = testDatabase);
    await tell('A');
  });
  beforeEach(() => {
    counts = 0;
  });
  afterAll(() => testDatabase.close());

  const tell = (name: string) =>
    database.transaction((tx) => new Country(tx).tell(name, 'COOPERATIVE', { from: '2026-01-01' }));
  const organizations = async (tallies: Tallies, key: 'ALL' | 'KIND' = 'ALL') =>
    (await tallies.of(READING, key)).rows.reduce((sum, tally) => sum + tally.organizations, 0);

  it('is made once, for those who look at the same time and for those who come later', async () => {
    const tallies = new Tallies(counting);
    const seen = await Promise.all(Array.from({ length: LOOKING }, () => organizations(tallies)));
    expect(new Set([...seen, await organizations(tallies)])).toEqual(new Set([1]));
    expect(counts).toBe(1);
  });

  it('is another for another day, another reading, another scope and another grouping', async () => {
    const tallies = new Tallies(counting);
    await tallies.of(READING, 'ALL');
    await tallies.of(READING, 'KIND');
    await tallies.of({ ...READING, days: ['2026-06-02'] }, 'ALL');
    await tallies.of({ ...READING, denominator: 'COOPERATIVES' }, 'ALL');
    for (const scope of [{ provinceCodes: ['80'] }, { kinds: ['COOPERATIVE'] }, { commodityCodes: ['paddy'] }])
      await tallies.of({ ...READING, scope: { ...WHOLE_COUNTRY, ...scope } }, 'ALL');
    expect(counts).toBe(7);
  });

  it('is made anew once more is known, and stays what it was for whoever asks what was known before', async () => {
    const tallies = new Tallies(counting);
    const { knownAt } = await tallies.of(READING, 'ALL');
    await tell('B');
    expect(await organizations(tallies)).toBe(2);
    const before = await tallies.of({ ...READING, knownAt }, 'ALL');
    expect(before.rows.map((tally) => tally.organizations)).toEqual([1]);
    expect(counts).toBe(2);
  });

  it('is made again where it failed', async () => {
    const tallies = new Tallies(counting);
    isAway = true;
    await expect(organizations(tallies)).rejects.toThrow('out of reach');
    isAway = false;
    expect(await organizations(tallies)).toBeGreaterThan(0);
    expect(counts).toBe(2);
  });

  it('says of each day of a long series what it says of the day alone', async () => {
    await database.transaction(async (tx) => {
      const country = new Country(tx);
      await country.tell('F', 'COOPERATIVE', { from: '2026-02-10' });
      await country.tell('G', 'ENTERPRISE', { from: '2026-01-01' });
      await country.sign({ parties: ['F', 'G'], from: '2026-02-01', to: '2026-04-20' });
    });
    const tallies = new Tallies(database);
    const days = Array.from({ length: 130 }, (_, place) => addDays('2026-01-01', place));
    const { rows } = await tallies.of({ ...READING, days }, 'KIND');
    for (const day of days) {
      const alone = await tallies.of({ ...READING, days: [day] }, 'KIND');
      expect(rows.filter((tally) => tally.day === day).sort(byKey)).toEqual([...alone.rows].sort(byKey));
    }
    const taking = rows.filter(({ key, participating }) => key === 'COOPERATIVE' && participating > 0);
    expect(taking.map(({ day }) => day).sort()).toEqual(
      days.filter((day) => day >= '2026-02-10' && day <= '2026-04-20'),
    );
  });

  it('says the same as one that nobody has asked for', async () => {
    const asked = new ParticipationReads(database, new Commands(database));
    for (const name of ['C', 'D', 'E']) {
      await tell(name);
      const fresh = new ParticipationReads(database, new Commands(database));
      await asked.rate(null, DAY, DAY, {});
      expect(await asked.rate(null, DAY, DAY, {})).toEqual(await fresh.rate(null, DAY, DAY, {}));
    }
  });
});
