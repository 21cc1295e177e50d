import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import sql from 'sql-template-tag';
import {
  OfferContract,
  offerOf,
  RecordDelivery,
  SignContract,
  TerminateContract,
  TODAY,
  TradeWorld,
  type Trader,
} from '../../../test/support/trade-world.js';
import { NoticeReads } from './notice.reads.js';
import { TellDue } from './tell-due.js';

let world: TradeWorld;
let supplier: Trader;
let buyer: Trader;

beforeAll(async () => {
  world = await TradeWorld.open();
  supplier = await world.trader();
  buyer = await world.trader({ kind: 'ENTERPRISE' });
});
beforeEach(() => world.clock.moveTo(TODAY));
afterAll(() => world.close());

const offer = (changes: object) => world.must(OfferContract, buyer, offerOf(supplier, buyer, {}, changes));
const sign = (by: Viewer, id: string) => world.must(SignContract, by, { id, expectedVersion: 1 });
async function signed(changes: object): Promise<string> {
  const id = await offer(changes);
  await sign(supplier, id);
  await sign(buyer, id);
  return id;
}
async function morningOf(day: string): Promise<void> {
  world.clock.moveTo(day);
  await world.get(TellDue).handle();
}
/** What each is told of the contract: kind and day. */
async function told(viewer: Viewer, contractId: string): Promise<string[]> {
  const { rows } = await world.get(NoticeReads).notices(viewer, { first: 100, after: null }, world.clock.today());
  return rows
    .filter((notice) => notice.contractId === contractId)
    .map(({ kind, at }) => `${kind} ${at.toISOString()}`)
    .reverse();
}

describe('what has to be answered soon', () => {
  it('is told three days before to who has not signed, once', async () => {
    const id = await offer({ validUntil: '2026-12-10' });
    await sign(supplier, id);
    await morningOf('2026-12-06');
    expect(await told(buyer, id)).toEqual([]);
    for (const day of ['2026-12-07', '2026-12-07', '2026-12-08', '2026-12-11']) await morningOf(day);
    expect(await told(buyer, id)).toEqual(['ANSWER_DUE 2026-12-06T17:00:00.000Z']);
    expect(await told(supplier, id)).toEqual([]);
  });

  it('is told though mornings were missed, and not where it was offered when it was due already', async () => {
    const [missed, short] = [await offer({ validUntil: '2026-12-10' }), await offer({ validUntil: '2026-11-25' })];
    await morningOf('2026-11-23');
    await morningOf('2026-12-10');
    expect(await told(supplier, missed)).toEqual(['ANSWER_DUE 2026-12-06T17:00:00.000Z']);
    expect(await told(supplier, short)).toEqual([]);
  });

  it('is told no more when the day has passed', async () => {
    const id = await offer({ validUntil: '2026-12-10' });
    await morningOf('2026-12-11');
    expect(await told(supplier, id)).toEqual([]);
  });
});

describe('what has to be delivered', () => {
  it('is told to supplier and buyer a week before the end, and when it is late', async () => {
    const id = await signed({ endsOn: '2026-12-10' });
    await morningOf('2026-12-02');
    expect(await told(supplier, id)).toEqual([]);
    for (const day of ['2026-12-03', '2026-12-04', '2026-12-11', '2027-01-09']) await morningOf(day);
    const both = ['DELIVERY_DUE 2026-12-02T17:00:00.000Z', 'DELIVERY_LATE 2026-12-10T17:00:00.000Z'];
    for (const party of [supplier, buyer]) expect(await told(party, id)).toEqual(both);
  });

  it('is not where it was accepted in full, or the contract was terminated', async () => {
    const [full, ended] = [await signed({ endsOn: '2026-12-10' }), await signed({ endsOn: '2026-12-10' })];
    const [line] = await world.database.query<{ id: string }>(
      sql`select id from contracts.contract_line where contract_id = ${full}`,
    );
    const delivery = { contractId: full, lineId: line!.id, deliveredOn: TODAY };
    await world.must(RecordDelivery, supplier, { ...delivery, quantityKg: '100', acceptedKg: '100' });
    await world.must(TerminateContract, buyer, { id: ended, reason: 'Lũ về sớm' });
    for (const day of ['2026-12-03', '2026-12-11']) await morningOf(day);
    for (const id of [full, ended]) expect(await told(buyer, id)).toEqual([]);
  });
});
