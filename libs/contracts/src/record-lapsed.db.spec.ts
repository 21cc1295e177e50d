import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import sql from 'sql-template-tag';
import {
  ContractHistoryReads,
  ContractPartReads,
  ContractReads,
  OfferContract,
  offerOf,
  RecordDelivery,
  SignContract,
  TODAY,
  TradeWorld,
} from '../../../test/support/trade-world.js';
import { entryHash, type LedgerEntry } from './contract-ledger.js';
import { RecordLapsed } from './record-lapsed.js';

let world: TradeWorld;
let supplier: Viewer & { organizationId: string };
let buyer: Viewer & { organizationId: string };

beforeAll(async () => {
  world = await TradeWorld.open();
  supplier = await world.trader();
  buyer = await world.trader({ kind: 'ENTERPRISE' });
});
beforeEach(() => world.clock.moveTo(TODAY));
afterAll(() => world.close());

const offer = (changes: object) => world.must(OfferContract, supplier, offerOf(supplier, buyer, {}, changes));
async function signed(changes: object): Promise<string> {
  const id = await offer(changes);
  for (const viewer of [supplier, buyer]) await world.must(SignContract, viewer, { id, expectedVersion: 1 });
  return id;
}
const record = () => world.get(RecordLapsed).record();
const statusOf = async (id: string) =>
  (await world.get(ContractReads).contractsById(supplier, [id], world.clock.today()))[0]?.status;
async function historyOf(id: string): Promise<string[]> {
  const pages = await world.get(ContractHistoryReads).eventsOf(world.admin, [id], { first: 100, after: null }, TODAY);
  return (pages.get(id)?.rows ?? []).map(({ type }) => type);
}

describe('what a day alone does to contracts', () => {
  it('is written into their histories once, the day after, in the chain of hashes', async () => {
    const [expired, completed] = [await offer({ validUntil: '2026-11-30' }), await signed({ endsOn: '2026-11-30' })];
    world.clock.moveTo('2026-11-30');
    expect(await record()).toBe(0);
    world.clock.moveTo('2026-12-01');
    expect([await statusOf(expired), await statusOf(completed)]).toEqual(['EXPIRED', 'COMPLETED']);
    expect([await record(), await record()]).toEqual([2, 0]);
    expect(await historyOf(expired)).toEqual(['OFFERED', 'EXPIRED']);
    expect(await historyOf(completed)).toEqual([
      'OFFERED',
      'SIGNED_BY_PARTY',
      'SIGNED_BY_PARTY',
      'SIGNED',
      'COMPLETED',
    ]);
    const entries = await world.database.query<LedgerEntry & { hash: string }>(sql`
      select contract_id as "contractId", sequence, type, at, organization_id as "organizationId", version, facts, hash
      from contracts.contract_event where contract_id = ${completed} order by sequence`);
    let before = '';
    for (const { hash, ...entry } of entries) {
      expect(hash).toBe(entryHash(entry, before));
      before = hash;
    }
  });

  it('is written once by two who do it at the same time, in more than one batch', async () => {
    const template = await offer({ validUntil: '2026-11-25' });
    await world.database.query(sql`
      insert into contracts.contract (number, origin, status, form, version, starts_on, ends_on, valid_until, commodity_codes, created_at)
      select 'many ' || place, origin, status, form, version, starts_on, ends_on, valid_until, commodity_codes, created_at
      from contracts.contract, generate_series(1, 1100) place where id = ${template}`);
    world.clock.moveTo('2026-11-26');
    const recorded = await Promise.all([record(), record(), record()]);
    expect(recorded.reduce((sum, count) => sum + count)).toBe(1101);
    const [twice] = await world.database.query(sql`
      select from contracts.contract_event where type = 'EXPIRED' group by contract_id having count(*) > 1`);
    expect(twice).toBeUndefined();
  });

  it('stays one completion where the last delivery is recorded after the term', async () => {
    const id = await signed({ endsOn: '2026-11-28' });
    const [line] = await world.get(ContractPartReads).linesOf(world.admin, [{ contractId: id, version: 1 }], TODAY);
    world.clock.moveTo('2026-12-02');
    await record();
    const delivery = { contractId: id, lineId: line!.id, deliveredOn: '2026-11-28', quantityKg: '100' };
    await world.must(RecordDelivery, buyer, { ...delivery, acceptedKg: '100' });
    expect((await historyOf(id)).slice(-2)).toEqual(['COMPLETED', 'DELIVERY_RECORDED']);
    expect(await record()).toBe(0);
  });
});
