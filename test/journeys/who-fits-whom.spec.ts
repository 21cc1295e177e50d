import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, businessDay } from '@lienket/platform';
import { MatchReads } from '@lienket/matching';
import { startLienket, type Lienket } from '../support/lienket.js';
import { addPerson, addTrader } from '../support/people.js';

const today = businessDay(new Date());

interface Connection {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly {
    readonly score: number;
    readonly quantityKg: string;
    readonly distanceKm: number;
    readonly distanceIsApproximate: boolean;
    readonly listing: { readonly id: string; readonly askPriceVndPerKg: string | null };
    readonly demand: { readonly id: string; readonly buyer: { readonly name: string } };
    readonly parts: readonly { criterion: string; value: number; weight: number; reason: string }[];
  }[];
}

const MATCHES = `totalCount pageInfo { hasNextPage endCursor } nodes { score quantityKg distanceKm distanceIsApproximate
  listing { id askPriceVndPerKg } demand { id buyer { name } } parts { criterion value weight reason } }`;
const OF_DEMAND = `query ($id: ID!, $first: Int, $after: String, $weights: MatchWeights) {
  demand(id: $id) { matches(first: $first, after: $after, weights: $weights) { ${MATCHES} } } }`;
const WHY = `query ($listingId: ID!, $demandId: ID!) { explainPair(listingId: $listingId, demandId: $demandId) {
  feasible failures { rule listingHas demandWants change canChange } match { score listing { id } demand { id } } } }`;
const OF_LISTINGS = `{ listings { nodes { id matches(first: 1) { ${MATCHES} } } } }`;

