import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fault, NOON, openTradingPlace, TODAY, type TradingPlace } from '../support/trading-place.js';

const LISTING = {
  create: 'mutation ($input: ListingInput!) { it: createListing(input: $input) { ...all } }',
  update: 'mutation ($id: ID!, $input: ListingInput!) { it: updateListing(id: $id, input: $input) { ...all } }',
  withdraw: 'mutation ($id: ID!) { it: withdrawListing(id: $id) { ...all } }',
  one: 'query ($id: ID!) { it: listing(id: $id) { ...all } }',
  list: 'query ($filter: PostingFilter, $first: Int, $after: String) { it: listings(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...all } edges { cursor node { id } } } }',
  all: `fragment all on Listing { id variety grade certifications quantityKg remainingKg minimumLotKg from: availableFrom to: availableTo price: askPriceVndPerKg
    status createdAt owner: organization { id name } commodity { code } province { code } location { latitude longitude } }`,
  input: { commodityCode: 'paddy', quantityKg: '1000', availableFrom: '2026-11-01', availableTo: '2026-12-31' },
  names: {
    to: 'availableTo',
    from: 'availableFrom',
    grade: 'grade',
    certifications: 'certifications',
    price: 'askPriceVndPerKg',
  },
};
const DEMAND = {
  create: LISTING.create.replace('createListing', 'createDemand').replace('ListingInput', 'DemandInput'),
  update: LISTING.update.replace('updateListing', 'updateDemand').replace('ListingInput', 'DemandInput'),
  withdraw: LISTING.withdraw.replace('withdrawListing', 'withdrawDemand'),
  one: LISTING.one.replace('listing(', 'demand('),
  list: LISTING.list.replace('listings(', 'demands('),
  all: `fragment all on Demand { id variety grade: minimumGrade certifications: requiredCertifications quantityKg remainingKg minimumLotKg from: deliverFrom to: deliverTo
    price: maximumPriceVndPerKg status createdAt owner: buyer { id name } commodity { code } province { code } location { latitude longitude } }`,
  input: { commodityCode: 'paddy', quantityKg: '1000', deliverFrom: '2026-11-01', deliverTo: '2026-12-31' },
  names: {
    to: 'deliverTo',
    from: 'deliverFrom',
    grade: 'minimumGrade',
    certifications: 'requiredCertifications',
    price: 'maximumPriceVndPerKg',
  },
};
const NOWHERE = '0190a0a0-0000-7000-8000-000000000000';

