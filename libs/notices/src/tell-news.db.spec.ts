import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import { ForgetOld } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import {
  AttestContract,
  CounterContract,
  DeclineContract,
  OfferContract,
  offerOf,
  RecordDelivery,
  SignContract,
  TerminateContract,
  TODAY,
  TradeWorld,
  WithdrawContract,
  type Trader,
} from '../../../test/support/trade-world.js';
import { NoticeReads } from './notice.reads.js';
import { noticesRetention } from './notices-retention.js';
import { ReadAllNotices } from './read-all-notices.js';
import { ReadNotice } from './read-notice.js';
import { TellNews } from './tell-news.js';

let world: TradeWorld;
let supplier: Trader;
let buyer: Trader;
let stranger: Trader;

beforeAll(async () => {
  world = await TradeWorld.open();
  supplier = await world.trader();
  buyer = await world.trader({ kind: 'ENTERPRISE' });
  stranger = await world.trader();
});
afterAll(() => world.close());

const tell = () => world.get(TellNews).handle();
const offer = (by: Viewer = buyer) => world.must(OfferContract, by, offerOf(supplier, buyer));
const sign = (by: Viewer, id: string, expectedVersion = 1) => world.must(SignContract, by, { id, expectedVersion });
const told = async (viewer: Viewer) =>
  (await world.get(NoticeReads).notices(viewer, { first: 100, after: null }, TODAY)).rows;
/** Oldest first. */
const kinds = async (viewer: Viewer, contractId: string) =>
  (await told(viewer))
    .filter((notice) => notice.contractId === contractId)
    .map(({ kind }) => kind)
    .reverse();
const unread = (viewer: Viewer) => world.get(NoticeReads).countUnread(viewer, TODAY);
async function signed(): Promise<string> {
  const id = await offer();
  await sign(supplier, id);
  await sign(buyer, id);
  return id;
}

describe('what happens to a contract', () => {
  it('is told to each party but the one that did it, and to nobody else', async () => {
    const id = await offer();
    await world.must(CounterContract, supplier, { id, expectedVersion: 1, input: offerOf(supplier, buyer) });
    await sign(buyer, id, 2);
    await sign(supplier, id, 2);
    await world.must(TerminateContract, buyer, { id, reason: 'Lũ về sớm' });
    await tell();
    expect(await kinds(supplier, id)).toEqual(['OFFERED', 'SIGNED_BY_PARTY', 'TERMINATED']);
    // Of the last signature what it has brought about, and nothing beside it.
    expect(await kinds(buyer, id)).toEqual(['COUNTERED', 'SIGNED']);
    for (const other of [
      stranger,
      world.manager(),
      world.manager('01'),
      world.admin,
      { ...stranger, organizationId: null },
    ])
      expect(await told(other)).toEqual([]);
  });

  it('says who did it, and what an office did to both', async () => {
    const [declined, withdrawn] = [await offer(), await offer()];
    await world.must(DeclineContract, supplier, { id: declined, reason: 'Giá thấp' });
    await world.must(WithdrawContract, buyer, { id: withdrawn });
    const attested = await world.must(AttestContract, world.admin, {
      ...{ form: 'PRODUCTION', parties: offerOf(supplier, buyer).parties, commodityCodes: ['paddy'] },
      ...{ signedOn: TODAY, startsOn: TODAY, endsOn: TODAY, evidence: 'HĐ 1' },
    });
    await tell();
    const byId = async (viewer: Viewer, contractId: string) =>
      (await told(viewer))
        .filter((notice) => notice.contractId === contractId)
        .map((notice) => [notice.kind, notice.byId]);
    expect(await byId(buyer, declined)).toEqual([['DECLINED', supplier.organizationId]]);
    expect(await byId(supplier, withdrawn)).toEqual([
      ['WITHDRAWN', buyer.organizationId],
      ['OFFERED', buyer.organizationId],
    ]);
    for (const party of [supplier, buyer]) expect(await byId(party, attested)).toEqual([['ATTESTED', null]]);
  });

  it('is told of deliveries, and of the last of them that it completes', async () => {
    const id = await signed();
    const [line] = await world.database.query<{ id: string }>(
      sql`select id from contracts.contract_line where contract_id = ${id}`,
    );
    const delivery = { contractId: id, lineId: line!.id, deliveredOn: TODAY, quantityKg: '100', acceptedKg: '100' };
    await world.must(RecordDelivery, supplier, delivery);
    await tell();
    expect(await kinds(buyer, id)).toEqual(['SIGNED_BY_PARTY', 'DELIVERY_RECORDED', 'COMPLETED']);
    expect(await kinds(supplier, id)).toEqual(['OFFERED', 'SIGNED', 'COMPLETED']);
  });

  it('is told once, however often, late and in whatever order the news of it comes', async () => {
    const news = async () =>
      world.database.query<{ payload: unknown }>(
        sql`select payload from platform.outbox where topic = 'contracts.history-written' order by id desc`,
      );
    const ids = [await signed(), await signed(), await offer()];
    const written = await news();
    const again = () =>
      world.database.query(sql`
        insert into platform.outbox (topic, payload)
        select 'contracts.history-written', payload from jsonb_array_elements(${JSON.stringify(written.map(({ payload }) => payload))}::jsonb) payload
        cross join generate_series(1, 3) order by random()`);
    await again();
    await Promise.all([tell(), tell(), tell()]);
    await again();
    await Promise.all([tell(), tell()]);
    expect(await news()).toEqual([]);
    for (const id of ids.slice(0, 2)) {
      expect(await kinds(supplier, id)).toEqual(['OFFERED', 'SIGNED']);
      expect(await kinds(buyer, id)).toEqual(['SIGNED_BY_PARTY']);
    }
    expect(await kinds(supplier, ids[2]!)).toEqual(['OFFERED']);
  });
});

