import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, businessDay } from '@lienket/platform';
import { startLienket, type Lienket } from '../support/lienket.js';
import { addPerson, addTrader } from '../support/people.js';

const today = businessDay(new Date());
const WINDOW = { availableFrom: today, availableTo: addDays(today, 20) };
const BUNDLES = `query ($id: ID!, $first: Int, $weights: MatchWeights) { demand(id: $id) {
  bundles(first: $first, weights: $weights) {
    quantityKg averagePriceVndPerKg score gap suppliers { quantityKg listing { id askPriceVndPerKg organization { name } } } }
  matches(first: 100, weights: $weights) { nodes { score listing { id } } } } }`;

interface Answer {
  readonly demand: {
    readonly bundles: readonly {
      readonly quantityKg: string;
      readonly averagePriceVndPerKg: string | null;
      readonly score: number;
      readonly gap: number;
      readonly suppliers: readonly {
        readonly quantityKg: string;
        readonly listing: { id: string; askPriceVndPerKg: string | null; organization: { name: string } };
      }[];
    }[];
    readonly matches: { readonly nodes: readonly { score: number; listing: { id: string } }[] };
  };
}

describe('Suppliers who fill a demand together', () => {
  let lienket: Lienket;
  let buyer: { token: string };
  let manager: string;

  beforeAll(async () => {
    lienket = await startLienket();
    manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER');
    buyer = await addTrader(lienket, manager, {
      ...{ kind: 'ENTERPRISE', name: 'Nhà máy gạo Cần Thơ', provinceCode: '92', chainRoles: ['PROCESSOR'] },
    });
    await list('HTX Thới Lai', { quantityKg: '5000', minimumLotKg: '1000', askPriceVndPerKg: '7000' });
    await list('HTX Cờ Đỏ', { quantityKg: '4000', minimumLotKg: '3500', askPriceVndPerKg: '6900' });
    await list('HTX Vĩnh Thạnh', { quantityKg: '2500.5', minimumLotKg: '100', askPriceVndPerKg: '7400' });
    await list('HTX Phong Điền', { quantityKg: '6000', minimumLotKg: '1', askPriceVndPerKg: '7100' });
  });
  afterAll(() => lienket.close());

  async function list(name: string, lot: object): Promise<void> {
    const seller = { kind: 'COOPERATIVE', name, provinceCode: '92', chainRoles: ['PRODUCER'] };
    const { token } = await addTrader(lienket, manager, seller);
    const input = { commodityCode: 'paddy', ...WINDOW, ...lot };
    await lienket.ask('mutation ($input: ListingInput!) { createListing(input: $input) { id } }', { input }, { token });
  }
  async function post(more: object): Promise<string> {
    const input = {
      commodityCode: 'paddy',
      deliverFrom: today,
      deliverTo: addDays(today, 9),
      quantityKg: '8000',
      ...more,
    };
    const document = 'mutation ($input: DemandInput!) { it: createDemand(input: $input) { id } }';
    return (await lienket.ask<{ it: { id: string } }>(document, { input }, buyer)).it.id;
  }
  const ask = async (id: string, more: object = {}) =>
    (await lienket.ask<Answer>(BUNDLES, { id, ...more }, buyer)).demand;

  it('fill it to the gram within every limit, score what their matches do less 0.01 each, best first', async () => {
    const { bundles, matches } = await ask(
      await post({ maximumPriceVndPerKg: '7500', minimumLotKg: '1500', maximumSuppliers: 3 }),
    );
    expect(bundles.length).toBe(3);
    const scoreOf = new Map(matches.nodes.map(({ score, listing }) => [listing.id, score]));
    const least: Record<string, number> = { 'HTX Cờ Đỏ': 3500 };
    const most: Record<string, number> = {
      'HTX Thới Lai': 5000,
      'HTX Cờ Đỏ': 4000,
      'HTX Vĩnh Thạnh': 2500.5,
      'HTX Phong Điền': 6000,
    };
    for (const { suppliers, quantityKg, averagePriceVndPerKg, score, gap } of bundles) {
      const kg = suppliers.map((supplier) => Number(supplier.quantityKg));
      expect([quantityKg, kg.reduce((a, b) => a + b)]).toEqual(['8000', 8000]);
      expect(suppliers.length).toBeLessThanOrEqual(3);
      let [scores, paid] = [0, 0];
      for (const { quantityKg: part, listing } of suppliers) {
        expect(Number(part)).toBeGreaterThanOrEqual(least[listing.organization.name] ?? 1500);
        expect(Number(part)).toBeLessThanOrEqual(most[listing.organization.name] ?? 0);
        scores += scoreOf.get(listing.id)! * Number(part);
        paid += Number(listing.askPriceVndPerKg) * Number(part);
      }
      expect(score).toBeCloseTo(scores / 8000 - 0.01 * (suppliers.length - 1), 5);
      expect(Number(averagePriceVndPerKg)).toBeCloseTo(paid / 8000, 3);
      expect(gap).toBeGreaterThanOrEqual(0);
    }
    const ranked = bundles.map(({ score }) => score);
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
    expect(
      new Set(
        bundles.map(({ suppliers }) =>
          suppliers
            .map(({ listing }) => listing.id)
            .sort()
            .join(),
        ),
      ).size,
    ).toBe(3);
    for (const { score, gap } of bundles) expect(ranked[0]).toBeLessThanOrEqual(score + gap);
  });

  it('are none where the limits leave too little, and one where one has enough', async () => {
    expect((await ask(await post({ maximumSuppliers: 1 }))).bundles).toEqual([]);
    expect((await ask(await post({ quantityKg: '90000' }))).bundles).toEqual([]);
    const { bundles } = await ask(await post({ quantityKg: '5500', maximumSuppliers: 1 }), { first: 10 });
    expect(bundles).toMatchObject([
      { quantityKg: '5500', suppliers: [{ listing: { organization: { name: 'HTX Phong Điền' } } }] },
    ]);
  });

  it.each([
    [{ first: 0 }, 'first'],
    [{ first: 11 }, 'first'],
    [{ weights: {} }, 'weights'],
    [{ weights: { timing: 2 } }, 'weights.timing'],
  ])('are refused for %j', async (variables, field) => {
    const answer = await lienket.send(BUNDLES, { id: await post({}), ...variables }, buyer);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field });
  });
});