interface Posting {
  readonly id: string;
  readonly createdAt: string;
}
interface Page {
  readonly totalCount: number;
  readonly nodes: Posting[];
  readonly edges: { cursor: string; node: Posting }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let place: TradingPlace;
beforeAll(async () => {
  place = await openTradingPlace();
});
beforeEach(() => place.clock.set(NOON));
afterAll(() => place.lienket.close());

describe.each([
  ['LISTING', LISTING],
  ['DEMAND', DEMAND],
] as const)('a %s, as its API says', (kind, api) => {
  const { names } = api;
  const withAll = (document: string) => `${document} ${api.all}`;
  const create = (input: object = {}, token = place.farm.token, asking = {}) =>
    place.ask<Posting>(token, withAll(api.create), { input: { ...api.input, ...input } }, asking);
  const update = (id: string, input: object, token = place.farm.token) =>
    place.ask<Posting>(token, withAll(api.update), { id, input: { ...api.input, ...input } });
  const withdraw = (id: string) => place.ask<Posting>(place.farm.token, withAll(api.withdraw), { id });
  const one = (id: string, token = place.farm.token) => place.ask<Posting | null>(token, withAll(api.one), { id });
  const list = (filter: object | null, token = place.farm.token, page: object = {}) =>
    place.ask<Page>(token, withAll(api.list), { filter, ...page });
  const idsOf = (page: Page) => page.nodes.map(({ id }) => id);
  const refused = (token: string | undefined, which: 'create' | 'update' | 'withdraw', variables: object) =>
    place.refusal(token, withAll(api[which]), variables);
  const at = (field: string) => fault(`input.${field}`);

  it('has the defaults of the API, and numbers without trailing zeros', async () => {
    const posting = await create({ quantityKg: '1000.50', [names.certifications]: [] });
    expect(posting).toMatchObject({
      variety: null,
      grade: null,
      certifications: [],
      quantityKg: '1000.5',
      remainingKg: '1000.5',
      minimumLotKg: '1',
      from: '2026-11-01',
      to: '2026-12-31',
      price: null,
      status: 'OPEN',
      createdAt: NOON,
      owner: { name: 'HTX Lúa Tân Hưng' },
      commodity: { code: 'paddy' },
      province: { code: '80' },
      location: null,
    });
    expect(await create({ quantityKg: '0.5' })).toMatchObject({ minimumLotKg: '0.5' });
    expect(
      await create({ quantityKg: '1000000000', minimumLotKg: '1000000000', [names.price]: '100000000' }),
    ).toMatchObject({
      quantityKg: '1000000000',
      minimumLotKg: '1000000000',
      price: '100000000',
    });
  });

  it('keeps names in one form of Unicode', async () => {
    const variety = 'Nàng thơm Chợ Đào';
    const grade = 'Lúa thường';
    expect(await create({ variety: variety.normalize('NFD'), [names.grade]: grade.normalize('NFD') })).toMatchObject({
      variety: variety.normalize('NFC'),
      grade: grade.normalize('NFC'),
    });
  });

  it.each([
    ['commodityCode', { commodityCode: 'moon cheese' }],
    ['commodityCode', { commodityCode: '' }],
    [names.grade, { [names.grade]: 'A++' }],
    [`${names.certifications}.1`, { [names.certifications]: ['VIETGAP', 'NONE'] }],
    ['quantityKg', { quantityKg: '0' }],
    ['quantityKg', { quantityKg: '0.0001' }],
    ['quantityKg', { quantityKg: '1000000000.001' }],
    ['quantityKg', { quantityKg: 12 }],
    ['quantityKg', { quantityKg: '01' }],
    ['minimumLotKg', { minimumLotKg: '1000.001' }],
    ['minimumLotKg', { minimumLotKg: '0' }],
    [names.price, { [names.price]: '0' }],
    [names.price, { [names.price]: '7000.5' }],
    [names.price, { [names.price]: '100000001' }],
    [names.to, { [names.to]: '2026-10-31' }],
    [names.to, { [names.to]: '2026-11-21' }],
    [names.to, { [names.to]: '2026-02-30' }],
    [names.from, { [names.from]: 'today' }],
    ['provinceCode', { provinceCode: '99' }],
    ['longitude', { latitude: 10 }],
    ['latitude', { longitude: 105 }],
    ['latitude', { latitude: 5.99, longitude: 105 }],
    ['longitude', { latitude: 10, longitude: 118.01 }],
    ['variety', { variety: 'x'.repeat(201) }],
    ['variety', { variety: 'x\u0000' }],
  ])('refuses a wrong %s: %j', async (field, input) => {
    expect(await refused(place.farm.token, 'create', { input: { ...api.input, ...input } })).toMatchObject(at(field));
  });

  it('ends with its day in Việt Nam, not in Greenwich', async () => {
    const posting = await create({ [names.to]: TODAY });
    place.clock.set('2026-11-22T16:59:59.999Z');
    expect(await one(posting.id)).toMatchObject({ status: 'OPEN' });
    place.clock.set('2026-11-22T17:00:00.000Z');
    expect(await one(posting.id)).toMatchObject({ status: 'EXPIRED' });
    expect(await refused(place.farm.token, 'create', { input: { ...api.input, [names.to]: TODAY } })).toMatchObject(
      at(names.to),
    );
  });

  it('is posted only by a trader of an ACTIVE organization, judged after the rules of the input', async () => {
    const [good, bad] = [{ input: api.input }, { input: { ...api.input, commodityCode: 'moon cheese' } }];
    expect(await refused(undefined, 'create', good)).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const token of [place.country, place.manager80, place.admin])
      expect(await refused(token, 'create', bad)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(place.homeless, 'create', bad)).toMatchObject(at('commodityCode'));
    expect(await refused(place.homeless, 'create', good)).toMatchObject({ code: 'INVALID_STATE', state: null });
    const mine = await create();
    await place.setStatus(place.farm.organizationId, 'SUSPENDED');
    for (const token of [place.farm.token]) {
      expect(await refused(token, 'create', bad)).toMatchObject(at('commodityCode'));
      expect(await refused(token, 'create', good)).toMatchObject({ code: 'INVALID_STATE', state: 'SUSPENDED' });
      expect(await refused(token, 'update', { id: mine.id, ...good })).toMatchObject({
        code: 'INVALID_STATE',
        state: 'SUSPENDED',
      });
    }
    await place.setStatus(place.farm.organizationId, 'ACTIVE');
  });

  it('is seen by every signed-in user while it is open, else by its own, its managers and administrators, by every path', async () => {
    const posting = await create({ latitude: 10.123456, longitude: 105.987654, [names.price]: '7000' });
    const everyone = [
      place.farm.token,
      place.mill.token,
      place.stranger.token,
      place.homeless,
      place.country,
      place.manager80,
      place.manager92,
      place.admin,
    ];
    const insiders = [place.farm.token, place.country, place.manager80, place.admin];
    const mine = { organizationId: place.farm.organizationId };
    const seenBy = async (filter: object) => {
      const seen = [];
      for (const token of everyone) {
        const found = await list({ ...mine, ...filter }, token, { first: 100 });
        const byId = (await one(posting.id, token)) !== null;
        expect(idsOf(found).includes(posting.id)).toBe(byId);
        expect(found.totalCount).toBe(found.nodes.length);
        if (byId) seen.push(token);
      }
      return seen;
    };
    expect(await seenBy({})).toEqual(everyone);
    for (const token of everyone)
      expect(await one(posting.id, token)).toMatchObject({
        price: '7000',
        location: insiders.includes(token)
          ? { latitude: 10.123456, longitude: 105.987654 }
          : { latitude: 10.12, longitude: 105.99 },
      });
    expect(await place.refusal(undefined, withAll(api.one), { id: posting.id })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await place.refusal(undefined, withAll(api.list))).toMatchObject({ code: 'UNAUTHENTICATED' });

    await place.setStatus(place.farm.organizationId, 'SUSPENDED');
    expect(await seenBy({})).toEqual(insiders);
    await place.setStatus(place.farm.organizationId, 'ACTIVE');
    await place.heldBy(kind, posting.id, '1000');
    expect(await seenBy({ statuses: ['FILLED'] })).toEqual(insiders);
    await place.heldBy(kind, posting.id, '0');
    place.clock.set('2027-01-01T05:00:00.000Z');
    expect(await seenBy({ statuses: ['EXPIRED', 'OPEN'] })).toEqual(insiders);
    place.clock.set(NOON);
    await withdraw(posting.id);
    expect(await seenBy({ statuses: ['WITHDRAWN'] })).toEqual(insiders);
    for (const id of [posting.id, NOWHERE, 'no id', posting.id.toUpperCase(), ''])
      expect(await one(id, place.stranger.token)).toBeNull();
    for (const id of [posting.id, NOWHERE, 'no id', ''])
      for (const which of ['update', 'withdraw'] as const)
        expect(await refused(place.stranger.token, which, { id, input: api.input })).toMatchObject({
          code: 'NOT_FOUND',
        });
  });

  it('is changed and withdrawn by its own trader only', async () => {
    const { id } = await create();
    for (const token of [place.mill.token, place.homeless, place.country, place.manager80, place.admin])
      for (const which of ['update', 'withdraw'] as const)
        expect(await refused(token, which, { id, input: { ...api.input, provinceCode: '99' } })).toMatchObject({
          code: 'FORBIDDEN',
        });
    for (const which of ['update', 'withdraw'] as const)
      expect(await refused(undefined, which, { id, input: api.input })).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('gets its whole new content, never less than what contracts hold', async () => {
    const before = await create({
      variety: 'ST25',
      [names.price]: '7000',
      minimumLotKg: '50',
      provinceCode: '79',
      [names.certifications]: ['VIETGAP'],
      latitude: 10,
      longitude: 105,
    });
    await place.heldBy(kind, before.id, '400.125');
    place.clock.set('2026-11-23T05:00:00.000Z');
    expect(await update(before.id.toUpperCase(), { quantityKg: '500' })).toEqual({
      ...before,
      variety: null,
      price: null,
      minimumLotKg: '1',
      province: { code: '80' },
      certifications: [],
      location: null,
      quantityKg: '500',
      remainingKg: '99.875',
    });
    expect(
      await refused(place.farm.token, 'update', { id: before.id, input: { ...api.input, quantityKg: '400.124' } }),
    ).toMatchObject(at('quantityKg'));
    expect(await update(before.id, { quantityKg: '400.125' })).toMatchObject({ status: 'FILLED', remainingKg: '0' });
    expect(await update(before.id, { quantityKg: '1000' })).toMatchObject({ status: 'OPEN' });
    place.clock.set('2027-01-05T05:00:00.000Z');
    expect(await one(before.id)).toMatchObject({ status: 'EXPIRED' });
    expect(await update(before.id, { [names.to]: '2027-01-05' })).toMatchObject({ status: 'OPEN' });
    await place.heldBy(kind, before.id, '1000');
    place.clock.set('2027-01-06T05:00:00.000Z');
    expect(await one(before.id)).toMatchObject({ status: 'FILLED' });
    expect(await withdraw(before.id)).toMatchObject({ status: 'WITHDRAWN', remainingKg: '0' });
    expect(
      await refused(place.farm.token, 'update', { id: before.id, input: { ...api.input, [names.to]: '2027-01-06' } }),
    ).toMatchObject({ code: 'INVALID_STATE', state: 'WITHDRAWN' });
    expect(await refused(place.farm.token, 'withdraw', { id: before.id })).toMatchObject({
      code: 'INVALID_STATE',
      state: 'WITHDRAWN',
    });
  });

  it('is listed by what the filter names, an empty list being as if left out', async () => {
    const own = { organizationId: place.mill.organizationId };
    const at = { [names.from]: '2026-12-10', [names.to]: '2026-12-20' };
    const first = await create(
      { ...at, [names.certifications]: ['VIETGAP', 'GLOBALGAP'], provinceCode: '92' },
      place.mill.token,
    );
    const second = await create({ commodityCode: 'durian', [names.certifications]: ['VIETGAP'] }, place.mill.token);
    const listed = async (filter: object) => idsOf(await list({ ...own, ...filter }));
    const both = [second.id, first.id];
    expect(await listed({})).toEqual(both);
    expect(await listed({ commodityCodes: [], provinceCodes: [], certifications: [], statuses: [] })).toEqual(both);
    expect(
      await listed({
        commodityCodes: null,
        provinceCodes: null,
        certifications: null,
        statuses: null,
        from: null,
        to: null,
      }),
    ).toEqual(both);
    expect(await listed({ commodityCodes: ['durian', 'moon cheese'] })).toEqual([second.id]);
    expect(await listed({ provinceCodes: ['92'] })).toEqual([first.id]);
    expect(await listed({ certifications: ['VIETGAP'] })).toEqual(both);
    expect(await listed({ certifications: ['GLOBALGAP', 'VIETGAP'] })).toEqual([first.id]);
    expect(await listed({ from: '2026-12-01', to: '2026-12-09', provinceCodes: ['92'] })).toEqual([]);
    expect(await listed({ to: '2026-12-10', provinceCodes: ['92'] })).toEqual([first.id]);
    expect(await listed({ from: '2026-12-20', provinceCodes: ['92'] })).toEqual([first.id]);
    expect(await listed({ from: '2026-12-21', provinceCodes: ['92'] })).toEqual([]);
    expect(await listed({ statuses: ['FILLED', 'EXPIRED', 'WITHDRAWN'] })).toEqual([]);
    expect(await listed({ organizationId: 'no id' })).toEqual([]);
    expect(await listed({ organizationId: NOWHERE })).toEqual([]);
    expect(await listed({ organizationId: place.mill.organizationId.toUpperCase() })).toEqual(both);
  });

  it('is paged newest first, nothing twice or missed when others are posted between', async () => {
    const own = { organizationId: place.stranger.organizationId };
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await create({}, place.stranger.token)).id);
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await list(own, place.farm.token, { first: 2, after });
      expect(page.edges.map(({ node }) => node.id)).toEqual(idsOf(page));
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)!.cursor);
      pages.push(...idsOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      await create({}, place.stranger.token);
    } while (after !== null);
    expect(pages).toEqual(ids);
    const organizations = await place.ask<{ pageInfo: { endCursor: string } }>(
      place.farm.token,
      '{ it: organizations(first: 1) { pageInfo { endCursor } } }',
    );
    expect(
      await place.refusal(place.farm.token, withAll(api.list), { after: organizations.pageInfo.endCursor }),
    ).toMatchObject(fault('after'));
    for (const first of [0, -1, 101])
      expect(await place.refusal(place.farm.token, withAll(api.list), { first })).toMatchObject(fault('first'));
    expect(await list({ organizationId: NOWHERE })).toMatchObject({
      totalCount: 0,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('does the same only once for the same key, and answers the thing as it is now', async () => {
    const key = { key: [kind, 'created'].join() };
    const created = await create({ quantityKg: '77' }, place.farm.token, key);
    await update(created.id, { quantityKg: '78' });
    expect(await create({ quantityKg: '77' }, place.farm.token, key)).toMatchObject({
      id: created.id,
      quantityKg: '78',
    });
    expect(
      await place.refusal(place.farm.token, withAll(api.create), { input: { ...api.input, quantityKg: '79' } }, key),
    ).toMatchObject({ code: 'CONFLICT' });
    for (const _ of [1, 2])
      expect(
        await place.ask(
          place.farm.token,
          withAll(api.withdraw),
          { id: created.id },
          { key: [kind, 'withdrawn'].join() },
        ),
      ).toMatchObject({ id: created.id, status: 'WITHDRAWN' });
  });

  it('costs a list the same number of statements for few as for many', async () => {
    const document = withAll(api.list);
    const few = await place.statementsOf(place.mill.token, document, { first: 2 });
    expect(await place.statementsOf(place.mill.token, document, { first: 50 })).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
  });
});