describe('Who fits whom', () => {
  let lienket: Lienket;
  let buyer: { token: string };
  let seller: { token: string };
  let list: (askPriceVndPerKg: string, quantityKg?: string) => Promise<string>;
  let demandId: string;
  let cheapId: string;
  let dearId: string;
  let tooDearId: string;

  beforeAll(async () => {
    lienket = await startLienket();
    const manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER');
    seller = await addTrader(lienket, manager, {
      kind: 'COOPERATIVE',
      name: 'HTX Sầu riêng Krông Pắc',
      provinceCode: '66',
      chainRoles: ['PRODUCER'],
    });
    buyer = await addTrader(lienket, manager, {
      kind: 'ENTERPRISE',
      name: 'Công ty Chế biến Tây Nguyên',
      provinceCode: '79',
      chainRoles: ['PROCESSOR'],
    });
    list = async (askPriceVndPerKg, quantityKg = '5000.5') => {
      const input = {
        commodityCode: 'durian',
        quantityKg,
        availableFrom: today,
        availableTo: addDays(today, 20),
        askPriceVndPerKg,
        latitude: 12.71,
        longitude: 108.3,
      };
      const document = 'mutation ($input: ListingInput!) { createListing(input: $input) { id } }';
      const created = await lienket.ask<{ createListing: { id: string } }>(
        document,
        { input },
        { token: seller.token },
      );
      return created.createListing.id;
    };
    [cheapId, dearId] = [await list('60000'), await list('65000')];
    tooDearId = await list('70001');
    const input = {
      commodityCode: 'durian',
      quantityKg: '8000',
      deliverFrom: today,
      deliverTo: addDays(today, 9),
      maximumPriceVndPerKg: '70000',
    };
    const { createDemand } = await lienket.ask<{ createDemand: { id: string } }>(
      'mutation ($input: DemandInput!) { createDemand(input: $input) { id } }',
      { input },
      { token: buyer.token },
    );
    demandId = createDemand.id;
  });

  afterAll(() => lienket.close());

  const matchesOf = async (variables: object = {}, language: 'vi' | 'en' = 'en') => {
    const asked = { id: demandId, ...variables };
    const { demand } = await lienket.ask<{ demand: { matches: Connection } }>(OF_DEMAND, asked, {
      token: buyer.token,
      language,
    });
    return demand.matches;
  };

  it('ranks the listings that fit a demand and says why', async () => {
    const matches = await matchesOf();
    expect(matches).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
    expect(matches.nodes.map((match) => match.listing.id)).toEqual([cheapId, dearId]);
    const [best] = matches.nodes;
    expect(best).toMatchObject({ quantityKg: '5000.5', distanceIsApproximate: true, demand: { id: demandId } });
    const sum = best!.parts.reduce((total, part) => total + part.value * part.weight, 0);
    expect(best!.score).toBeCloseTo(sum, 6);
    expect(best!.parts[0]).toEqual({
      criterion: 'PRICE',
      value: 10 / 21,
      weight: 0.3,
      reason: 'The asking price of 60,000 VND/kg is 10,000 VND/kg below what the buyer pays at most.',
    });
    const inVietnamese = (await matchesOf({}, 'vi')).nodes[0]!.parts[0]!.reason;
    expect(inVietnamese).toBe('Giá chào 60.000 đồng/kg, thấp hơn 10.000 đồng/kg so với giá cao nhất mà bên mua trả.');
  });

  it('goes through them page by page, by the weights asked for', async () => {
    const weights = { price: 0, timing: 0.5 };
    const first = await matchesOf({ first: 1, weights });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await matchesOf({ first: 1, weights, after: first.pageInfo.endCursor });
    expect(second.pageInfo.hasNextPage).toBe(false);
    const pages = [...first.nodes, ...second.nodes];
    expect(pages.map((match) => match.score)).toEqual([1, 1]);
    expect(pages.map((match) => match.listing.id)).toEqual([cheapId, dearId].sort());
  });

  it('finds the demands that fit each listing of a list', async () => {
    const { listings } = await lienket.ask<{ listings: { nodes: { id: string; matches: Connection }[] } }>(
      OF_LISTINGS,
      {},
      { token: buyer.token },
    );
    const demandsOf = Object.fromEntries(
      listings.nodes.map(({ id, matches }) => [id, matches.nodes.map((match) => match.demand.id)]),
    );
    expect(demandsOf).toMatchObject({ [cheapId]: [demandId], [dearId]: [demandId] });
    expect(Object.values(demandsOf)).toContainEqual([]);
  });

  it.each([
    ['a page', '{ demand(id: $id) { it: matches { nodes { score listing { id } } } } }'],
    ['its bundles', '{ demand(id: $id) { it: bundles(first: 10) { score suppliers { listing { id } } } } }'],
  ])('leaves out of %s what is withdrawn after it was ranked', async (_, selection) => {
    const withdrawn = await list('59000', '9000');
    const reads = lienket.part(MatchReads);
    const rank = reads.matchesOf.bind(reads);
    reads.matchesOf = async (...asked) => {
      const pages = await rank(...asked);
      await lienket.ask('mutation ($id: ID!) { withdrawListing(id: $id) { id } }', { id: withdrawn }, seller);
      return pages;
    };
    const { demand } = await lienket
      .ask<{ demand: { it: object } }>(`query ($id: ID!) ${selection}`, { id: demandId }, buyer)
      .finally(() => (reads.matchesOf = rank));
    expect(JSON.stringify(demand.it)).not.toContain(withdrawn);
    expect(await matchesOf()).toMatchObject({ totalCount: 2 });
  });

  it('says of a pair why it fits or not, and what would be enough', async () => {
    const why = async (listingId: string, language: 'vi' | 'en' = 'en') =>
      (await lienket.ask<{ explainPair: object | null }>(WHY, { listingId, demandId }, { ...buyer, language }))
        .explainPair;
    const [best] = (await matchesOf()).nodes;
    expect(await why(cheapId)).toEqual({
      feasible: true,
      failures: [],
      match: { score: best!.score, listing: { id: cheapId }, demand: { id: demandId } },
    });
    const failure = { rule: 'PRICE', canChange: true };
    expect(await why(tooDearId)).toEqual({
      feasible: false,
      match: null,
      failures: [
        {
          ...failure,
          listingHas: '70,001 VND/kg',
          demandWants: 'at most 70,000 VND/kg',
          change: 'The seller asks 1 VND/kg less, 70,000 VND/kg, or the buyer pays up to 70,001 VND/kg.',
        },
      ],
    });
    expect(await why(tooDearId, 'vi')).toMatchObject({
      failures: [
        { ...failure, change: 'Bên bán giảm 1 đồng/kg, còn 70.000 đồng/kg, hoặc bên mua trả đến 70.001 đồng/kg.' },
      ],
    });
    for (const nowhere of [demandId, 'not an id']) expect(await why(nowhere)).toBeNull();
  });

  it.each([
    [{ weights: { price: 1.5 } }, 'weights.price'],
    [{ weights: { price: -0.1, timing: 1 } }, 'weights.price'],
    [{ weights: {} }, 'weights'],
    [{ weights: { price: 0, quality: 0 } }, 'weights'],
    [{ weights: { price: 'much' } }, 'weights.price'],
    [{ first: 101 }, 'first'],
    [{ after: 'WyIwLjUiLCJ4Il0' }, 'after'],
    [{ after: 'nonsense' }, 'after'],
  ])('refuses %j', async (variables, field) => {
    const answer = await lienket.send(OF_DEMAND, { id: demandId, ...variables }, { token: buyer.token });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('refuses a weight beyond every number', async () => {
    const document = `{ demand(id: "${demandId}") { matches(weights: { price: 1e999 }) { totalCount } } }`;
    const answer = await lienket.send(document, {}, { token: buyer.token });
    expect(answer.errors?.[0]?.extensions['code']).toMatch(/INVALID_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });
});
