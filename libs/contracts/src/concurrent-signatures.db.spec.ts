import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ContractReads,
  OfferContract,
  offerOf,
  SignContract,
  TerminateContract,
  TODAY,
  TradeWorld,
  type Trader,
} from '../../../test/support/trade-world.js';

let world: TradeWorld;
beforeAll(async () => {
  world = await TradeWorld.open();
});
afterAll(() => world.close());

/** A contract that lacks its buyer's signature alone. */
async function nearlySigned(supplier: Trader, buyer: Trader, lines: object[]): Promise<string> {
  const {
    lines: [line],
    ...offer
  } = offerOf(supplier, buyer);
  const id = await world.must(OfferContract, supplier, {
    ...offer,
    lines: lines.map((changes) => ({ ...line, ...changes })) as never,
  });
  await world.must(SignContract, supplier, { id, expectedVersion: 1 });
  return id;
}

describe('signatures at the same moment', () => {
  it('never hold more of a lot than there is: of 40 for one lot exactly those win that it has room for', async () => {
    const supplier = await world.trader();
    const listingId = await world.listing(supplier, { quantityKg: '1050' });
    const buyers = await Promise.all(Array.from({ length: 40 }, () => world.trader({ kind: 'ENTERPRISE' })));
    const contracts = await Promise.all(
      buyers.map(async (buyer) => ({ buyer, id: await nearlySigned(supplier, buyer, [{ listingId }]) })),
    );
    const results = await Promise.all(
      contracts.map(({ buyer, id }) => world.run(SignContract, buyer, { id, expectedVersion: 1 })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(10);
    for (const result of results)
      if (!result.ok)
        expect(result.refusal).toMatchObject({ code: 'INSUFFICIENT_QUANTITY', availableKg: '50', listingId });
    expect(await world.heldKg(listingId)).toBe('1000');
    const signed = await world.get(ContractReads).countContracts(supplier, { statuses: ['SIGNED'] }, TODAY);
    expect(signed).toBe(10);
  });

  it('of three-line contracts in opposite orders all come through', async () => {
    const [supplier, buyer] = [await world.trader(), await world.trader({ kind: 'ENTERPRISE' })];
    const [a, b] = [
      await world.listing(supplier, { quantityKg: '6000' }),
      await world.listing(supplier, { quantityKg: '6000' }),
    ];
    const demandId = await world.demand(buyer, { quantityKg: '9000' });
    const forth = [{ listingId: a, demandId }, { listingId: b }, { demandId }];
    const ids = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        nearlySigned(supplier, buyer, index % 2 === 0 ? forth : [...forth].reverse()),
      ),
    );
    const results = await Promise.all(ids.map((id) => world.run(SignContract, buyer, { id, expectedVersion: 1 })));
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect([await world.heldKg(a), await world.heldKg(b), await world.heldKg(demandId)]).toEqual([
      '4000',
      '4000',
      '8000',
    ]);
    const ended = await Promise.all(ids.map((id) => world.run(TerminateContract, buyer, { id, reason: 'x' })));
    expect(ended.filter(({ ok }) => !ok)).toEqual([]);
    expect([await world.heldKg(a), await world.heldKg(b), await world.heldKg(demandId)]).toEqual(['0', '0', '0']);
  });

  it('of both parties conclude a contract once', async () => {
    const [supplier, buyer] = [await world.trader(), await world.trader({ kind: 'ENTERPRISE' })];
    const listingId = await world.listing(supplier);
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => world.must(OfferContract, supplier, offerOf(supplier, buyer, { listingId }))),
    );
    const both = ids.flatMap((id) =>
      [supplier, buyer, supplier, buyer].map((viewer) => world.run(SignContract, viewer, { id, expectedVersion: 1 })),
    );
    expect((await Promise.all(both)).filter(({ ok }) => !ok)).toEqual([]);
    expect(await world.heldKg(listingId)).toBe('1000');
  });
});
