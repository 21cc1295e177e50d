import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import { listingContent } from '@lienket/market';
import type { Refusal, Result } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import {
  AttestContract,
  ContractPartReads,
  CounterContract,
  DeclineContract,
  LISTING,
  OfferContract,
  offerOf,
  RecordDelivery,
  SignContract,
  TerminateContract,
  TODAY,
  TradeWorld,
  UpdatePosting,
  WithdrawContract,
  WithdrawPosting,
  type Trader,
} from '../../../test/support/trade-world.js';

let world: TradeWorld;
let supplier: Trader;
let buyer: Trader;
let stranger: Trader;

beforeAll(async () => {
  world = await TradeWorld.open();
  supplier = await world.trader({ provinceCode: '01' });
  buyer = await world.trader({ kind: 'ENTERPRISE', provinceCode: '04' });
  stranger = await world.trader({ provinceCode: '08' });
});
beforeEach(() => world.clock.moveTo(TODAY));
afterAll(() => world.close());

const refusal = async (result: Promise<Result<string>>): Promise<Refusal> => {
  const answer = await result;
  if (answer.ok) throw new Error('It was not refused.');
  return answer.refusal;
};
const offer = (changes: object = {}) => world.must(OfferContract, supplier, offerOf(supplier, buyer, {}, changes));
const signedContract = async (line: object = {}, changes: object = {}) => {
  const id = await world.must(OfferContract, supplier, offerOf(supplier, buyer, line, changes));
  for (const viewer of [supplier, buyer]) await world.must(SignContract, viewer, { id, expectedVersion: 1 });
  return id;
};
const field = (path: string) => ({ code: 'INVALID_INPUT', field: path });
const state = (now: string | null) => ({ code: 'INVALID_STATE', state: now });
const party = (viewer: { organizationId: string }, roles: string[], lead = false) => ({
  organizationId: viewer.organizationId,
  roles,
  lead,
});

describe('an offer', () => {
  const cases: [string, () => object, object][] = [
    [
      'an unknown party',
      () => ({
        parties: [party(supplier, ['PRODUCER'], true), party({ organizationId: randomUUID() }, ['PROCESSOR'])],
      }),
      field('input.parties.1.organizationId'),
    ],
    [
      'a party of impossible id',
      () => ({ parties: [party(supplier, ['PRODUCER'], true), party({ organizationId: 'x' }, ['PROCESSOR'])] }),
      field('input.parties.1.organizationId'),
    ],
    [
      'a party twice',
      () => ({ parties: [party(supplier, ['PRODUCER'], true), party(supplier, ['PROCESSOR'])] }),
      field('input.parties.1.organizationId'),
    ],
    [
      'no lead',
      () => ({ parties: [party(supplier, ['PRODUCER']), party(buyer, ['PROCESSOR'])] }),
      field('input.parties'),
    ],
    [
      'two leads',
      () => ({ parties: [party(supplier, ['PRODUCER'], true), party(buyer, ['PROCESSOR'], true)] }),
      field('input.parties'),
    ],
    [
      'a producer that is an enterprise',
      () => ({ parties: [party(supplier, ['PROCESSOR'], true), party(buyer, ['PRODUCER'])] }),
      field('input.parties'),
    ],
    [
      'nobody who takes off',
      () => ({ parties: [party(supplier, ['PRODUCER', 'PROCESSOR'], true), party(buyer, ['INPUT_SUPPLIER'])] }),
      field('input.parties'),
    ],
    [
      'others only',
      () => ({ parties: [party(stranger, ['PRODUCER'], true), party(buyer, ['PROCESSOR'])] }),
      field('input.parties'),
    ],
    [
      'a term that ends before it starts',
      () => ({ startsOn: '2027-01-02', endsOn: '2027-01-01' }),
      field('input.endsOn'),
    ],
    ['a term that is over', () => ({ startsOn: '2026-01-01', endsOn: '2026-11-21' }), field('input.endsOn')],
    ['a term beyond 50 years', () => ({ endsOn: '2076-11-23' }), field('input.endsOn')],
    ['a validity beyond its term', () => ({ validUntil: '2027-07-01' }), field('input.validUntil')],
    ['a validity that is over', () => ({ validUntil: '2026-11-21' }), field('input.validUntil')],
  ];
  it.each(cases)('is refused with %s', async (_, changes, expected) => {
    expect(await refusal(world.run(OfferContract, supplier, offerOf(supplier, buyer, {}, changes())))).toMatchObject(
      expected,
    );
  });

  const lineCases: [string, () => Promise<object>, string][] = [
    ['a supplier who is no party', async () => ({ supplierId: stranger.organizationId }), 'supplierId'],
    ['a buyer who is no party', async () => ({ buyerId: stranger.organizationId }), 'buyerId'],
    ['a supplier who buys', async () => ({ buyerId: supplier.organizationId }), 'buyerId'],
    ['an unknown commodity', async () => ({ commodityCode: 'unobtainium' }), 'commodityCode'],
    ['an unknown listing', async () => ({ listingId: randomUUID() }), 'listingId'],
    ['a demand as listing', async () => ({ listingId: await world.demand(buyer) }), 'listingId'],
    ['a listing of another', async () => ({ listingId: await world.listing(stranger) }), 'listingId'],
    [
      'a listing of another commodity',
      async () => ({ listingId: await world.listing(supplier, { commodityCode: 'robusta' }) }),
      'listingId',
    ],
    ['a demand of another', async () => ({ demandId: await world.demand(stranger) }), 'demandId'],
    ['an unseen demand', async () => ({ demandId: await withdrawnDemand() }), 'demandId'],
  ];
  it.each(lineCases)('is refused with a line of %s', async (_, change, at) => {
    const { lines, ...rest } = offerOf(supplier, buyer);
    const input = { ...rest, lines: [...lines, { ...lines[0], ...(await change()) } as (typeof lines)[number]] };
    expect(await refusal(world.run(OfferContract, supplier, input))).toMatchObject(field(`input.lines.1.${at}`));
  });

  it('is refused to who is no trader, has no organization, or offers to one that is not ACTIVE', async () => {
    const input = offerOf(supplier, buyer);
    expect(await refusal(world.run(OfferContract, world.admin, input))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(world.run(OfferContract, world.manager('01'), input))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(world.run(OfferContract, { ...supplier, organizationId: null }, input))).toEqual(state(null));
    const pending = await world.trader({ status: 'PENDING' });
    expect(await refusal(world.run(OfferContract, pending, offerOf(pending, buyer)))).toEqual(state('PENDING'));
    expect(
      await refusal(world.run(OfferContract, supplier, offerOf(supplier, pending, {}, { form: 'SPOT_SALE' }))),
    ).toMatchObject(field('input.parties.1.organizationId'));
  });

  const withdrawnDemand = async () => {
    const id = await world.demand(buyer);
    await world.must(WithdrawPosting, buyer, { kind: 'DEMAND', id });
    return id;
  };
});

