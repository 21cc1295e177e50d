import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '@lienket/platform';
import { addCrowd } from '../support/crowd.js';
import {
  ATTEST,
  COUNTER,
  DECLINE,
  DELIVER,
  LIST,
  OFFER,
  SIGN,
  TERMINATE,
  WITHDRAW,
  attestInput,
  delivery,
  farm,
  line,
  list,
  mill,
  offer,
  offerInput,
  openDesk,
  parties,
  place,
  post,
  read,
  sign,
  state,
  stranger,
  tokens,
  types,
  type Contract,
} from '../support/contract-desk.js';
import { fault, NOON, TODAY } from '../support/trading-place.js';

beforeAll(openDesk);
beforeEach(() => place.clock.set(NOON));
afterAll(() => place.lienket.close());

describe('the way of an offer', () => {
  it('is countered as a new version with the same parties, which voids every signature', async () => {
    const offered = await offer();
    await sign(tokens.farm, offered);
    const refused = (variables: object, token = tokens.farm) =>
      place.refusal(token, COUNTER, { id: offered.id, version: 1, input: offerInput(), ...variables });
    const third = [...parties(), { organizationId: stranger, roles: ['EXPORTER'] }];
    expect(await refused({ input: offerInput({ parties: third }), version: 7 })).toMatchObject(fault('input.parties'));
    expect(await refused({ input: offerInput({ endsOn: '2000-01-01' }), version: 7 })).toMatchObject(
      fault('input.endsOn'),
    );
    expect(await refused({ version: 7 })).toMatchObject({ code: 'CONFLICT' });
    const listingId = await post('Listing');
    const countered = await place.ask<Contract>(tokens.farm, COUNTER, {
      id: offered.id.toUpperCase(),
      version: 1,
      input: offerInput({
        form: 'PROCESSING',
        parties: parties().reverse(),
        terms: 'Mới',
        lines: [line({ listingId, priceVndPerKg: '7500' })],
        startsOn: addDays(TODAY, 1),
      }),
    });
    expect(countered).toMatchObject({
      id: offered.id,
      number: offered.number,
      status: 'OFFERED',
      version: 2,
      form: 'PROCESSING',
      terms: 'Mới',
      createdAt: offered.createdAt,
      parties: [
        { organization: { id: mill }, signedAt: null },
        { organization: { id: farm }, signedAt: null },
      ],
      versions: [
        { version: 1, offeredBy: { id: mill }, startsOn: TODAY, terms: null, lines: [{ priceVndPerKg: '7000' }] },
        {
          version: 2,
          offeredBy: { id: farm },
          startsOn: addDays(TODAY, 1),
          terms: 'Mới',
          lines: [{ priceVndPerKg: '7500', listing: { id: listingId } }],
        },
      ],
    });
    expect(await place.refusal(tokens.farm, SIGN, { id: offered.id, version: 1 })).toMatchObject({ code: 'CONFLICT' });
    expect(await place.refusal(tokens.farm, DECLINE, { id: offered.id, reason: 'x' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await place.refusal(tokens.mill, WITHDRAW, { id: offered.id })).toMatchObject({ code: 'FORBIDDEN' });
    await sign(tokens.mill, countered);
    const done = await sign(tokens.farm, countered);
    expect(done).toMatchObject({
      status: 'SIGNED',
      signedOn: TODAY,
      inForce: false,
      lines: [{ listing: { remainingKg: '50' } }],
    });
    expect(types(done)).toEqual([
      'OFFERED',
      'SIGNED_BY_PARTY',
      'COUNTERED',
      'SIGNED_BY_PARTY',
      'SIGNED_BY_PARTY',
      'SIGNED',
    ]);
    expect(done.events.nodes.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(done.events.nodes.map(({ hash }) => /^[0-9a-f]{64}$/.test(hash) && hash)).size).toBe(6);
    expect(await sign(tokens.farm, countered)).toEqual(done);
    expect(await refused({ version: 2 })).toMatchObject(state('SIGNED'));
    expect(await place.refusal(tokens.mill, DECLINE, { id: offered.id, reason: 'x' })).toMatchObject(state('SIGNED'));
    expect(await place.refusal(tokens.farm, WITHDRAW, { id: offered.id })).toMatchObject(state('SIGNED'));
  });

  it('ends by declining, withdrawing or its day, after which nothing is done to it any more', async () => {
    const [declined, withdrawn, expired, shortest] = [
      await offer(),
      await offer(),
      await offer({ validUntil: TODAY }),
      await offer({ endsOn: TODAY }),
    ];
    await sign(tokens.farm, expired);
    expect(await place.refusal(tokens.mill, DECLINE, { id: declined.id, reason: 'x' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await place.refusal(tokens.farm, WITHDRAW, { id: withdrawn.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await place.refusal(tokens.farm, DECLINE, { id: declined.id, reason: '' })).toMatchObject(fault('reason'));
    expect(await place.refusal(tokens.farm, DECLINE, { id: declined.id, reason: 'x'.repeat(1001) })).toMatchObject(
      fault('reason'),
    );
    expect(await place.refusal(tokens.farm, TERMINATE, { id: declined.id, reason: 'x' })).toMatchObject(
      state('OFFERED'),
    );
    expect(types(await place.ask(tokens.farm, DECLINE, { id: declined.id, reason: 'Giá thấp' }))).toEqual([
      'OFFERED',
      'DECLINED',
    ]);
    expect(types(await place.ask(tokens.mill, WITHDRAW, { id: withdrawn.id }))).toEqual(['OFFERED', 'WITHDRAWN']);
    place.clock.set('2026-11-22T16:59:59.999Z');
    expect(await read(expired.id)).toMatchObject({ status: 'OFFERED' });
    place.clock.set('2026-11-22T17:00:00.000Z');
    for (const [id, name] of [
      [declined.id, 'DECLINED'],
      [withdrawn.id, 'WITHDRAWN'],
      [expired.id, 'EXPIRED'],
      [shortest.id, 'EXPIRED'],
    ] as const) {
      expect(await read(id)).toMatchObject({ status: name, inForce: false });
      const input = offerInput({ endsOn: addDays(TODAY, 10) });
      expect(await place.refusal(tokens.farm, COUNTER, { id, version: 1, input })).toMatchObject(state(name));
      expect(await place.refusal(tokens.mill, SIGN, { id, version: 1 })).toMatchObject(state(name));
      expect(await place.refusal(tokens.farm, DECLINE, { id, reason: 'x' })).toMatchObject(state(name));
      expect(await place.refusal(tokens.mill, WITHDRAW, { id })).toMatchObject(state(name));
      expect(await place.refusal(tokens.mill, TERMINATE, { id, reason: 'x' })).toMatchObject(state(name));
      expect((await list({ statuses: [name], first: 30 })).nodes.map((each) => each.id)).toContain(id);
      expect((await list({ statuses: ['OFFERED', 'SIGNED'], first: 30 })).nodes.map((each) => each.id)).not.toContain(
        id,
      );
    }
  });

  it('holds all or nothing on the last signature: listings before demands, the first line that refers named', async () => {
    const [listingId, demandId] = [await post('Listing'), await post('Demand', { quantityKg: '120.5' })];
    const lines = [
      line({ quantityKg: '1' }),
      line({ quantityKg: '60.5', listingId, demandId }),
      line({ quantityKg: '60.5', listingId, demandId }),
    ];
    const [first, second] = [await offer({ lines }), await offer({ lines })];
    for (const contract of [first, second]) await sign(tokens.farm, contract);
    expect(await place.refusal(tokens.mill, SIGN, { id: first.id, version: 1 })).toEqual({
      code: 'INSUFFICIENT_QUANTITY',
      availableKg: '120.5',
      lineId: first.lines[1]!.id,
      demandId,
    });
    await place.ask(
      tokens.mill,
      'mutation ($id: ID!, $input: DemandInput!) { it: updateDemand(id: $id, input: $input) { id } }',
      { id: demandId, input: { commodityCode: 'paddy', quantityKg: '121', deliverFrom: TODAY, deliverTo: TODAY } },
    );
    expect(await sign(tokens.mill, first)).toMatchObject({
      status: 'SIGNED',
      lines: [
        {},
        { listing: { remainingKg: '29', status: 'OPEN' }, demand: { remainingKg: '0', status: 'FILLED' } },
        {},
      ],
    });
    expect(await place.refusal(tokens.mill, SIGN, { id: second.id, version: 1 })).toEqual({
      code: 'INSUFFICIENT_QUANTITY',
      availableKg: '29',
      lineId: second.lines[1]!.id,
      listingId,
    });
    await place.ask(
      tokens.farm,
      'mutation ($id: ID!, $input: ListingInput!) { it: updateListing(id: $id, input: $input) { id } }',
      { id: listingId, input: { commodityCode: 'paddy', quantityKg: '500', availableFrom: TODAY, availableTo: TODAY } },
    );
    expect(await place.refusal(tokens.mill, SIGN, { id: second.id, version: 1 })).toEqual({
      code: 'INSUFFICIENT_QUANTITY',
      availableKg: '0',
      lineId: second.lines[1]!.id,
      demandId,
    });
    expect(await read(second.id)).toMatchObject({
      status: 'OFFERED',
      parties: [{ signedAt: NOON }, { signedAt: null }],
      events: { totalCount: 2 },
      lines: [{}, { listing: { remainingKg: '379' } }, {}],
    });
    place.clock.set('2026-11-23T05:00:00.000Z');
    expect(await place.refusal(tokens.mill, SIGN, { id: second.id, version: 1 })).toEqual(state('EXPIRED'));
  });

  it('is done once for the same key, by every mutation', async () => {
    const again = async (token: string, document: string, variables: object, key: string) => {
      const answers = [
        await place.ask<Contract>(token, document, variables, { key }),
        await place.ask<Contract>(token, document, variables, { key }),
      ];
      expect(answers[1]).toEqual(answers[0]);
      return answers[0]!;
    };
    const offered = await again(tokens.mill, OFFER, { input: offerInput() }, 'offer');
    const countered = await again(tokens.farm, COUNTER, { id: offered.id, version: 1, input: offerInput() }, 'counter');
    expect(countered).toMatchObject({ version: 2, events: { totalCount: 2 } });
    await again(tokens.farm, SIGN, { id: offered.id, version: 2 }, 'sign');
    await again(tokens.mill, SIGN, { id: offered.id, version: 2 }, 'sign');
    const input = delivery(countered);
    await again(tokens.farm, DELIVER, { input }, 'deliver');
    expect(await read(offered.id)).toMatchObject({ deliveries: { totalCount: 1 }, lines: [{ acceptedKg: '50' }] });
    expect(
      await place.refusal(tokens.farm, DELIVER, { input: { ...input, acceptedKg: '49' } }, { key: 'deliver' }),
    ).toMatchObject({ code: 'CONFLICT' });
    await again(tokens.mill, TERMINATE, { id: offered.id, reason: 'Lũ' }, 'terminate');
    await again(tokens.farm, DECLINE, { id: (await offer()).id, reason: 'x' }, 'decline');
    await again(tokens.mill, WITHDRAW, { id: (await offer()).id }, 'withdraw');
    const attested = await again(place.manager80, ATTEST, { input: attestInput() }, 'attest');
    expect(
      await place.refusal(place.manager80, ATTEST, { input: attestInput({ evidence: 'khác' }) }, { key: 'attest' }),
    ).toMatchObject({ code: 'CONFLICT' });
    expect(await list({ of: farm, first: 1 })).toMatchObject({ nodes: [{ id: attested.id }] });
  });
});

describe('lists of contracts', () => {
  it('are paged newest first, and so are what is below them, with cursors of their own', async () => {
    const [member] = await addCrowd(place.database, 'COOPERATIVE', 1, 'PRODUCER');
    const of = member!.organizationId;
    const make = () =>
      offer({
        form: 'SPOT_SALE',
        parties: [{ organizationId: of, roles: ['PRODUCER'] }, parties()[1]],
        lines: [line({ supplierId: of })],
      });
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.unshift((await make()).id);
    const first = await list({ of, first: 2 }, tokens.mill);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    await make();
    const second = await list({ of, first: 2, after: first.pageInfo.endCursor, statuses: [] }, tokens.mill);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(ids);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(await list({ of: 'no id' })).toMatchObject({ totalCount: 0 });
    expect(await place.refusal(tokens.mill, LIST, { after: Buffer.from('["1"]').toString('base64url') })).toMatchObject(
      fault('after'),
    );
    const below = (field: string) =>
      place.refusal(
        tokens.mill,
        `query ($id: ID!, $after: String) { it: contract(id: $id) { ${field}(after: $after) { totalCount } } }`,
        { id: ids[0], after: first.pageInfo.endCursor },
      );
    expect(await below('events')).toMatchObject(fault('after'));
    expect(
      await place.refusal(
        tokens.mill,
        `query ($id: ID!) { it: contract(id: $id) { deliveries(first: 0) { totalCount } } }`,
        { id: ids[0] },
      ),
    ).toMatchObject(fault('first'));
  });

  it('cost a handful of statements, however many there are', async () => {
    const page = await list({ first: 30 }, tokens.mill);
    expect(page.nodes.length).toBeGreaterThanOrEqual(15);
    expect(await place.statementsOf(tokens.mill, LIST, { first: 30 })).toBeLessThanOrEqual(20);
  });
});
