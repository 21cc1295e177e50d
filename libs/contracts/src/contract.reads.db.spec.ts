import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import { randomUUID } from 'node:crypto';
import {
  AttestContract,
  ContractHistoryReads,
  ContractPartReads,
  ContractReads,
  CounterContract,
  DeclineContract,
  OfferContract,
  offerOf,
  SignContract,
  TODAY,
  TradeWorld,
  type Trader,
} from '../../../test/support/trade-world.js';
import { statusOn } from './contract-rules.js';

let world: TradeWorld;
let supplier: Trader;
let buyer: Trader;
beforeAll(async () => {
  world = await TradeWorld.open();
  supplier = await world.trader({ provinceCode: '01' });
  buyer = await world.trader({ kind: 'ENTERPRISE', provinceCode: '04' });
});
afterAll(() => world.close());

const FIRST = { first: 100, after: null };
const offer = (by: Trader, changes: object = {}) => world.must(OfferContract, by, offerOf(by, buyer, {}, changes));
const ids = async (viewer: Viewer, filter: object = {}, today = TODAY) =>
  (await world.get(ContractReads).contracts(viewer, filter, FIRST, today)).rows.map(({ id }) => id);

describe('contracts', () => {
  it('are listed newest first, page by page, without loss or repetition', async () => {
    const mine = await world.trader({ provinceCode: '08' });
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.unshift(await offer(mine));
    const read: string[] = [];
    let after: readonly string[] | null = null;
    for (;;) {
      const page = await world.get(ContractReads).contracts(mine, {}, { first: 2, after }, TODAY);
      read.push(...page.rows.map(({ id }) => id));
      const last = page.rows.at(-1);
      if (!page.hasNextPage || !last) break;
      after = [last.createdAt.toISOString(), last.id];
    }
    // All at one instant of the standing clock: the ids alone tell their order.
    expect(read).toEqual([...made].sort().reverse());
    expect(await world.get(ContractReads).countContracts(mine, {}, TODAY)).toBe(5);
  });

  it('are seen by their parties, by managers of their provinces and by administrators, and by nobody else', async () => {
    const id = await offer(supplier);
    for (const viewer of [
      supplier,
      buyer,
      world.manager('01'),
      world.manager('08', '04'),
      world.manager(),
      world.admin,
    ]) {
      expect(await ids(viewer)).toContain(id);
      expect(await world.get(ContractReads).contractsById(viewer, [id, 'no-id', randomUUID()], TODAY)).toHaveLength(1);
    }
    for (const viewer of [await world.trader(), world.manager('08'), { ...supplier, organizationId: null }]) {
      expect(await ids(viewer)).not.toContain(id);
      expect(await world.get(ContractReads).contractsById(viewer, [id], TODAY)).toEqual([]);
    }
  });

  it('are narrowed by status as of the day and by organization', async () => {
    const id = await offer(supplier, { validUntil: '2026-11-25' });
    expect(await ids(supplier, { statuses: ['OFFERED'] })).toContain(id);
    expect(await ids(supplier, { statuses: ['EXPIRED'] }, '2026-11-26')).toContain(id);
    expect(await ids(supplier, { statuses: ['OFFERED'] }, '2026-11-26')).not.toContain(id);
    expect(await ids(supplier, { statuses: [], organizationId: buyer.organizationId })).toContain(id);
    expect(await ids(buyer, { organizationId: randomUUID() })).toEqual([]);
    expect(await ids(buyer, { organizationId: 'no-id' })).toEqual([]);
  });

  it('have in SQL the status that the rule says, on every day', async () => {
    const contracts = [
      await offer(supplier),
      await offer(supplier, { endsOn: '2026-12-01' }),
      await offer(supplier),
      await offer(supplier, { endsOn: '2026-12-01' }),
    ];
    const [, , declined = '', signed = ''] = contracts;
    await world.must(DeclineContract, buyer, { id: declined, reason: 'Giá thấp' });
    for (const viewer of [supplier, buyer]) await world.must(SignContract, viewer, { id: signed, expectedVersion: 1 });
    const raw = await world.get(ContractReads).contractsById(supplier, contracts, TODAY);
    for (const day of [TODAY, '2026-12-01', '2026-12-02', '2026-12-22', '2026-12-23', '2027-07-01'])
      for (const row of await world.get(ContractReads).contractsById(supplier, contracts, day)) {
        const stored = raw.find(({ id }) => id === row.id);
        expect(row.status).toBe(stored && statusOn(stored, day));
      }
  });

  it('keep every version with its own lines; signatures are those of the newest', async () => {
    const id = await offer(supplier);
    await world.must(SignContract, supplier, { id, expectedVersion: 1 });
    await world.must(CounterContract, buyer, {
      id,
      expectedVersion: 1,
      input: offerOf(supplier, buyer, { priceVndPerKg: '6500' }, { form: 'PROCESSING', terms: 'Giao tại kho' }),
    });
    const parts = world.get(ContractPartReads);
    expect(await parts.versionsOf(world.admin, [id], TODAY)).toMatchObject([
      { version: 1, offeredById: supplier.organizationId, terms: null },
      { version: 2, offeredById: buyer.organizationId, terms: 'Giao tại kho' },
    ]);
    const versions = [1, 2].map((version) => ({ contractId: id, version }));
    const lines = await parts.linesOf(world.admin, versions, TODAY);
    expect(lines.map(({ version, priceVndPerKg }) => [version, priceVndPerKg])).toEqual([
      [1, '7000'],
      [2, '6500'],
    ]);
    expect(
      (await parts.partiesOf(world.admin, [id], TODAY)).map(({ organizationId, signedAt, lead }) => [
        organizationId,
        signedAt,
        lead,
      ]),
    ).toEqual([
      [supplier.organizationId, null, false],
      [buyer.organizationId, null, true],
    ]);
    expect((await world.get(ContractReads).contractsById(buyer, [id], TODAY))[0]).toMatchObject({
      version: 2,
      form: 'PROCESSING',
      status: 'OFFERED',
    });
  });

  it('that are attested have neither versions nor lines, and what they name', async () => {
    const id = await world.must(AttestContract, world.admin, {
      form: 'FULL_CHAIN',
      parties: [
        { organizationId: supplier.organizationId, roles: ['PRODUCER'], lead: true },
        { organizationId: buyer.organizationId, roles: ['EXPORTER'] },
      ],
      commodityCodes: ['robusta', 'paddy', 'paddy'],
      signedOn: '2026-01-01',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      evidence: 'HĐ 1/2026',
    });
    expect((await world.get(ContractReads).contractsById(supplier, [id], TODAY))[0]).toMatchObject({
      origin: 'ATTESTED',
      status: 'SIGNED',
      signedOn: '2026-01-01',
      validUntil: null,
      evidence: 'HĐ 1/2026',
      commodityCodes: ['paddy', 'robusta'],
    });
    const parts = world.get(ContractPartReads);
    expect([
      await parts.versionsOf(world.admin, [id], TODAY),
      await parts.linesOf(world.admin, [{ contractId: id, version: 1 }], TODAY),
    ]).toEqual([[], []]);
    expect((await parts.partiesOf(world.admin, [id], TODAY)).map(({ signedAt }) => signedAt)).toEqual([null, null]);
  });

  it('answer pages of their history for many contracts at once', async () => {
    const [one, two] = [await offer(supplier), await offer(supplier)];
    await world.must(SignContract, supplier, { id: two, expectedVersion: 1 });
    const history = world.get(ContractHistoryReads);
    const pages = await history.eventsOf(world.admin, [one, two], { first: 1, after: null }, TODAY);
    expect([pages.get(one)?.hasNextPage, pages.get(two)?.hasNextPage]).toEqual([false, true]);
    expect(
      (await history.eventsOf(world.admin, [one, two], { first: 5, after: ['1'] }, TODAY)).get(two)?.rows,
    ).toMatchObject([{ sequence: 2, type: 'SIGNED_BY_PARTY' }]);
    expect([...(await history.countEvents(world.admin, [one, two], TODAY)).values()].sort()).toEqual([1, 2]);
    expect((await history.deliveriesOf(world.admin, [one], FIRST, TODAY)).get(one)).toEqual({
      rows: [],
      hasNextPage: false,
    });
  });
});
