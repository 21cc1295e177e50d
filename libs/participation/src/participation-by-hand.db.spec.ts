import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, type Transaction } from '@lienket/platform';
import { Country } from '../../../test/oracle/country.js';
import { openTestDatabase, type OpenTestDatabase } from '../../../test/support/database.js';
import { WHOLE_COUNTRY, type Denominator, type ParticipationScope } from './linkage-share.js';
import { readGroups, readRates } from './readings.js';
import { Tallies } from './tallies.js';

/** Ten histories whose figures were counted by hand: each test is the explanation of one rule of linkage-share@1. */
describe('linkage-share@1, counted by hand', () => {
  let testDatabase: OpenTestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await openTestDatabase();
    ({ database } = testDatabase);
  });

  afterAll(() => testDatabase.close());

  /** Each history stands alone: nothing of it is kept. */
  async function inCountry(
    tell: (country: Country, share: (day: string, asked?: Asked) => Promise<string>, tx: Transaction) => Promise<void>,
  ) {
    await database
      .transaction(async (tx) => {
        await tell(new Country(tx), (day, asked) => shareOn(tx, day, asked), tx);
        throw new Done();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Done)) throw error;
      });
  }

  it('1. counts a cooperative from the first day of its contract to the last, and not the enterprise', () =>
    inCountry(async (country, share) => {
      await country.tell('HTX Mỹ Tho', 'COOPERATIVE', { from: '2026-01-01' });
      await country.tell('HTX Cái Bè', 'COOPERATIVE', { from: '2026-01-01' });
      await country.tell('Công ty Sông Tiền', 'ENTERPRISE', { from: '2026-01-01' });
      await country.sign({ parties: ['HTX Mỹ Tho', 'Công ty Sông Tiền'], from: '2026-03-01', to: '2026-06-30' });
      // Two cooperatives are counted; one takes part on 1 March and 30 June, none the day before and the day after.
      expect(await share('2026-02-28')).toBe('0/2');
      expect(await share('2026-03-01')).toBe('1/2');
      expect(await share('2026-06-30')).toBe('1/2');
      expect(await share('2026-07-01')).toBe('0/2');
    }));

  it('2. begins on the day of the last signature where that is later than the first day of the term', () =>
    inCountry(async (country, share) => {
      await country.tell('A', 'COOPERATIVE', { from: '2026-01-01' });
      await country.tell('B', 'ENTERPRISE', { from: '2026-01-01' });
      await country.sign({ parties: ['A', 'B'], from: '2026-03-01', to: '2026-12-31', signedOn: '2026-04-10' });
      expect(await share('2026-04-09')).toBe('0/1');
      expect(await share('2026-04-10')).toBe('1/1');
    }));

  it('3. ends the day before the first day on which the contract no longer holds', () =>
    inCountry(async (country, share) => {
      await country.tell('A', 'COOPERATIVE_GROUP', { from: '2026-01-01' });
      await country.tell('B', 'ENTERPRISE', { from: '2026-01-01' });
      const contract = await country.sign({ parties: ['A', 'B'], from: '2026-01-01', to: '2026-12-31' });
      await country.terminate(contract, '2026-05-01');
      expect(await share('2026-04-30')).toBe('1/1');
      expect(await share('2026-05-01')).toBe('0/1');
    }));

  it('4. does not take a plain sale for a linkage', () =>
    inCountry(async (country, share) => {
      await country.tell('A', 'COOPERATIVE', { from: '2026-01-01' });
      await country.tell('B', 'ENTERPRISE', { from: '2026-01-01' });
      await country.sign({ parties: ['A', 'B'], from: '2026-01-01', to: '2026-12-31', form: 'SPOT_SALE' });
      expect(await share('2026-06-01')).toBe('0/1');
    }));

  it('5. does not count a contract between a union and its member, while it is a member', () =>
    inCountry(async (country, share) => {
      await country.tell('Liên hiệp', 'COOPERATIVE_UNION', { from: '2026-01-01' });
      await country.tell(
        'A',
        'COOPERATIVE',
        { from: '2026-01-01' },
        { from: '2026-02-01', union: 'Liên hiệp' },
        { from: '2026-09-01' },
      );
      await country.sign({ parties: ['A', 'Liên hiệp'], from: '2026-01-01', to: '2026-12-31' });
      // January: two strangers take part both. February to August: a union and its member. September: strangers again.
      expect(await share('2026-01-31')).toBe('2/2');
      expect(await share('2026-02-01')).toBe('0/2');
      expect(await share('2026-08-31')).toBe('0/2');
      expect(await share('2026-09-01')).toBe('2/2');
    }));

  it("6. does not make members take part by their union's contract", () =>
    inCountry(async (country, share) => {
      await country.tell('Liên hiệp', 'COOPERATIVE_UNION', { from: '2026-01-01' });
      await country.tell('A', 'COOPERATIVE', { from: '2026-01-01', union: 'Liên hiệp' });
      await country.tell('B', 'ENTERPRISE', { from: '2026-01-01' });
      await country.sign({ parties: ['Liên hiệp', 'B'], from: '2026-01-01', to: '2026-12-31' });
      expect(await share('2026-06-01')).toBe('1/2');
      expect(await share('2026-06-01', { denominator: 'COOPERATIVES' })).toBe('0/1');
    }));

  it('7. stops when the only partner is suspended, and goes on when it is active again', () =>
    inCountry(async (country, share) => {
      await country.tell('A', 'COOPERATIVE', { from: '2026-01-01' });
      await country.tell('B', 'ENTERPRISE', { from: '2026-01-01' });
      await country.sign({ parties: ['A', 'B'], from: '2026-01-01', to: '2026-12-31' });
      await country.tell(
        'B',
        'ENTERPRISE',
        { from: '2026-01-01' },
        { from: '2026-03-01', status: 'SUSPENDED' },
        { from: '2026-04-01' },
      );
      expect(await share('2026-02-28')).toBe('1/1');
      expect(await share('2026-03-15')).toBe('0/1');
      expect(await share('2026-04-01')).toBe('1/1');
    }));

  it('8. reads the target in four ways, and says who is left out and why', () =>
    inCountry(async (country, share, tx) => {
      await country.tell('Tốt', 'COOPERATIVE', { from: '2026-01-01' });
      await country.tell('Yếu', 'COOPERATIVE', { from: '2026-01-01', agricultural: false });
      await country.tell('Tổ', 'COOPERATIVE_GROUP', { from: '2026-01-01' });
      await country.tell('Tạm ngưng', 'COOPERATIVE', { from: '2026-01-01', status: 'SUSPENDED' });
      await country.tell('B', 'ENTERPRISE', { from: '2026-01-01' });
      await country.rate('Tốt', 2025, 82.5, 'GOOD');
      await country.rate('Yếu', 2025, 49, 'WEAK');
      await country.sign({ parties: ['Tốt', 'B'], from: '2026-01-01', to: '2026-12-31' });
      expect(await share('2026-06-01', { denominator: 'ALL' })).toBe('1/3');
      expect(await share('2026-06-01', { denominator: 'GOOD_OR_FAIR' })).toBe('1/1');
      expect(await share('2026-06-01', { denominator: 'COOPERATIVES' })).toBe('1/2');
      expect(await share('2026-06-01', { denominator: 'AGRICULTURAL_COOPERATIVES' })).toBe('1/1');
      const [rate] = await readRates(tx, new Tallies(tx), {
        days: ['2026-06-01'],
        denominator: 'GOOD_OR_FAIR',
        scope: WHOLE_COUNTRY,
        knownAt: null,
      });
      expect(rate?.excluded).toEqual([
        { reason: 'ENTERPRISE', count: 1 },
        { reason: 'NOT_ACTIVE', count: 1 },
        { reason: 'UNRATED', count: 1 },
        { reason: 'RATED_LOWER', count: 1 },
      ]);
    }));

  it('9. keeps what was known then beside what is known now, when a move is corrected later', () =>
    inCountry(async (country, share) => {
      await country.tell('B', 'ENTERPRISE', { from: '2026-01-01' });
      const first = await country.tell('A', 'COOPERATIVE', { from: '2026-01-01', province: '92' });
      // Later somebody finds that A had moved to An Giang on 1 February.
      const corrected = await country.tell(
        'A',
        'COOPERATIVE',
        { from: '2026-01-01', province: '92' },
        { from: '2026-02-01', province: '91' },
      );
      const inCanTho = { scope: { ...WHOLE_COUNTRY, provinceCodes: ['92'] } };
      expect(await share('2026-03-01', { ...inCanTho, knownAt: first })).toBe('0/1');
      expect(await share('2026-03-01', { ...inCanTho, knownAt: corrected })).toBe('0/0');
      expect(await share('2026-01-31', { ...inCanTho, knownAt: corrected })).toBe('0/1');
    }));

  it('10. tells apart who takes part by attested contracts alone, for a commodity too', () =>
    inCountry(async (country, _, tx) => {
      await country.tell('A', 'COOPERATIVE', { from: '2026-01-01' });
      await country.tell('C', 'COOPERATIVE', { from: '2026-01-01' });
      await country.tell('B', 'ENTERPRISE', { from: '2026-01-01' });
      await country.sign({
        parties: ['A', 'B'],
        from: '2026-01-01',
        to: '2026-12-31',
        attested: true,
        commodity: 'mango',
      });
      await country.sign({
        parties: ['C', 'B'],
        from: '2026-01-01',
        to: '2026-12-31',
        attested: true,
        commodity: 'mango',
      });
      await country.sign({ parties: ['C', 'B'], from: '2026-05-01', to: '2026-12-31', commodity: 'durian' });
      const reading = { days: ['2026-06-01'], denominator: 'ALL' as const, scope: WHOLE_COUNTRY, knownAt: null };
      const [rate] = await readRates(tx, new Tallies(tx), reading);
      // A stands on paper alone; C also on a contract signed here.
      expect([rate?.participating, rate?.participatingByAttestation]).toEqual([2, 1]);
      const groups = await readGroups(tx, new Tallies(tx), reading, 'COMMODITY');
      expect(groups.map(({ key, rate: of }) => [key, of.participating, of.participatingByAttestation])).toEqual([
        ['durian', 1, 0],
        ['mango', 2, 2],
      ]);
    }));
});

interface Asked {
  readonly denominator?: Denominator;
  readonly scope?: ParticipationScope;
  readonly knownAt?: Date | null;
}

async function shareOn(
  tx: Transaction,
  day: string,
  { denominator = 'ALL', scope = WHOLE_COUNTRY, knownAt = null }: Asked = {},
): Promise<string> {
  const [rate] = await readRates(tx, new Tallies(tx), { days: [day], denominator, scope, knownAt });
  return `${String(rate?.participating)}/${String(rate?.counted)}`;
}

class Done extends Error {}
