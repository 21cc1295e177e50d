import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@lienket/platform';
import sql from 'sql-template-tag';
import { addCrowd } from '../support/crowd.js';
import { fault, openTradingPlace, TODAY, type TradingPlace } from '../support/trading-place.js';

const MATCHES = `totalCount pageInfo { hasNextPage endCursor } edges { cursor node { score } }
  nodes { score quantityKg distanceKm distanceIsApproximate parts { criterion value weight reason } listing { id organization { name } } demand { id buyer { name } } }`;
const OF_DEMAND = `query ($id: ID!, $first: Int, $after: String, $weights: MatchWeights) { it: demand(id: $id) { status matches(first: $first, after: $after, weights: $weights) { ${MATCHES} } } }`;
const OF_LISTING = OF_DEMAND.replace('it: demand(', 'it: listing(');
const CRITERIA = ['PRICE', 'DISTANCE', 'TIMING', 'QUALITY', 'RELIABILITY', 'INCLUSION'];

interface Match {
  readonly score: number;
  readonly quantityKg: string;
  readonly distanceKm: number;
  readonly distanceIsApproximate: boolean;
  readonly parts: { criterion: string; value: number; weight: number; reason: string }[];
  readonly listing: { id: string };
  readonly demand: { id: string };
}
interface Connection {
  readonly totalCount: number;
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly nodes: Match[];
}
type Change = Record<string, unknown>;

let place: TradingPlace;
beforeAll(async () => {
  place = await openTradingPlace();
});
afterAll(() => place.lienket.close());

const listing = {
  commodityCode: 'durian',
  quantityKg: '5000',
  availableFrom: TODAY,
  availableTo: addDays(TODAY, 9),
  latitude: 12.714,
  longitude: 108.3,
};
const demand = {
  commodityCode: 'durian',
  quantityKg: '3000',
  deliverFrom: TODAY,
  deliverTo: addDays(TODAY, 9),
  latitude: 10.78,
  longitude: 106.7,
};
const post = async (
  kind: 'Listing' | 'Demand',
  input: Change,
  token = kind === 'Listing' ? place.farm.token : place.mill.token,
) =>
  (
    await place.ask<{ id: string }>(
      token,
      `mutation ($input: ${kind}Input!) { it: create${kind}(input: $input) { id } }`,
      { input },
    )
  ).id;
const withdraw = (kind: 'Listing' | 'Demand', id: string) =>
  place.ask(
    kind === 'Listing' ? place.farm.token : place.mill.token,
    `mutation ($id: ID!) { it: withdraw${kind}(id: $id) { id } }`,
    { id },
  );
const ofDemand = async (id: string, variables: Change = {}, token = place.mill.token, language: 'vi' | 'en' = 'en') =>
  (await place.ask<{ matches: Connection }>(token, OF_DEMAND, { id, ...variables }, { language })).matches;
const ofListing = async (id: string, variables: Change = {}, token = place.farm.token) =>
  (await place.ask<{ matches: Connection }>(token, OF_LISTING, { id, ...variables })).matches;

/** One pair alone on the market, as asked from both sides; null where it doesn't fit. */
async function pair(ofListingSide: Change, ofDemandSide: Change): Promise<Match | null> {
  const listingId = await post('Listing', { ...listing, ...ofListingSide });
  const demandId = await post('Demand', { ...demand, ...ofDemandSide });
  const [one, other] = [await ofDemand(demandId), await ofListing(listingId)];
  expect([other.totalCount, other.nodes]).toEqual([one.totalCount, one.nodes]);
  await withdraw('Listing', listingId);
  expect(await ofDemand(demandId)).toMatchObject({ totalCount: 0, nodes: [] });
  await withdraw('Demand', demandId);
  return one.nodes[0] ?? null;
}
const valuesOf = (match: Match | null) =>
  Object.fromEntries((match?.parts ?? []).map(({ criterion, value }) => [criterion, value]));