describe('what is named', () => {
  it.each(['unknown', 'impossible', 'unseen'])('is not found where it is %s', async (which) => {
    const id = which === 'unknown' ? randomUUID() : which === 'impossible' ? 'no-id' : await offer();
    const viewers = [stranger, world.manager('08'), { ...stranger, organizationId: null }];
    for (const viewer of viewers) {
      const results = [
        world.run(SignContract, viewer, { id, expectedVersion: 1 }),
        world.run(CounterContract, viewer, { id, expectedVersion: 1, input: offerOf(supplier, buyer) }),
        world.run(DeclineContract, viewer, { id, reason: 'x' }),
        world.run(WithdrawContract, viewer, { id }),
        world.run(TerminateContract, viewer, { id, reason: 'x' }),
        world.run(RecordDelivery, viewer, {
          contractId: id,
          lineId: 'x',
          deliveredOn: TODAY,
          quantityKg: '1',
          acceptedKg: '1',
        }),
      ];
      for (const result of results) expect(await refusal(result)).toEqual({ code: 'NOT_FOUND' });
    }
  });

  it('is seen by managers of its parties, who may not act on it', async () => {
    const id = await offer();
    for (const viewer of [world.manager('01'), world.manager('04'), world.manager(), world.admin]) {
      const results = [
        world.run(SignContract, viewer, { id, expectedVersion: 1 }),
        world.run(CounterContract, viewer, { id, expectedVersion: 1, input: offerOf(supplier, buyer) }),
        world.run(DeclineContract, viewer, { id, reason: 'x' }),
        world.run(WithdrawContract, viewer, { id }),
        world.run(TerminateContract, viewer, { id, reason: 'x' }),
        world.run(RecordDelivery, viewer, {
          contractId: id,
          lineId: 'x',
          deliveredOn: TODAY,
          quantityKg: '1',
          acceptedKg: '1',
        }),
      ];
      for (const result of results) expect(await refusal(result)).toEqual({ code: 'FORBIDDEN' });
    }
  });
});

