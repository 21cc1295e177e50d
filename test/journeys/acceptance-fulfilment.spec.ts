import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '@lienket/platform';
import { addCrowd } from '../support/crowd.js';
import {
  ATTEST,
  COUNTER,
  DECLINE,
  DELIVER,
  NOWHERE,
  OFFER,
  SIGN,
  TERMINATE,
  WITHDRAW,
  attestInput,
  deliver,
  delivery,
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
  signed,
  state,
  stranger,
  tokens,
  types,
  type Contract,
  type Line,
} from '../support/contract-desk.js';
import { fault, NOON, TODAY } from '../support/trading-place.js';

beforeAll(openDesk);
beforeEach(() => place.clock.set(NOON));
afterAll(() => place.lienket.close());

describe('a signed contract', () => {
  it('is in force from the later of start and signature to its end, and before the day of its termination', async () => {
    const contract = await signed({ startsOn: '2026-01-01', endsOn: '2026-12-10' });
    const inForce = async (id: string, days: string[]) => {
      const aliases = days.map((day, index) => `d${String(index)}: inForce(asOf: "${day}")`).join(' ');
      return Object.values(
        await place.ask<Record<string, boolean>>(
          tokens.farm,
          `query ($id: ID!) { it: contract(id: $id) { ${aliases} } }`,
          { id },
        ),
      );
    };
    expect(await inForce(contract.id, ['2026-11-21', '2026-11-22', '2026-12-10', '2026-12-11'])).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const refused = (on: string) => place.refusal(tokens.farm, TERMINATE, { id: contract.id, reason: 'x', on });
    expect(await refused('2026-11-21')).toMatchObject(fault('terminatedOn'));
    expect(await refused('2026-12-11')).toMatchObject(fault('terminatedOn'));
    const ended = await place.ask<Contract>(tokens.farm, TERMINATE, {
      id: contract.id,
      reason: 'Lũ',
      on: '2026-12-01',
    });
    expect(ended).toMatchObject({ status: 'TERMINATED', terminatedOn: '2026-12-01', inForce: true });
    expect(await inForce(contract.id, ['2026-11-22', '2026-11-30', '2026-12-01'])).toEqual([true, true, false]);
    expect(await place.refusal(tokens.farm, DELIVER, { input: delivery(contract) })).toMatchObject(state('TERMINATED'));
    expect(await place.refusal(tokens.mill, TERMINATE, { id: contract.id, reason: 'x' })).toMatchObject(
      state('TERMINATED'),
    );
    expect(await place.refusal(tokens.mill, SIGN, { id: contract.id, version: 1 })).toMatchObject(state('TERMINATED'));
  });

  it('gives back on termination what was agreed and not accepted, line by line', async () => {
    const [listingId, demandId] = [
      await post('Listing', { quantityKg: '300' }),
      await post('Demand', { quantityKg: '300' }),
    ];
    const contract = await signed({ lines: [line({ listingId, demandId }), line({ listingId })] });
    await deliver(contract, { quantityKg: '110', acceptedKg: '110' }, tokens.mill);
    await deliver(contract, { lineId: contract.lines[1]!.id, quantityKg: '40', acceptedKg: '30.25' });
    const ended = await place.ask<Contract>(tokens.mill, TERMINATE, { id: contract.id, reason: 'Lũ' });
    expect(ended).toMatchObject({
      terminatedOn: TODAY,
      lines: [
        { listing: { remainingKg: '169.75' }, demand: { remainingKg: '200' } },
        { listing: { remainingKg: '169.75' } },
      ],
    });
  });

  it('takes deliveries of its lines from supplier and buyer, a tenth too much at most, and is completed by the last', async () => {
    const three = [...parties(), { organizationId: stranger, roles: ['EXPORTER'] }];
    const offered = await offer({
      parties: three,
      lines: [line(), line({ supplierId: mill, buyerId: stranger, quantityKg: '10' })],
    });
    expect(await place.refusal(tokens.farm, DELIVER, { input: delivery(offered) })).toMatchObject(state('OFFERED'));
    for (const token of Object.values(tokens)) await sign(token, offered);
    const refused = (changes: Line, token = tokens.farm) =>
      place.refusal(token, DELIVER, { input: delivery(offered, changes) });
    expect(await refused({}, tokens.stranger)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused({ lineId: offered.lines[1]!.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused({ lineId: NOWHERE })).toMatchObject(fault('input.lineId'));
    expect(await refused({ lineId: 'no id' })).toMatchObject(fault('input.lineId'));
    expect(await refused({ contractId: NOWHERE })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused({ deliveredOn: addDays(TODAY, 1) })).toMatchObject(fault('input.deliveredOn'));
    expect(await refused({ deliveredOn: addDays(TODAY, -1) })).toMatchObject(fault('input.deliveredOn'));
    expect(await refused({ acceptedKg: '50.001' })).toMatchObject(fault('input.acceptedKg'));
    expect(await refused({ quantityKg: '0', acceptedKg: '0' })).toMatchObject(fault('input.quantityKg'));
    expect(await refused({ quantityKg: '111', acceptedKg: '110.001' })).toMatchObject(fault('input.acceptedKg'));
    expect(await refused({ note: 'x'.repeat(1001) })).toMatchObject(fault('input.note'));
    const first = await deliver(
      offered,
      { quantityKg: '20.500', acceptedKg: '0', grade: 'Lúa thường', note: 'ẩm' },
      tokens.mill,
    );
    expect(first).toMatchObject({
      deliveredOn: TODAY,
      quantityKg: '20.5',
      acceptedKg: '0',
      grade: 'Lúa thường',
      note: 'ẩm',
      at: NOON,
      recordedBy: { id: mill },
      line: { id: offered.lines[0]!.id, acceptedKg: '0' },
    });
    place.clock.set('2026-11-23T05:00:00.000Z');
    const second = await deliver(offered, { quantityKg: '110', acceptedKg: '110' });
    expect(await read(offered.id)).toMatchObject({
      status: 'SIGNED',
      deliveries: { totalCount: 2, nodes: [second, first].map((each) => ({ ...each, line: { acceptedKg: '110' } })) },
    });
    expect(await refused({ quantityKg: '1', acceptedKg: '0.001' })).toMatchObject(fault('input.acceptedKg'));
    await deliver(offered, { lineId: offered.lines[1]!.id, quantityKg: '10', acceptedKg: '10' }, tokens.stranger);
    const done = await read(offered.id);
    expect(done).toMatchObject({ status: 'COMPLETED', inForce: true });
    expect(types(done)?.slice(-2)).toEqual(['DELIVERY_RECORDED', 'COMPLETED']);
    expect(await refused({ quantityKg: '1', acceptedKg: '0' })).toMatchObject(state('COMPLETED'));
    expect(await place.refusal(tokens.farm, TERMINATE, { id: offered.id, reason: 'x' })).toMatchObject(
      state('COMPLETED'),
    );
  });

  it('is completed the day after its term, gives nothing back, and takes late records for thirty days', async () => {
    const listingId = await post('Listing');
    const contract = await signed({ endsOn: addDays(TODAY, 1), lines: [line({ listingId })] });
    place.clock.set('2026-11-24T05:00:00.000Z');
    expect(await read(contract.id)).toMatchObject({
      status: 'COMPLETED',
      inForce: false,
      lines: [{ listing: { remainingKg: '50' } }],
    });
    expect((await list({ statuses: ['COMPLETED'], first: 30 })).nodes.map(({ id }) => id)).toContain(contract.id);
    expect(await place.refusal(tokens.farm, TERMINATE, { id: contract.id, reason: 'x' })).toMatchObject(
      state('COMPLETED'),
    );
    expect(
      await place.refusal(tokens.farm, DELIVER, { input: delivery(contract, { deliveredOn: '2026-11-24' }) }),
    ).toMatchObject(fault('input.deliveredOn'));
    place.clock.set('2026-12-23T05:00:00.000Z');
    expect(await deliver(contract, { deliveredOn: '2026-11-23' })).toMatchObject({ acceptedKg: '50' });
    place.clock.set('2026-12-23T17:00:00.000Z');
    expect(
      await place.refusal(tokens.farm, DELIVER, { input: delivery(contract, { deliveredOn: '2026-11-23' }) }),
    ).toMatchObject(state('COMPLETED'));
  });

  it('is signed by all of twenty parties, and only then', async () => {
    const crowd = await addCrowd(place.database, 'COOPERATIVE', 18, 'PRODUCER');
    const input = offerInput({
      parties: [...parties(), ...crowd.map(({ organizationId }) => ({ organizationId, roles: ['PRODUCER'] }))],
    });
    const offered = await place.ask<Contract>(tokens.mill, OFFER, { input });
    for (const token of [tokens.farm, tokens.mill, ...crowd.slice(1).map((member) => member.token)])
      expect(await sign(token, offered)).toMatchObject({ status: 'OFFERED' });
    expect(await sign(crowd[0]!.token, offered)).toMatchObject({ status: 'SIGNED', signedOn: TODAY });
  });
});

describe('an attested contract', () => {
  const refused = (token: string | undefined, changes: Line = {}) =>
    place.refusal(token, ATTEST, { input: attestInput(changes) });

  it('is recorded by who manages one of its parties, SIGNED from the start, without lines, versions and signatures', async () => {
    for (const token of [place.manager80, place.country, place.admin])
      expect(
        await place.ask<Contract>(token, ATTEST, {
          input: attestInput({ commodityCodes: ['paddy', 'durian', 'paddy'] }),
        }),
      ).toMatchObject({
        number: expect.stringMatching(/^LK-2026-/),
        origin: 'ATTESTED',
        status: 'SIGNED',
        form: 'PROCESSING',
        version: 1,
        terms: null,
        evidence: 'HĐ 12/2025, tủ số 3\nngăn 2',
        startsOn: '2025-01-01',
        endsOn: '2027-12-31',
        validUntil: null,
        signedOn: '2025-01-10',
        terminatedOn: null,
        inForce: true,
        lines: [],
        versions: [],
        commodities: [{ code: 'durian' }, { code: 'paddy' }],
        parties: [
          { signedAt: null, lead: false },
          { signedAt: null, lead: true },
        ],
        events: { totalCount: 1, nodes: [{ sequence: 1, type: 'ATTESTED', organization: null }] },
        deliveries: { totalCount: 0 },
      });
    const bad = { endsOn: '2020-01-01' };
    expect(await refused(undefined, bad)).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const token of [tokens.farm, tokens.stranger, place.homeless, place.manager92])
      expect(await refused(token, bad)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each<[string, () => Line]>([
    ['commodityCodes', () => ({ commodityCodes: [] })],
    ['commodityCodes.1', () => ({ commodityCodes: ['paddy', 'moon cheese'] })],
    ['commodityCodes.0', () => ({ commodityCodes: ['zzz', 'paddy'] })],
    ['signedOn', () => ({ signedOn: addDays(TODAY, 1) })],
    ['endsOn', () => ({ endsOn: '2024-12-31' })],
    ['endsOn', () => ({ endsOn: '2075-01-02' })],
    ['evidence', () => ({ evidence: '' })],
    ['evidence', () => ({ evidence: 'x'.repeat(1001) })],
    ['parties', () => ({ parties: parties().slice(0, 1) })],
    ['parties', () => ({ parties: parties().map((party) => ({ ...party, lead: false })) })],
    ['parties', () => ({ parties: parties().map((party) => ({ ...party, roles: ['PRODUCER'] })) })],
    [
      'parties.1.organizationId',
      () => ({ parties: [parties()[0], { organizationId: NOWHERE, roles: ['PROCESSOR'], lead: true }] }),
    ],
  ])('is refused at input.%s', async (field, changes) => {
    expect(await refused(place.manager80, changes())).toMatchObject(fault(`input.${field}`));
  });

  it('may be over already, and is ended by a party or by who could attest it', async () => {
    const attest = (changes: Line = {}) =>
      place.ask<Contract>(place.manager80, ATTEST, { input: attestInput(changes) });
    expect(await attest({ endsOn: '2025-12-31' })).toMatchObject({ status: 'COMPLETED', inForce: false });
    const { id } = await attest();
    expect(await place.refusal(tokens.farm, SIGN, { id, version: 1 })).toMatchObject(state('SIGNED'));
    expect(await place.refusal(tokens.farm, DECLINE, { id, reason: 'x' })).toMatchObject(state('SIGNED'));
    expect(await place.refusal(tokens.farm, WITHDRAW, { id })).toMatchObject(state('SIGNED'));
    expect(await place.refusal(tokens.farm, COUNTER, { id, version: 1, input: offerInput() })).toMatchObject(
      state('SIGNED'),
    );
    expect(await place.refusal(place.manager92, TERMINATE, { id, reason: 'x' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await place.ask(place.manager80, TERMINATE, { id, reason: 'x' })).toMatchObject({
      status: 'TERMINATED',
      terminatedOn: TODAY,
    });
    for (const token of [tokens.mill, place.admin])
      expect(await place.ask(token, TERMINATE, { id: (await attest()).id, reason: 'x' })).toMatchObject({
        status: 'TERMINATED',
      });
  });
});