describe('a pair', () => {
  it('is scored by the formulas, every criterion with its value, weight and reason', async () => {
    const match = await pair(
      { askPriceVndPerKg: '65000', certifications: ['VIETGAP', 'GLOBALGAP'] },
      { maximumPriceVndPerKg: '70000', requiredCertifications: ['VIETGAP'], deliverTo: addDays(TODAY, 19) },
    );
    const radians = Math.PI / 180;
    const half =
      Math.sin(((12.71 - 10.78) * radians) / 2) ** 2 +
      Math.cos(12.71 * radians) * Math.cos(10.78 * radians) * Math.sin(((108.3 - 106.7) * radians) / 2) ** 2;
    const km = Math.round(2 * 6371008.8 * Math.asin(Math.sqrt(half))) / 1000;
    const values = [5000 / 21000, 1 / (1 + km / 200), 0.5, 0.2, 0.7, 1];
    const weights = [0.3, 0.2, 0.15, 0.15, 0.15, 0.05];
    expect(match).toMatchObject({ quantityKg: '3000', distanceKm: km, distanceIsApproximate: false });
    expect(match!.parts.map(({ criterion }) => criterion)).toEqual(CRITERIA);
    match!.parts.forEach(({ value, weight, reason }, index) => {
      expect(value).toBeCloseTo(values[index]!, 12);
      expect(weight).toBeCloseTo(weights[index]!, 12);
      expect(reason).toMatch(/^[A-Z].*\.$/);
    });
    expect(match!.score).toBe(
      Math.round(1e6 * values.reduce((sum, value, index) => sum + value * weights[index]!, 0)) / 1e6,
    );
  });

  it.each<[string, Change, Change, boolean]>([
    ['another commodity', { commodityCode: 'paddy' }, {}, false],
    ['the variety that is wanted', { variety: 'Ri6' }, { variety: 'Ri6' }, true],
    [
      'the same variety, written in another form of Unicode',
      { variety: 'Đông Ri6'.normalize('NFD') },
      { variety: 'Đông Ri6' },
      true,
    ],
    ['no variety where one is wanted', {}, { variety: 'Ri6' }, false],
    ['a variety where none is wanted', { variety: 'Ri6' }, {}, true],
    ['no grade where one is wanted', {}, { minimumGrade: 'LAST' }, false],
    ['a lower grade', { grade: 'LAST' }, { minimumGrade: 'FIRST' }, false],
    ['a better grade', { grade: 'FIRST' }, { minimumGrade: 'LAST' }, true],
    [
      'a missing certificate',
      { certifications: ['VIETGAP'] },
      { requiredCertifications: ['VIETGAP', 'GLOBALGAP'] },
      false,
    ],
    ['windows that share one day', { availableFrom: addDays(TODAY, 9) }, {}, true],
    ['windows that share none', { availableFrom: addDays(TODAY, 9) }, { deliverTo: addDays(TODAY, 8) }, false],
    ['an ask at the maximum', { askPriceVndPerKg: '70000' }, { maximumPriceVndPerKg: '70000' }, true],
    ['an ask above the maximum', { askPriceVndPerKg: '70001' }, { maximumPriceVndPerKg: '70000' }, false],
    ['an open ask', {}, { maximumPriceVndPerKg: '1' }, true],
    ['a lot as small as allowed', { minimumLotKg: '3000' }, {}, true],
    ['a lot below what the seller sells', { minimumLotKg: '3000.001' }, {}, false],
    ['a lot below what the buyer takes', { quantityKg: '2999.999' }, { minimumLotKg: '3000' }, false],
  ])('of %s', async (_, ofListingSide, ofDemandSide, fits) => {
    const [commodity] = await place.database.query<{ grades: string[] }>(
      sql`select grades from registry.commodity_v where code = 'durian'`,
    );
    const graded = (side: Change): Change =>
      JSON.parse(
        JSON.stringify(side)
          .replace('"FIRST"', JSON.stringify(commodity!.grades[0]))
          .replace('"LAST"', JSON.stringify(commodity!.grades.at(-1))),
      ) as Change;
    expect((await pair(graded(ofListingSide), graded(ofDemandSide))) !== null).toBe(fits);
  });

  it('counts an open price half, and measures from the seat of the province where nobody said more', async () => {
    const nowhere = { latitude: null, longitude: null };
    const match = await pair({ ...nowhere, provinceCode: '66' }, { maximumPriceVndPerKg: '70000' });
    expect(match).toMatchObject({ distanceIsApproximate: true });
    expect(valuesOf(match)).toMatchObject({ PRICE: 0.5, TIMING: 1, QUALITY: 0 });
    await place.database.query(
      sql`update registry.organization set latitude = 10.784, longitude = 106.696 where id = ${place.farm.organizationId}`,
    );
    expect(await pair({ ...nowhere, provinceCode: '66' }, {})).toMatchObject({
      distanceIsApproximate: false,
      distanceKm: 0,
    });
    await place.database.query(
      sql`update registry.organization set latitude = null, longitude = null where id = ${place.farm.organizationId}`,
    );
  });

  it('fits no more once a posting is filled or an organization isn’t ACTIVE, nor with itself', async () => {
    const [listingId, demandId] = [await post('Listing', listing), await post('Demand', demand)];
    await post('Demand', demand, place.farm.token).then((own) =>
      expect(ofDemand(own, {}, place.farm.token)).resolves.toMatchObject({ totalCount: 0 }),
    );
    expect(await ofDemand(demandId)).toMatchObject({ totalCount: 1 });
    await place.heldBy('LISTING', listingId, '5000');
    expect(await ofDemand(demandId)).toMatchObject({ totalCount: 0 });
    await place.heldBy('LISTING', listingId, '2500.5');
    expect(await ofDemand(demandId)).toMatchObject({ nodes: [{ quantityKg: '2499.5' }] });
    await place.setStatus(place.farm.organizationId, 'SUSPENDED');
    expect(await ofDemand(demandId)).toMatchObject({ totalCount: 0 });
    expect(await ofListing(listingId)).toMatchObject({ totalCount: 0 });
    await place.setStatus(place.farm.organizationId, 'ACTIVE');
    expect(await ofListing(listingId, {}, place.stranger.token)).toMatchObject({ totalCount: 1 });
    expect(await place.refusal(undefined, OF_DEMAND, { id: demandId })).toMatchObject({ code: 'UNAUTHENTICATED' });
    await withdraw('Listing', listingId);
    await withdraw('Demand', demandId);
  });
});

