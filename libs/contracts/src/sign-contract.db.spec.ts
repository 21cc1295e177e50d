import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import { takeAnnouncements } from '@lienket/platform';
import sql from 'sql-template-tag';
import {
  ContractHistoryReads,
  ContractPartReads,
  ContractReads,
  ListingReads,
  OfferContract,
  offerOf,
  RecordDelivery,
  SignContract,
  TerminateContract,
  TODAY,
  TradeWorld,
  type Trader,
} from '../../../test/support/trade-world.js';
import { CONTRACT_CHANGED } from './contract-events.js';
import { entryHash, type LedgerEntry } from './contract-ledger.js';

let world: TradeWorld;
let supplier: Trader;
let buyer: Trader;

beforeAll(async () => {
  world = await TradeWorld.open();
  supplier = await world.trader({ provinceCode: '01' });
  buyer = await world.trader({ kind: 'ENTERPRISE', provinceCode: '04' });
});
beforeEach(() => world.clock.moveTo(TODAY));
afterAll(() => world.close());

const contractOf = async (viewer: Viewer, id: string) =>
  (await world.get(ContractReads).contractsById(viewer, [id], world.clock.today()))[0];
const sign = (viewer: Viewer, id: string, expectedVersion = 1) =>
  world.run(SignContract, viewer, { id, expectedVersion });

