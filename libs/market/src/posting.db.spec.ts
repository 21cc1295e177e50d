import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import type { Result } from '@lienket/platform';
import { findOrganizations } from '@lienket/registry';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import {
  CreatePosting,
  DEMAND,
  DemandReads,
  LISTING,
  ListingReads,
  TODAY,
  TradeWorld,
  UpdatePosting,
  WithdrawPosting,
  type Trader,
} from '../../../test/support/trade-world.js';
import { postingStatus, type PostingStatus } from './posting-status.js';
import { PostingStore } from './posting.store.js';
import { demandContent, listingContent, type ListingInput } from './posting.js';

let world: TradeWorld;
let owner: Trader;
beforeAll(async () => {
  world = await TradeWorld.open();
  owner = await world.trader({ provinceCode: '01' });
});
beforeEach(() => world.clock.moveTo(TODAY));
afterAll(() => world.close());

const FIRST = { first: 100, after: null };
const create = (viewer: Viewer, changes: Partial<ListingInput> = {}) =>
  world.run(CreatePosting, viewer, { kind: 'LISTING', content: listingContent({ ...LISTING, ...changes }) });
const update = (viewer: Viewer, id: string, changes: Partial<ListingInput> = {}) =>
  world.run(UpdatePosting, viewer, { kind: 'LISTING', id, content: listingContent({ ...LISTING, ...changes }) });
const withdraw = (viewer: Viewer, id: string) => world.run(WithdrawPosting, viewer, { kind: 'LISTING', id });
const seen = async (viewer: Viewer, id: string) =>
  (await world.get(ListingReads).listingsById(viewer, [id], world.clock.today()))[0];
/** In the lists of which statuses the owner finds it. */
async function inLists(id: string, day: string): Promise<PostingStatus[]> {
  const found: PostingStatus[] = [];
  for (const status of ['OPEN', 'FILLED', 'WITHDRAWN', 'EXPIRED'] as const) {
    const filter = { statuses: [status], organizationId: owner.organizationId };
    const { rows } = await world.get(ListingReads).listings(owner, filter, FIRST, { today: day });
    if (rows.some((row) => row.id === id)) found.push(status);
  }
  return found;
}
const refused = (refusal: object): Result<string> => ({ ok: false, refusal }) as never;
const notFound = refused({ code: 'NOT_FOUND' });
const forbidden = refused({ code: 'FORBIDDEN' });

