import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '@lienket/platform';
import sql from 'sql-template-tag';
import {
  COUNTER,
  DECLINE,
  DELIVER,
  LIST,
  NOWHERE,
  OFFER,
  ONE,
  SIGN,
  TERMINATE,
  WITHDRAW,
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
  type Contract,
  type Line,
} from '../support/contract-desk.js';
import { fault, NOON, TODAY } from '../support/trading-place.js';

beforeAll(openDesk);
beforeEach(() => place.clock.set(NOON));
afterAll(() => place.lienket.close());

describe('an offer', () => {
  it('has the defaults of the API, its parties and lines in their order, and a number of its year', async () => {
    const first = await offer({
      lines: [
        line({ variety: 'Nàng thơm'.normalize('NFD') }),
        line({ quantityKg: '0.500', commodityCode: 'durian', priceMechanism: 'COST_PLUS' }),
      ],
    });
    expect(first).toMatchObject({
      number: expect.stringMatching(/^LK-2026-\d{6,}$/),
      origin: 'SIGNED_HERE',
      status: 'OFFERED',
      form: 'PRODUCTION',
      version: 1,
      terms: null,
      evidence: null,
      startsOn: TODAY,
      endsOn: addDays(TODAY, 90),
      validUntil: addDays(TODAY, 30),
      signedOn: null,
      terminatedOn: null,
      inForce: false,
      createdAt: NOON,
      commodities: [{ code: 'durian' }, { code: 'paddy' }],
      parties: [
        { organization: { id: farm }, roles: ['PRODUCER'], lead: false, signedAt: null },
        { organization: { id: mill }, roles: ['PROCESSOR'], lead: true, signedAt: null },
      ],
      lines: [
        {
          quantityKg: '100',
          acceptedKg: '0',
          priceMechanism: 'FIXED',
          priceVndPerKg: '7000',
          variety: 'Nàng thơm',
          grade: null,
          listing: null,
          demand: null,
        },
        { quantityKg: '0.5', priceMechanism: 'COST_PLUS' },
      ],
      versions: [{ version: 1, offeredBy: { id: mill }, at: NOON, terms: null, lines: [{}, {}] }],
      events: {
        totalCount: 1,
        nodes: [{ sequence: 1, type: 'OFFERED', at: NOON, version: 1, organization: { id: mill } }],
      },
      deliveries: { totalCount: 0, nodes: [] },
    });
    const second = await offer({ endsOn: addDays(TODAY, 5), form: 'SPOT_SALE' });
    expect(second).toMatchObject({ validUntil: addDays(TODAY, 5) });
    expect(second.number > first.number).toBe(true);
  });

  it.each<[string, (input: ReturnType<typeof offerInput>) => object]>([
    ['parties', () => ({ parties: [] })],
    ['parties', () => ({ parties: parties().slice(1) })],
    ['parties', () => ({ parties: Array.from({ length: 21 }, () => parties()[0]) })],
    ['parties.0.roles', () => ({ parties: [{ organizationId: farm, roles: [] }, parties()[1]] })],
    ['parties.1.roles.0', () => ({ parties: [parties()[0], { organizationId: mill, roles: ['KING'] }] })],
    ['parties.1.organizationId', () => ({ parties: [parties()[0], { ...parties()[1], organizationId: NOWHERE }] })],
    ['parties.1.organizationId', () => ({ parties: [parties()[0], { ...parties()[1], organizationId: 'no id' }] })],
    [
      'parties.2.organizationId',
      () => ({ parties: [...parties(), { organizationId: farm.toUpperCase(), roles: ['PROCESSOR'] }] }),
    ],
    ['parties', () => ({ parties: parties().map((party) => ({ ...party, lead: true })) })],
    ['parties', () => ({ parties: parties().map((party) => ({ ...party, lead: false })) })],
    [
      'parties',
      () => ({
        parties: [parties()[0], { ...parties()[1], organizationId: stranger }],
        lines: [line({ buyerId: stranger })],
      }),
    ],
    ['parties', () => ({ parties: [parties()[0], { ...parties()[1], roles: ['INPUT_SUPPLIER'] }] })],
    [
      'parties',
      () => ({
        parties: [
          { organizationId: farm, roles: ['PRODUCER', 'PROCESSOR'] },
          { ...parties()[1], roles: ['SERVICE_PROVIDER'] },
        ],
      }),
    ],
    [
      'parties',
      () => ({
        parties: [
          { organizationId: farm, roles: ['PROCESSOR'] },
          { ...parties()[1], roles: ['PRODUCER'] },
        ],
      }),
    ],
    ['lines', () => ({ lines: [] })],
    ['lines', () => ({ lines: Array.from({ length: 101 }, () => line()) })],
    ['lines.1.supplierId', () => ({ lines: [line(), line({ supplierId: stranger })] })],
    ['lines.0.buyerId', () => ({ lines: [line({ buyerId: 'no id' })] })],
    ['lines.0.buyerId', () => ({ lines: [line({ buyerId: farm })] })],
    ['lines.0.commodityCode', () => ({ lines: [line({ commodityCode: 'moon cheese' })] })],
    ['lines.0.listingId', () => ({ lines: [line({ listingId: NOWHERE })] })],
    ['lines.0.demandId', () => ({ lines: [line({ demandId: 'no id' })] })],
    ['lines.0.quantityKg', () => ({ lines: [line({ quantityKg: '0' })] })],
    ['lines.0.priceVndPerKg', () => ({ lines: [line({ priceVndPerKg: '0' })] })],
    ['lines.0.priceVndPerKg', () => ({ lines: [line({ priceVndPerKg: '100000001' })] })],
    ['lines.0.priceMechanism', () => ({ lines: [line({ priceMechanism: 'GUESS' })] })],
    ['endsOn', () => ({ startsOn: addDays(TODAY, 2), endsOn: addDays(TODAY, 1) })],
    ['endsOn', () => ({ startsOn: '2026-01-01', endsOn: addDays(TODAY, -1) })],
    ['endsOn', () => ({ endsOn: '2076-11-23' })],
    ['validUntil', () => ({ validUntil: addDays(TODAY, -1) })],
    ['validUntil', () => ({ validUntil: addDays(TODAY, 91) })],
    ['terms', () => ({ terms: 'x'.repeat(10_001) })],
    ['terms', () => ({ terms: '' })],
    ['form', () => ({ form: 'F8' })],
  ])('is refused at input.%s', async (field, change) => {
    const input = { ...offerInput(), ...change(offerInput()) };
    expect(await place.refusal(tokens.mill, OFFER, { input })).toMatchObject(fault(`input.${field}`));
  });

  it('may reach the ends of what is allowed', async () => {
    expect(await offer({ endsOn: '2076-11-22', validUntil: '2076-11-22', terms: 'ô'.repeat(10_000) })).toMatchObject({
      endsOn: '2076-11-22',
    });
    expect(await offer({ startsOn: '2020-01-01', endsOn: TODAY, validUntil: TODAY })).toMatchObject({
      validUntil: TODAY,
    });
    expect((await offer({ lines: Array.from({ length: 100 }, () => line()) })).lines).toHaveLength(100);
    expect(
      await offer({ form: 'SPOT_SALE', parties: parties().map((party) => ({ ...party, roles: ['DISTRIBUTOR'] })) }),
    ).toMatchObject({ form: 'SPOT_SALE' });
  });

  it('refers to postings of the supplier, the buyer and the commodity, which its offerer can see', async () => {
    const [listingId, demandId] = [await post('Listing'), await post('Demand')];
    const refused = (changes: Line) =>
      place.refusal(tokens.mill, OFFER, { input: offerInput({ lines: [line(changes)] }) });
    expect(await refused({ listingId: demandId })).toMatchObject(fault('input.lines.0.listingId'));
    expect(await refused({ listingId, commodityCode: 'durian' })).toMatchObject(fault('input.lines.0.listingId'));
    expect(await refused({ demandId, supplierId: mill, buyerId: farm })).toMatchObject(fault('input.lines.0.demandId'));
    await place.ask(tokens.farm, 'mutation ($id: ID!) { it: withdrawListing(id: $id) { id } }', { id: listingId });
    expect(await refused({ listingId })).toMatchObject(fault('input.lines.0.listingId'));
    // Its owner may still offer it: offering doesn't look at the status, signing does. From then on the other side sees it.
    const offered = await offer(
      { lines: [line({ listingId: listingId.toUpperCase(), quantityKg: '1000', demandId })] },
      tokens.farm,
    );
    expect(await read(offered.id, tokens.mill)).toMatchObject({
      lines: [{ listing: { id: listingId, status: 'WITHDRAWN' }, demand: { id: demandId } }],
    });
    expect(
      await place.ask(tokens.mill, 'query ($id: ID!) { it: listing(id: $id) { status } }', { id: listingId }),
    ).toEqual({ status: 'WITHDRAWN' });
    expect(
      await place.ask(tokens.stranger, 'query ($id: ID!) { it: listing(id: $id) { status } }', { id: listingId }),
    ).toBeNull();
    await sign(tokens.farm, offered);
    const before = await read(offered.id);
    expect(await place.refusal(tokens.mill, SIGN, { id: offered.id, version: 1 })).toMatchObject(state('WITHDRAWN'));
    expect(await read(offered.id)).toEqual(before);
  });

  it('is made by a trader of a party, whose every party is ACTIVE', async () => {
    const input = offerInput({ lines: [line({ commodityCode: 'moon cheese' })] });
    for (const token of [place.country, place.manager80, place.admin])
      expect(await place.refusal(token, OFFER, { input })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await place.refusal(undefined, OFFER, { input })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await place.refusal(place.homeless, OFFER, { input: offerInput() })).toMatchObject(state(null));
    expect(await place.refusal(tokens.stranger, OFFER, { input: offerInput() })).toMatchObject(fault('input.parties'));
    const offered = await offer();
    await place.setStatus(farm, 'SUSPENDED');
    // Known from a contract, so that it is no unknown reference; not ACTIVE, so that nothing is agreed with it.
    expect(await place.refusal(tokens.mill, OFFER, { input: offerInput() })).toMatchObject(state('SUSPENDED'));
    expect(await place.refusal(tokens.farm, OFFER, { input: offerInput() })).toMatchObject(state('SUSPENDED'));
    for (const token of [tokens.farm, tokens.mill])
      expect(await place.refusal(token, SIGN, { id: offered.id, version: 1 })).toMatchObject(state('SUSPENDED'));
    expect(await read(offered.id, tokens.mill)).toMatchObject({
      parties: [{ organization: { id: farm, status: 'SUSPENDED' } }, {}],
    });
    await place.setStatus(farm, 'ACTIVE');
    expect(await sign(tokens.farm, offered)).toMatchObject({ status: 'OFFERED' });
  });

  it('is seen by its parties, who manages one of them, and administrators, alike by id, in lists and in counts', async () => {
    const { id } = await offer();
    for (const token of [tokens.farm, tokens.mill, place.country, place.manager80, place.admin]) {
      expect(await read(id, token)).toMatchObject({
        id,
        parties: [{ organization: { id: farm } }, { organization: { id: mill } }],
      });
      expect((await list({ first: 1 }, token)).nodes).toMatchObject([{ id }]);
    }
    for (const token of [tokens.stranger, place.homeless, place.manager92]) {
      expect(await read(id, token)).toBeNull();
      expect(await list({ of: farm }, token)).toMatchObject({ totalCount: 0, nodes: [] });
    }
    expect(await place.refusal(undefined, ONE, { id })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await place.refusal(undefined, LIST)).toMatchObject({ code: 'UNAUTHENTICATED' });
    const calls: [string, object][] = [
      [COUNTER, { version: 9, input: offerInput({ lines: [line({ commodityCode: 'moon cheese' })] }) }],
      [SIGN, { version: 9 }],
      [DECLINE, { reason: 'x' }],
      [WITHDRAW, {}],
      [TERMINATE, { reason: 'x', on: '2000-01-01' }],
    ];
    for (const [document, variables] of calls) {
      for (const token of [tokens.stranger, place.manager92, place.homeless])
        for (const named of [id, NOWHERE, 'no id', ''])
          expect(await place.refusal(token, document, { id: named, ...variables })).toMatchObject({
            code: 'NOT_FOUND',
          });
      for (const token of [place.manager80, place.country, place.admin])
        expect(await place.refusal(token, document, { id, ...variables })).toMatchObject({ code: 'FORBIDDEN' });
    }
    const input = { contractId: id, lineId: NOWHERE, deliveredOn: TODAY, quantityKg: '1', acceptedKg: '1' };
    expect(await place.refusal(tokens.stranger, DELIVER, { input })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await place.refusal(place.manager80, DELIVER, { input })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await place.refusal(tokens.farm, DELIVER, { input })).toMatchObject(fault('input.lineId'));
  });

  it('shows the contact of who offers to who got it, the rest and the place only to partners', async () => {
    await place.database.query(
      sql`update registry.organization set contact_name = 'Bà Tư', contact_phone = '0900000001', latitude = 10.12345, longitude = 105.98765 where id in (${farm}, ${stranger})`,
    );
    const input = offerInput({
      form: 'SPOT_SALE',
      parties: [parties()[0], { organizationId: stranger, roles: ['EXPORTER'], lead: true }],
      lines: [line({ buyerId: stranger })],
    });
    const { id } = await place.ask<Contract>(tokens.stranger, OFFER, { input });
    const rounded = { latitude: 10.12, longitude: 105.99 };
    expect(await read(id, tokens.farm)).toMatchObject({
      parties: [{}, { organization: { contact: { phone: '0900000001' }, location: rounded, taxCode: null } }],
    });
    expect(await read(id, tokens.stranger)).toMatchObject({
      parties: [{ organization: { contact: null, location: rounded } }, {}],
    });
    await sign(tokens.farm, { id, version: 1 });
    await sign(tokens.stranger, { id, version: 1 });
    expect(await read(id, tokens.stranger)).toMatchObject({
      parties: [
        { organization: { contact: { name: 'Bà Tư' }, location: { latitude: 10.12345, longitude: 105.98765 } } },
        {},
      ],
    });
  });
});