describe('an offered contract', () => {
  it('is signed, countered and declined only in the version that the user looked at', async () => {
    const id = await offer();
    expect(await refusal(world.run(SignContract, buyer, { id, expectedVersion: 2 }))).toEqual({ code: 'CONFLICT' });
    const counter = { id, expectedVersion: 1, input: offerOf(supplier, buyer, { priceVndPerKg: '7500' }) };
    await world.must(CounterContract, buyer, counter);
    expect(await refusal(world.run(CounterContract, supplier, counter))).toEqual({ code: 'CONFLICT' });
    expect(await refusal(world.run(SignContract, supplier, { id, expectedVersion: 1 }))).toEqual({ code: 'CONFLICT' });
  });

  it('is withdrawn by who offered the version and declined by another party', async () => {
    const id = await offer();
    expect(await refusal(world.run(DeclineContract, supplier, { id, reason: 'x' }))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(world.run(WithdrawContract, buyer, { id }))).toEqual({ code: 'FORBIDDEN' });
    await world.must(CounterContract, buyer, { id, expectedVersion: 1, input: offerOf(supplier, buyer) });
    expect(await refusal(world.run(WithdrawContract, supplier, { id }))).toEqual({ code: 'FORBIDDEN' });
    await world.must(WithdrawContract, buyer, { id });
    expect(await refusal(world.run(DeclineContract, supplier, { id, reason: 'x' }))).toEqual(state('WITHDRAWN'));
  });

  it('is countered with the same parties only', async () => {
    const id = await offer();
    const input = offerOf(supplier, stranger, {}, { form: 'SPOT_SALE' });
    expect(await refusal(world.run(CounterContract, supplier, { id, expectedVersion: 1, input }))).toMatchObject(
      field('input.parties'),
    );
  });

  it('is not signed after its validity', async () => {
    const id = await offer({ validUntil: '2026-11-30' });
    world.clock.moveTo('2026-12-01');
    expect(await refusal(world.run(SignContract, buyer, { id, expectedVersion: 1 }))).toEqual(state('EXPIRED'));
  });

  it.each(['WITHDRAWN', 'EXPIRED'])('is not concluded over a posting that is %s', async (status) => {
    const listingId = await world.listing(supplier, { availableTo: '2026-11-25' });
    const id = await world.must(OfferContract, supplier, offerOf(supplier, buyer, { listingId }));
    await world.must(SignContract, supplier, { id, expectedVersion: 1 });
    if (status === 'WITHDRAWN') await world.must(WithdrawPosting, supplier, { kind: 'LISTING', id: listingId });
    else world.clock.moveTo('2026-11-26');
    expect(await refusal(world.run(SignContract, buyer, { id, expectedVersion: 1 }))).toEqual(state(status));
  });

  it('finds a filled posting with nothing available', async () => {
    const demandId = await world.demand(buyer, { quantityKg: '100' });
    await signedContract({ demandId });
    const id = await world.must(OfferContract, buyer, offerOf(supplier, buyer, { demandId, quantityKg: '0.001' }));
    await world.must(SignContract, supplier, { id, expectedVersion: 1 });
    expect(await refusal(world.run(SignContract, buyer, { id, expectedVersion: 1 }))).toMatchObject({
      code: 'INSUFFICIENT_QUANTITY',
      availableKg: '0',
      demandId,
    });
  });
});