describe('a posting', () => {
  it('is posted with its defaults and read as it was written', async () => {
    const id = await world.listing(owner, {
      grade: 'Lúa thường',
      certifications: ['VIETGAP', 'VIETGAP'],
      quantityKg: '1250.5',
      askPriceVndPerKg: '7200',
    });
    expect(await seen(owner, id)).toEqual({
      id,
      organizationId: owner.organizationId,
      commodityCode: 'paddy',
      variety: null,
      grade: 'Lúa thường',
      certifications: ['VIETGAP'],
      quantityKg: '1250.5',
      remainingKg: '1250.5',
      minimumLotKg: '1',
      availableFrom: '2026-11-01',
      availableTo: '2027-03-31',
      askPriceVndPerKg: '7200',
      provinceCode: '01',
      location: null,
      status: 'OPEN',
      createdAt: world.clock.now(),
    });
    const demandId = await world.demand(owner, { maximumSuppliers: 3, minimumGrade: 'Lúa thường', provinceCode: '04' });
    expect((await world.get(DemandReads).demandsById(owner, [demandId], TODAY))[0]).toMatchObject({
      buyerId: owner.organizationId,
      minimumGrade: 'Lúa thường',
      maximumSuppliers: 3,
      deliverTo: '2027-03-31',
      provinceCode: '04',
    });
  });

  it('is posted only by a trader of an ACTIVE organization', async () => {
    expect(await create(world.manager('01'))).toEqual(forbidden);
    expect(await create(world.admin)).toEqual(forbidden);
    expect(await create({ ...owner, organizationId: null })).toEqual(refused({ code: 'INVALID_STATE', state: null }));
    for (const status of ['PENDING', 'SUSPENDED', 'DISSOLVED'])
      expect(await create(await world.trader({ status }))).toEqual(refused({ code: 'INVALID_STATE', state: status }));
  });

  const references: [string, Partial<ListingInput>][] = [
    ['input.commodityCode', { commodityCode: 'x' }],
    ['input.grade', { grade: 'x' }],
    ['input.certifications.0', { certifications: ['x'] }],
    ['input.provinceCode', { provinceCode: '99' }],
    ['input.availableTo', { availableTo: '2026-11-21' }],
  ];
  it.each(references)(
    'is refused with a wrong %s, before the state of its organization is looked at',
    async (field, changes) => {
      const pending = await world.trader({ status: 'PENDING' });
      expect(await create(pending, changes)).toMatchObject({ refusal: { code: 'INVALID_INPUT', field } });
    },
  );

  it('is updated and withdrawn by its own trader alone', async () => {
    const id = await world.listing(owner);
    for (const viewer of [await world.trader(), world.manager('01'), world.admin])
      expect([await update(viewer, id), await withdraw(viewer, id)]).toEqual([forbidden, forbidden]);
    for (const unknown of ['no-id', randomUUID()])
      expect([await update(owner, unknown), await withdraw(owner, unknown)]).toEqual([notFound, notFound]);
    expect(await update(owner, id, { quantityKg: '5', availableTo: '2026-12-01', minimumLotKg: '2' })).toEqual({
      ok: true,
      value: id,
    });
    expect(await seen(owner, id)).toMatchObject({ quantityKg: '5', minimumLotKg: '2', availableTo: '2026-12-01' });
    expect(await withdraw(owner, id)).toEqual({ ok: true, value: id });
    const withdrawn = refused({ code: 'INVALID_STATE', state: 'WITHDRAWN' });
    expect([await update(owner, id), await withdraw(owner, id)]).toEqual([withdrawn, withdrawn]);
  });

  it('opens again when it is updated after its window', async () => {
    const id = await world.listing(owner, { availableTo: TODAY });
    world.clock.moveTo('2026-11-23');
    expect(await seen(owner, id)).toMatchObject({ status: 'EXPIRED' });
    expect(await update(owner, id, { availableTo: '2026-11-23' })).toMatchObject({ ok: true });
    expect(await seen(owner, id)).toMatchObject({ status: 'OPEN' });
  });

  it('is seen by everybody while it is open and its organization ACTIVE, else by its own and their managers', async () => {
    const hidden = await world.trader({ provinceCode: '01' });
    const id = await world.listing(hidden, { latitude: 20.12345, longitude: 105.56789 });
    const strangers = [owner, world.manager('08')];
    const insiders = [hidden, world.manager('01'), world.manager(), world.admin];
    for (const viewer of strangers)
      expect(await seen(viewer, id)).toMatchObject({ location: { latitude: 20.12, longitude: 105.57 } });
    for (const viewer of insiders)
      expect(await seen(viewer, id)).toMatchObject({ location: { latitude: 20.12345, longitude: 105.56789 } });
    await world.setStatus(hidden.organizationId, 'SUSPENDED');
    for (const viewer of strangers)
      expect([await seen(viewer, id), await update(viewer, id)]).toEqual([undefined, notFound]);
    for (const viewer of insiders) expect(await seen(viewer, id)).toMatchObject({ status: 'OPEN' });
    await world.setStatus(hidden.organizationId, 'ACTIVE');
    await withdraw(hidden, id);
    for (const viewer of strangers) expect(await seen(viewer, id)).toBeUndefined();
    for (const viewer of insiders) expect(await seen(viewer, id)).toMatchObject({ status: 'WITHDRAWN' });
  });
});

describe('the status of a posting', () => {
  it('is in SQL what the rule says, on every day', async () => {
    const [open, filled, withdrawn] = [
      await world.listing(owner, { availableTo: '2026-11-30' }),
      await world.listing(owner, { availableTo: '2026-11-30' }),
      await world.listing(owner, { availableTo: '2026-11-30' }),
    ];
    const store = world.get(PostingStore);
    const hold = { kind: 'LISTING', postingId: filled, quantityKg: '1000' } as const;
    await world.database.transaction((tx) => store.hold(tx, [hold], TODAY));
    await withdraw(owner, withdrawn);
    for (const day of [TODAY, '2026-11-30', '2026-12-01'])
      for (const id of [open, filled, withdrawn]) {
        const posting = await world.database.transaction((tx) => store.lock(tx, 'LISTING', id));
        const [row] = await world.get(ListingReads).listingsById(owner, [id], day);
        const status = postingStatus(posting, day);
        expect(row?.status).toBe(status);
        expect(await inLists(id, day)).toEqual([status]);
      }
    await world.database.transaction((tx) => store.release(tx, [hold]));
    expect(await seen(owner, filled)).toMatchObject({ status: 'OPEN', remainingKg: '1000' });
  });
});