describe('a list of matches', () => {
  let demandId: string;
  beforeAll(async () => {
    demandId = await post('Demand', { ...demand, commodityCode: 'milled_rice' });
    const [seller] = await addCrowd(place.database, 'COOPERATIVE', 1, 'PRODUCER');
    await place.database.query(sql`
      insert into market.listing (organization_id, commodity_code, quantity_kg, minimum_lot_kg, available, province_code, created_at)
      select ${seller!.organizationId}, 'milled_rice', 4000, 1, daterange(${TODAY}::date, ${TODAY}::date + 1 + number % 10), '92', now()
      from generate_series(1, 510) number`);
  });

  it('goes down by score, then up by the other posting’s id, through the best 500 and no further', async () => {
    const found: Match[] = [];
    let after: string | null = null;
    do {
      const page: Connection = await ofDemand(demandId, { first: 100, after });
      expect(page.totalCount).toBe(500);
      found.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toHaveLength(500);
    const order = (a: Match, b: Match) => b.score - a.score || (a.listing.id < b.listing.id ? -1 : 1);
    expect(found.map((match) => match.listing.id)).toEqual([...found].sort(order).map((match) => match.listing.id));
    expect(new Set(found.map((match) => match.listing.id)).size).toBe(500);
    expect(await ofDemand(demandId)).toMatchObject({ totalCount: 500, nodes: { length: 20 } });
  });

  it('is scored by the weights given, normalised, those left out counting nothing', async () => {
    const [best] = (await ofDemand(demandId, { weights: { timing: 0.2, inclusion: 0.6 }, first: 1 })).nodes;
    expect(best!.parts.map(({ weight }) => weight)).toEqual([0, 0, 0.25, 0, 0, 0.75]);
    expect(best!.score).toBe(1);
    const [thirds] = (await ofDemand(demandId, { weights: { price: 1, timing: 1, reliability: 1 }, first: 1 })).nodes;
    expect(thirds!.score).toBe(0.733333);
    for (const [weights, field] of [
      [{}, 'weights'],
      [{ price: 0 }, 'weights'],
      [{ price: 1.01 }, 'weights.price'],
      [{ quality: -0.5 }, 'weights.quality'],
    ] as const)
      for (const [document, id] of [
        [OF_DEMAND, demandId],
        [OF_LISTING, (best as Match).listing.id],
      ] as const)
        expect(await place.refusal(place.mill.token, document, { id, weights })).toMatchObject(fault(field));
    expect(await ofDemand(demandId, { weights: null, first: 1 })).toEqual(await ofDemand(demandId, { first: 1 }));
  });

  it('says why in the language of the request', async () => {
    const reasons = async (language: 'vi' | 'en') =>
      (await ofDemand(demandId, { first: 1 }, place.mill.token, language)).nodes[0]!.parts.map(({ reason }) => reason);
    const [vi, en] = [await reasons('vi'), await reasons('en')];
    expect(vi).toHaveLength(6);
    for (const [index, sentence] of vi.entries()) {
      expect(sentence).not.toBe(en[index]);
      expect(sentence).toMatch(/[àáảãạăâđèéêìíòóôơùúưỳý]/i);
      expect(sentence).toBe(sentence.normalize('NFC'));
    }
  });

  it('refuses cursors of other lists, and costs a list of postings the same statements for few as for many', async () => {
    const postings = await place.ask<{ pageInfo: { endCursor: string } }>(
      place.mill.token,
      '{ it: listings(first: 1) { pageInfo { endCursor } } }',
    );
    expect(
      await place.refusal(place.mill.token, OF_DEMAND, { id: demandId, after: postings.pageInfo.endCursor }),
    ).toMatchObject(fault('after'));
    expect(await place.refusal(place.mill.token, OF_DEMAND, { id: demandId, first: 0 })).toMatchObject(fault('first'));
    const document =
      'query ($first: Int) { listings(first: $first) { nodes { matches(first: 2) { totalCount nodes { score demand { id buyer { id } } listing { id organization { id } } } } } } }';
    expect(await place.statementsOf(place.mill.token, document, { first: 60 })).toBe(
      await place.statementsOf(place.mill.token, document, { first: 2 }),
    );
  });
});
