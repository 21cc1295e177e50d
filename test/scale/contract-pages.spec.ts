import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database, type Queryable } from '@lienket/platform';
import sql, { raw } from 'sql-template-tag';
import { addCrowd, type Member } from '../support/crowd.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { addPerson } from '../support/people.js';

const CONTRACTS = 20_000;
const ROUNDS = 5;
const REQUESTS = 100;
const TIMEOUT_MS = 180_000;
const AT_ONCE = 8;

const GUARDED = ['contract', 'contract_party', 'contract_version', 'contract_line', 'signature', 'contract_event'];
const CONTRACT_PAGE = `{ contracts(first: 20) { nodes { number status terms
  parties { organization { name } roles signedAt } lines { quantityKg priceVndPerKg } } pageInfo { hasNextPage } } }`;
const LISTING_PAGE = '{ listings(first: 20) { nodes { quantityKg askPriceVndPerKg organization { name } } } }';

type Way = 'guarded' | 'unguarded';

/** What the second layer costs: the same pages with it, and without it and its settings, in turns. */
describe('a page', () => {
  let lienket: Lienket;
  let trader: Member;
  let manager: string;

  beforeAll(async () => {
    lienket = await startLienket({ LIENKET_ROLE: 'api' });
    const members = await addCrowd(lienket.owner, 'COOPERATIVE', 200, 'PRODUCER');
    [trader] = members as [Member, ...Member[]];
    manager = await addPerson(lienket, 'province@example.vn', 'PROGRAM_MANAGER', ['92']);
    const ids = members.map(({ organizationId }) => organizationId);
    await lienket.owner.query(sql`
      with made as (
        insert into contracts.contract (number, origin, status, form, version, offered_by, terms, starts_on, ends_on, signed_on, commodity_codes, created_at)
        select 'LK-' || n, 'SIGNED_HERE', 'SIGNED', 'PROCESSING', 1, (${ids}::uuid[])[1 + n % 200], 'Giao tại kho', '2026-01-01', '2030-12-31', '2026-01-01',
          '{paddy}', timestamptz '2026-01-01' + n * interval '1 minute'
        from generate_series(1, ${CONTRACTS}::int) n returning id, substr(number, 4)::int as n
      ), parties as (
        insert into contracts.contract_party
        select id, (${ids}::uuid[])[1 + (n + place * (1 + n / 200 % 199)) % 200], '{PRODUCER}', place = 0, place from made, generate_series(0, 1) place
      ), signatures as (
        insert into contracts.signature
        select id, 1, (${ids}::uuid[])[1 + (n + place * (1 + n / 200 % 199)) % 200], gen_random_uuid(), now() from made, generate_series(0, 1) place
      ) insert into contracts.contract_line (contract_id, version, position, supplier_id, buyer_id, commodity_code, quantity_kg, price_mechanism, price_vnd_per_kg)
        select id, 1, place, (${ids}::uuid[])[1 + n % 200], (${ids}::uuid[])[1 + (n + 1 + n / 200 % 199) % 200], 'paddy', 1000, 'FIXED', 7000
        from made, generate_series(0, 1) place`);
    await lienket.owner.query(sql`
      insert into market.listing (organization_id, commodity_code, quantity_kg, minimum_lot_kg, available, ask_price_vnd_per_kg, province_code, created_at)
      select (${ids}::uuid[])[1 + n % 200], 'paddy', 1000, 1, '[2026-01-01,2090-01-01)', 7000, '92', timestamptz '2026-01-01' + n * interval '1 minute'
      from generate_series(1, 5000) n`);
    await lienket.owner.query(sql`vacuum analyze`);
  });

  afterAll(() => lienket.close());

  it.each([
    ['to a trader', () => trader.token],
    ['to the manager of a province', () => manager],
  ])(
    'of contracts %s costs little more than without the guard',
    async (who, token) => {
      expect(await compare(`contracts ${who}`, CONTRACT_PAGE, token())).toBeGreaterThan(0.65);
    },
    TIMEOUT_MS,
  );

  it(
    'of open listings is asked as before',
    async () => {
      const onBehalf = jest.spyOn(lienket.part(Database), 'as');
      await lienket.ask(LISTING_PAGE, {}, { token: trader.token });
      expect(onBehalf).not.toHaveBeenCalled();
      onBehalf.mockRestore();
      await compare('open listings', LISTING_PAGE, trader.token);
    },
    TIMEOUT_MS,
  );

  it('is asked with the settings in one round trip, which beats four', async () => {
    const api = lienket.part(Database);
    const actor = { 'lienket.role': 'ADMINISTRATOR' } as const;
    const question = sql`select 1`;
    const inOne = () => api.as(actor).query(question);
    const inFour = () => api.transaction((tx) => tx.query(question), actor);
    const bare = () => api.query(question);
    const rates = { inOne: [] as number[], inFour: [] as number[], bare: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.bare.push(await rateOf(bare));
      rates.inOne.push(await rateOf(inOne));
      rates.inFour.push(await rateOf(inFour));
    }
    console.info(
      `questions a second: bare ${median(rates.bare).toFixed(0)}, in one round trip ${median(rates.inOne).toFixed(0)}, in four ${median(rates.inFour).toFixed(0)}`,
    );
    expect(median(rates.inOne.map((rate, index) => rate / (rates.inFour[index] ?? NaN)))).toBeGreaterThan(1);
  });

  /** Pages a second with the guard, as a share of those without it; the answers must be the same. */
  async function compare(name: string, document: string, token: string): Promise<number> {
    const rates: Record<Way, number[]> = { guarded: [], unguarded: [] };
    const page = () => lienket.ask(document, {}, { token });
    const answers = new Set<string>();
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const way of round % 2 === 0 ? (['guarded', 'unguarded'] as const) : (['unguarded', 'guarded'] as const))
        await asWay(way, async () => {
          answers.add(JSON.stringify(await page()));
          // The switch made every connection forget its plans: what they cost is no part of what is measured.
          await rateOf(page);
          const rate = await rateOf(page);
          if (round > 0) rates[way].push(rate);
        });
    expect(answers.size).toBe(1);
    const ratios = rates.guarded.map((rate, index) => rate / (rates.unguarded[index] ?? NaN));
    const [guarded, unguarded] = [median(rates.guarded).toFixed(0), median(rates.unguarded).toFixed(0)];
    console.info(
      `pages of ${name}: guarded ${guarded}/s, unguarded ${unguarded}/s, ratio ${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`,
    );
    return median(ratios);
  }

  async function asWay(way: Way, work: () => Promise<void>): Promise<void> {
    if (way === 'guarded') return work();
    const api = lienket.part(Database);
    const as = api.as.bind(api);
    api.as = (): Queryable => api;
    for (const table of GUARDED)
      await lienket.owner.query(sql`alter table ${raw(`contracts.${table}`)} disable row level security`);
    try {
      await work();
    } finally {
      api.as = as;
      for (const table of GUARDED)
        await lienket.owner.query(sql`alter table ${raw(`contracts.${table}`)} enable row level security`);
    }
  }
});

/** A second, of requests sent by several at once. */
async function rateOf(ask: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  let left = REQUESTS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1;
        await ask();
      }
    }),
  );
  return (REQUESTS * 1000) / (performance.now() - startedAt);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