describe('a list of postings', () => {
  it('is narrowed by what it is asked for, newest first', async () => {
    const trader = await world.trader({ provinceCode: '11' });
    world.clock.instant = new Date('2026-11-22T03:00:00.000Z');
    const paddy = await world.listing(trader, {
      certifications: ['VIETGAP', 'GLOBALGAP'],
      availableFrom: '2026-12-01',
      availableTo: '2026-12-31',
    });
    world.clock.instant = new Date('2026-11-22T03:00:00.001Z');
    const coffee = await world.listing(trader, {
      commodityCode: 'robusta',
      provinceCode: '08',
      certifications: ['VIETGAP'],
    });
    const withdrawn = await world.listing(trader);
    await withdraw(trader, withdrawn);
    const list = async (filter: object, viewer: Viewer = owner) =>
      (
        await world
          .get(ListingReads)
          .listings(viewer, { organizationId: trader.organizationId, ...filter }, FIRST, { today: TODAY })
      ).rows.map(({ id }) => id);
    expect(await list({})).toEqual([coffee, paddy]);
    expect(await list({ statuses: [], commodityCodes: [], provinceCodes: [], certifications: [] })).toEqual([
      coffee,
      paddy,
    ]);
    expect(await list({ commodityCodes: ['robusta', 'nope'] })).toEqual([coffee]);
    expect(await list({ provinceCodes: ['11'] })).toEqual([paddy]);
    expect(await list({ certifications: ['VIETGAP'] })).toEqual([coffee, paddy]);
    expect(await list({ certifications: ['VIETGAP', 'GLOBALGAP'] })).toEqual([paddy]);
    expect(await list({ to: '2026-11-30' })).toEqual([coffee]);
    expect(await list({ from: '2026-12-31', to: '2026-12-31' })).toEqual([coffee, paddy]);
    expect(await list({ from: '2027-04-01' })).toEqual([]);
    expect(await list({ statuses: ['WITHDRAWN'] })).toEqual([]);
    expect(await list({ statuses: ['WITHDRAWN', 'OPEN'] }, trader)).toHaveLength(3);
    expect(await list({ organizationId: 'no-id' })).toEqual([]);
    expect(await world.get(ListingReads).countListings(owner, { organizationId: trader.organizationId }, TODAY)).toBe(
      2,
    );
  });

  it('tells of each organization what its own read tells its viewer, and nothing where that tells nothing', async () => {
    const buyer = await world.trader();
    const sellers = [
      owner,
      await world.trader({ provinceCode: '48', kind: 'COOPERATIVE_UNION' }),
      await world.trader(),
    ];
    for (const seller of sellers) await world.listing(seller, { commodityCode: 'pepper' });
    const [, , suspended] = sellers.map(({ organizationId }) => organizationId);
    const [last] = (await list(owner)).filter(({ organizationId }) => organizationId === suspended);
    await world.setStatus(suspended ?? '', 'SUSPENDED');
    // Sees the posting, but not whose it is: contracts never leaves anybody with just one of the two.
    await world.database.query(sql`
      insert into market.posting_acquaintance (posting_id, organization_id) values (${last?.id}, ${buyer.organizationId})`);
    for (const viewer of [owner, buyer, await world.trader(), world.manager('48'), world.manager(), world.admin]) {
      const rows = await list(viewer);
      const ids = rows.map(({ organizationId }) => organizationId);
      const told = new Map((await findOrganizations(world.database, viewer, ids, TODAY)).map((one) => [one.id, one]));
      for (const { organizationId, organization } of rows) {
        const { id, name, kind, status, provinceCode } = told.get(organizationId) ?? {};
        expect(organization).toEqual(id === undefined ? null : { id, name, kind, status, provinceCode });
      }
    }
    expect((await list(buyer)).map(({ organization }) => organization === null)).toEqual([true, false, false]);

    async function list(viewer: Viewer) {
      const how = { today: TODAY, withOwners: true };
      const filter = { commodityCodes: ['pepper'] };
      return (await world.get(ListingReads).listings(viewer, filter, FIRST, how)).rows;
    }
  });

  it('is paged without loss under inserts', async () => {
    const trader = await world.trader();
    for (let count = 0; count < 3; count += 1)
      await world.must(CreatePosting, trader, { kind: 'DEMAND', content: demandContent(DEMAND) });
    const reads = world.get(DemandReads);
    const filter = { organizationId: trader.organizationId };
    const first = await reads.demands(trader, filter, { first: 2, after: null }, { today: TODAY });
    world.clock.moveTo('2026-11-23');
    await world.demand(trader);
    const last = first.rows.at(-1);
    const second = await reads.demands(
      trader,
      filter,
      { first: 2, after: [last?.createdAt.toISOString() ?? '', last?.id ?? ''] },
      { today: TODAY },
    );
    expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(3);
  });
});