describe('a notice', () => {
  it('is read by each for themselves', async () => {
    const colleague = { ...supplier, userId: randomUUID(), organizationRole: 'READER' as const };
    const id = await offer();
    await tell();
    const before = await unread(supplier);
    const [newest] = await told(supplier);
    expect(newest).toMatchObject({ contractId: id, isRead: false });
    for (let twice = 0; twice < 2; twice += 1)
      expect(await world.run(ReadNotice, supplier, { id: newest!.id })).toEqual({ ok: true, value: newest!.id });
    expect((await told(supplier))[0]).toMatchObject({ id: newest!.id, isRead: true });
    expect(await unread(supplier)).toBe(before - 1);
    expect(await unread(colleague)).toBe(before);
    expect(await world.run(ReadNotice, colleague, { id: newest!.id })).toMatchObject({ ok: true });
    expect(await unread(colleague)).toBe(before - 1);
  });

  it('of others is not there to be read', async () => {
    await offer();
    await tell();
    const [newest] = await told(supplier);
    for (const other of [buyer, stranger, world.admin])
      expect(await world.run(ReadNotice, other, { id: newest!.id })).toEqual({
        ok: false,
        refusal: { code: 'NOT_FOUND' },
      });
  });

  it('that came after somebody looked stays unread when they have read all', async () => {
    await offer();
    await tell();
    const [newest] = await told(supplier);
    world.clock.instant = new Date(world.clock.instant.getTime() + 60_000);
    await offer();
    await tell();
    const until = newest!.at;
    await world.carryOut(supplier, (tx) => world.get(ReadAllNotices).execute(tx, supplier, { until }));
    expect((await told(supplier)).filter(({ isRead }) => !isRead)).toHaveLength(1);
    expect(await unread(supplier)).toBe(1);
  });

  it('goes after 90 days, with who has read it', async () => {
    const rows = async () =>
      (await world.database.query<{ count: number }>(sql`select count(*) from notices.notice`))[0]!.count;
    const marks = async () =>
      (await world.database.query<{ count: number }>(sql`select count(*) from notices.read_mark`))[0]!.count;
    await world.database.query(sql`update notices.notice set at = now() - interval '89 days'`);
    const old = await world.database.query<{ id: string }>(sql`
      update notices.notice set at = now() - interval '91 days'
      where id in (select notice_id from notices.read_mark limit 1) returning id`);
    expect(old).toHaveLength(1);
    const [before, marked] = [await rows(), await marks()];
    await new ForgetOld(world.worker, noticesRetention).forget();
    expect(await rows()).toBe(before - 1);
    expect(await marks()).toBeLessThan(marked);
  });
});