describe('a contract from its offer to its last delivery', () => {
  it('is offered, signed by both, delivered and completed', async () => {
    const [listingId, demandId] = [await world.listing(supplier), await world.demand(buyer)];
    const id = await world.must(OfferContract, supplier, offerOf(supplier, buyer, { listingId, demandId }));
    expect(await contractOf(buyer, id)).toMatchObject({
      number: expect.stringMatching(/^LK-2026-\d{6}$/),
      origin: 'SIGNED_HERE',
      status: 'OFFERED',
      version: 1,
      validUntil: '2026-12-22',
      signedOn: null,
      commodityCodes: ['paddy'],
    });
    expect([await world.heldKg(listingId), await world.heldKg(demandId)]).toEqual(['0', '0']);

    expect(await sign(buyer, id)).toEqual({ ok: true, value: id });
    expect(await contractOf(buyer, id)).toMatchObject({ status: 'OFFERED', signedOn: null });
    expect(await sign(supplier, id)).toEqual({ ok: true, value: id });
    expect(await contractOf(buyer, id)).toMatchObject({ status: 'SIGNED', signedOn: TODAY });
    expect([await world.heldKg(listingId), await world.heldKg(demandId)]).toEqual(['100', '100']);
    const told = await world.database.transaction((tx) => takeAnnouncements(tx, [CONTRACT_CHANGED], 100));
    expect(told).toEqual([{ contractId: id, organizationIds: [supplier.organizationId, buyer.organizationId] }]);

    const [line] = await world.get(ContractPartReads).linesOf(world.admin, [{ contractId: id, version: 1 }], TODAY);
    const delivery = { contractId: id, lineId: line?.id ?? '', deliveredOn: TODAY, quantityKg: '60', acceptedKg: '50' };
    await world.must(RecordDelivery, supplier, delivery);
    expect(await contractOf(buyer, id)).toMatchObject({ status: 'SIGNED' });
    const last = await world.must(RecordDelivery, buyer, { ...delivery, acceptedKg: '50.5', note: 'ướt' });
    expect(await contractOf(supplier, id)).toMatchObject({ status: 'COMPLETED', signedOn: TODAY, terminatedOn: null });
    expect(await world.get(ContractHistoryReads).deliveryById(supplier, last, TODAY)).toMatchObject({
      acceptedKg: '50.5',
      note: 'ướt',
      recordedById: buyer.organizationId,
    });
    expect((await world.get(ContractPartReads).linesById(world.admin, [line?.id ?? ''], TODAY))[0]).toMatchObject({
      quantityKg: '100',
      acceptedKg: '100.5',
    });
    expect(await world.heldKg(listingId)).toBe('100');
  });

  it('changes nothing when a party signs a version a second time', async () => {
    const id = await world.must(OfferContract, supplier, offerOf(supplier, buyer));
    for (const viewer of [buyer, buyer, supplier, supplier, buyer])
      expect(await sign(viewer, id)).toMatchObject({ ok: true });
    const events = (
      await world.get(ContractHistoryReads).eventsOf(world.admin, [id], { first: 100, after: null }, TODAY)
    ).get(id)?.rows;
    expect(events?.map(({ type }) => type)).toEqual(['OFFERED', 'SIGNED_BY_PARTY', 'SIGNED_BY_PARTY', 'SIGNED']);
  });

  it('keeps a history whose hashes anybody can follow', async () => {
    const id = await world.must(OfferContract, supplier, offerOf(supplier, buyer));
    for (const viewer of [buyer, supplier]) await sign(viewer, id);
    await world.must(TerminateContract, buyer, { id, reason: 'Lụt' });
    const rows = await world.database.query<LedgerEntry & { hash: string }>(sql`
      select contract_id as "contractId", sequence, type, at, organization_id as "organizationId", version, facts, hash
      from contracts.contract_event where contract_id = ${id} order by sequence`);
    expect(rows.map(({ type }) => type)).toEqual([
      'OFFERED',
      'SIGNED_BY_PARTY',
      'SIGNED_BY_PARTY',
      'SIGNED',
      'TERMINATED',
    ]);
    let hash = '';
    for (const { hash: written, ...entry } of rows) {
      hash = entryHash(entry, hash);
      expect(written).toBe(hash);
    }
    await expect(
      world.database.query(sql`update contracts.contract_event set version = 7 where contract_id = ${id}`),
    ).rejects.toThrow('append-only');
  });

  it('holds nothing when one of its lots has less left, and keeps no signature', async () => {
    const [full, scarce] = [await world.listing(supplier), await world.listing(supplier, { quantityKg: '99.5' })];
    const offer = offerOf(supplier, buyer);
    const [line] = offer.lines;
    if (!line) throw new Error('No line.');
    const lines = [
      { ...line, listingId: full },
      { ...line, quantityKg: '60', listingId: scarce },
      { ...line, quantityKg: '40', listingId: scarce },
    ];
    const id = await world.must(OfferContract, supplier, { ...offer, lines });
    await sign(supplier, id);
    const [, second] = await world.get(ContractPartReads).linesOf(world.admin, [{ contractId: id, version: 1 }], TODAY);
    expect(await sign(buyer, id)).toEqual({
      ok: false,
      refusal: { code: 'INSUFFICIENT_QUANTITY', availableKg: '99.5', lineId: second?.id, listingId: scarce },
    });
    expect([await world.heldKg(full), await world.heldKg(scarce)]).toEqual(['0', '0']);
    const parties = await world.get(ContractPartReads).partiesOf(world.admin, [id], TODAY);
    expect(parties.map(({ signedAt }) => signedAt !== null)).toEqual([true, false]);
    expect(await contractOf(supplier, id)).toMatchObject({ status: 'OFFERED' });
  });

  it('gives back what was not accepted when it is terminated, and is in force until the day before', async () => {
    const listingId = await world.listing(supplier);
    const id = await world.must(OfferContract, supplier, offerOf(supplier, buyer, { listingId }));
    for (const viewer of [supplier, buyer]) await sign(viewer, id);
    const [line] = await world.get(ContractPartReads).linesOf(world.admin, [{ contractId: id, version: 1 }], TODAY);
    await world.must(RecordDelivery, supplier, {
      contractId: id,
      lineId: line?.id ?? '',
      deliveredOn: TODAY,
      quantityKg: '30',
      acceptedKg: '30',
    });
    await world.must(TerminateContract, supplier, { id, reason: 'Mất mùa', terminatedOn: '2026-12-01' });
    expect(await world.heldKg(listingId)).toBe('30');
    expect(await contractOf(buyer, id)).toMatchObject({ status: 'TERMINATED', terminatedOn: '2026-12-01' });
    const [linkage] = await world.database.query(
      sql`select in_force::text as days from contracts.linkage_v where contract_id = ${id}`,
    );
    expect(linkage).toEqual({ days: '[2026-11-22,2026-12-01)' });
  });

  it('is completed by the day after its term, and takes late deliveries for 30 days', async () => {
    const id = await world.must(OfferContract, supplier, offerOf(supplier, buyer, {}, { endsOn: '2026-12-31' }));
    for (const viewer of [supplier, buyer]) await sign(viewer, id);
    world.clock.moveTo('2027-01-30');
    expect(await contractOf(buyer, id)).toMatchObject({ status: 'COMPLETED' });
    const [line] = await world.get(ContractPartReads).linesOf(world.admin, [{ contractId: id, version: 1 }], TODAY);
    const delivery = {
      contractId: id,
      lineId: line?.id ?? '',
      deliveredOn: '2026-12-31',
      quantityKg: '10',
      acceptedKg: '0',
    };
    await world.must(RecordDelivery, buyer, delivery);
    world.clock.moveTo('2027-01-31');
    expect(await world.run(RecordDelivery, buyer, delivery)).toEqual({
      ok: false,
      refusal: { code: 'INVALID_STATE', state: 'COMPLETED' },
    });
  });

  it('shows its parties each other and its postings whatever becomes of them', async () => {
    const hidden = await world.trader();
    const listingId = await world.listing(hidden, { latitude: 10.55555, longitude: 105.55555 });
    const id = await world.must(OfferContract, hidden, offerOf(hidden, buyer, { listingId }));
    const seen = async (viewer: Viewer) => (await world.get(ListingReads).listingsById(viewer, [listingId], TODAY))[0];
    expect(await seen(buyer)).toMatchObject({ location: { latitude: 10.56, longitude: 105.56 } });
    await world.setStatus(hidden.organizationId, 'SUSPENDED');
    expect([await seen(buyer), await seen(world.manager('04'))]).toEqual([expect.anything(), expect.anything()]);
    expect([await seen(supplier), await seen(world.manager('08'))]).toEqual([undefined, undefined]);
    expect(await sign(buyer, id)).toEqual({ ok: false, refusal: { code: 'INVALID_STATE', state: 'SUSPENDED' } });
    await world.setStatus(hidden.organizationId, 'ACTIVE');
    for (const viewer of [buyer, hidden]) await sign(viewer, id);
    expect(await seen(buyer)).toMatchObject({
      location: { latitude: 10.55555, longitude: 105.55555 },
      remainingKg: '900',
    });
  });
});