describe('a signed contract', () => {
  it('is offered, declined and withdrawn no more', async () => {
    const id = await signedContract();
    expect(await refusal(world.run(DeclineContract, buyer, { id, reason: 'x' }))).toEqual(state('SIGNED'));
    expect(await refusal(world.run(WithdrawContract, supplier, { id }))).toEqual(state('SIGNED'));
    expect(
      await refusal(world.run(CounterContract, buyer, { id, expectedVersion: 1, input: offerOf(supplier, buyer) })),
    ).toEqual(state('SIGNED'));
  });

  it.each(['2026-11-21', '2027-07-01'])('is not terminated on %s', async (terminatedOn) => {
    const id = await signedContract();
    expect(await refusal(world.run(TerminateContract, buyer, { id, reason: 'x', terminatedOn }))).toMatchObject(
      field('terminatedOn'),
    );
  });

  it('is terminated once, and takes no delivery then', async () => {
    const id = await signedContract();
    const [line] = await world.get(ContractPartReads).linesOf(world.admin, [{ contractId: id, version: 1 }], TODAY);
    await world.must(TerminateContract, buyer, { id, reason: 'x', terminatedOn: '2027-01-01' });
    expect(await refusal(world.run(TerminateContract, buyer, { id, reason: 'x' }))).toEqual(state('TERMINATED'));
    const delivery = { contractId: id, lineId: line?.id ?? '', deliveredOn: TODAY, quantityKg: '1', acceptedKg: '1' };
    expect(await refusal(world.run(RecordDelivery, buyer, delivery))).toEqual(state('TERMINATED'));
  });

  it('takes deliveries of its lines by their own sides, up to a tenth more than agreed', async () => {
    const third = await world.trader({ kind: 'ENTERPRISE' });
    const offered = offerOf(supplier, buyer);
    const id = await world.must(OfferContract, supplier, {
      ...offered,
      parties: [...offered.parties, { organizationId: third.organizationId, roles: ['EXPORTER'] }],
    });
    for (const viewer of [supplier, buyer, third]) await world.must(SignContract, viewer, { id, expectedVersion: 1 });
    const [line] = await world.get(ContractPartReads).linesOf(world.admin, [{ contractId: id, version: 1 }], TODAY);
    const delivery = {
      contractId: id,
      lineId: line?.id ?? '',
      deliveredOn: TODAY,
      quantityKg: '200',
      acceptedKg: '110.001',
    };
    expect(await refusal(world.run(RecordDelivery, third, delivery))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(world.run(RecordDelivery, buyer, { ...delivery, lineId: randomUUID() }))).toMatchObject(
      field('input.lineId'),
    );
    expect(await refusal(world.run(RecordDelivery, buyer, delivery))).toMatchObject(field('input.acceptedKg'));
    expect(await refusal(world.run(RecordDelivery, buyer, { ...delivery, acceptedKg: '201' }))).toMatchObject(
      field('input.acceptedKg'),
    );
    expect(await refusal(world.run(RecordDelivery, buyer, { ...delivery, deliveredOn: '2026-11-23' }))).toMatchObject(
      field('input.deliveredOn'),
    );
    await world.must(RecordDelivery, buyer, { ...delivery, acceptedKg: '110' });
  });

  it('keeps its listing from shrinking below what it holds', async () => {
    const listingId = await world.listing(supplier);
    await signedContract({ listingId });
    const content = listingContent({ ...LISTING, quantityKg: '99.999' });
    expect(
      await refusal(world.run(UpdatePosting, supplier, { kind: 'LISTING', id: listingId, content })),
    ).toMatchObject(field('input.quantityKg'));
    await world.must(UpdatePosting, supplier, {
      kind: 'LISTING',
      id: listingId,
      content: { ...content, quantityKg: '100' },
    });
  });
});

describe('an attested contract', () => {
  const input = (changes: object = {}) => ({
    form: 'PRODUCTION' as const,
    parties: [
      { organizationId: supplier.organizationId, roles: ['PRODUCER' as const], lead: true },
      { organizationId: buyer.organizationId, roles: ['DISTRIBUTOR' as const] },
    ],
    commodityCodes: ['paddy', 'robusta'],
    signedOn: '2026-03-01',
    startsOn: '2026-03-01',
    endsOn: '2027-02-28',
    evidence: 'HĐ 12/2026, UBND xã',
    ...changes,
  });

  it('is recorded by a manager of one of its provinces, and terminated by one of them or by a party', async () => {
    for (const viewer of [world.manager('01'), world.manager('04'), world.manager(), world.admin]) {
      const id = await world.must(AttestContract, viewer, input());
      expect(await refusal(world.run(TerminateContract, stranger, { id, reason: 'x' }))).toEqual({ code: 'NOT_FOUND' });
      expect(await refusal(world.run(SignContract, buyer, { id, expectedVersion: 1 }))).toEqual(state('SIGNED'));
      await world.must(TerminateContract, viewer.role === 'ADMINISTRATOR' ? buyer : viewer, { id, reason: 'x' });
    }
  });

  const cases: [string, () => Viewer, object, object][] = [
    ['a trader', () => supplier, {}, { code: 'FORBIDDEN' }],
    ['a manager of another province', () => world.manager('08'), {}, { code: 'FORBIDDEN' }],
    ['an unknown commodity', () => world.admin, { commodityCodes: ['paddy', 'x'] }, field('input.commodityCodes.1')],
    ['a signature in the future', () => world.admin, { signedOn: '2026-11-23' }, field('input.signedOn')],
    ['a term that ends before it starts', () => world.admin, { endsOn: '2026-02-28' }, field('input.endsOn')],
    ['a term beyond 50 years', () => world.admin, { endsOn: '2076-03-02' }, field('input.endsOn')],
    ['an unknown party', () => world.manager('01'), { unknownParty: true }, field('input.parties.1.organizationId')],
  ];
  it.each(cases)('is refused with %s', async (_, viewer, changes, expected) => {
    const base = input(changes);
    const parties =
      'unknownParty' in changes
        ? [...base.parties.slice(0, 1), { organizationId: randomUUID(), roles: ['EXPORTER' as const] }]
        : base.parties;
    expect(await refusal(world.run(AttestContract, viewer(), { ...base, parties }))).toMatchObject(expected);
  });
});
