import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import sql from 'sql-template-tag';
import {
  ADMINISTRATOR,
  createRegistryWorld,
  managerOf,
  type RegistryWorld,
} from '../../../test/support/registry-world.js';
import { acquaint } from './acquaint.js';
import { organizationPlace, type OrganizationFilter } from './organization-list.reads.js';

let world: RegistryWorld;
beforeAll(async () => {
  world = await createRegistryWorld();
});
afterAll(() => world.close());

const see = async (viewer: Viewer, id: string) =>
  (await world.organizations.organizationsById(viewer, [id], world.clock.today()))[0] ?? null;

describe('what a viewer sees of an organization', () => {
  const place = { latitude: 10.034567, longitude: 105.785432 };
  const secrets = { taxCode: '1800000099', contactName: 'Ông Ba', ...place };
  let own: { id: string; trader: Viewer };
  let activeId: string;
  let stranger: Viewer;
  let strangerOrganizationId: string;
  beforeAll(async () => {
    own = await world.ownOrganization({ ...secrets, name: 'Hợp tác xã chờ duyệt' });
    activeId = await world.organization({ ...secrets, taxCode: '1800000100' });
    ({ id: strangerOrganizationId, trader: stranger } = await world.ownOrganization({ provinceCode: '01' }));
  });

  it('everything, for its own users, managers of its province and administrators', async () => {
    for (const viewer of [own.trader, managerOf('92', '01'), managerOf(), ADMINISTRATOR])
      expect(await see(viewer, own.id)).toMatchObject({
        taxCode: '1800000099',
        location: place,
        contact: { name: 'Ông Ba' },
      });
  });

  it('the public part of an active one, for everybody else who is signed in', async () => {
    for (const viewer of [stranger, managerOf('01')])
      expect(await see(viewer, activeId)).toMatchObject({
        taxCode: null,
        location: { latitude: 10.03, longitude: 105.79 },
        contact: null,
      });
  });

  it('nothing of one that is not active', async () => {
    for (const viewer of [stranger, managerOf('01')]) expect(await see(viewer, own.id)).toBeNull();
    expect(await see(ADMINISTRATOR, 'no id')).toBeNull();
  });

  it('more, the better they got to know each other, and never less again', async () => {
    const know = (contact: boolean, partner: boolean) =>
      world.database.transaction((tx) =>
        acquaint(tx, [{ organizationId: own.id, seenById: strangerOrganizationId, contact, partner }]),
      );
    await know(false, false);
    for (const viewer of [stranger, managerOf('01')])
      expect(await see(viewer, own.id)).toMatchObject({ taxCode: null, location: { latitude: 10.03 }, contact: null });
    await know(true, false);
    expect(await see(stranger, own.id)).toMatchObject({
      taxCode: null,
      location: { latitude: 10.03 },
      contact: { name: 'Ông Ba' },
    });
    await know(false, true);
    await know(false, false);
    expect(await see(stranger, own.id)).toMatchObject({ taxCode: null, location: place, contact: { name: 'Ông Ba' } });
    expect(await see(managerOf('01'), own.id)).toMatchObject({
      taxCode: null,
      location: { latitude: 10.03 },
      contact: null,
    });
    expect(await see(managerOf('33'), own.id)).toBeNull();
  });
});

describe('the list of organizations', () => {
  const names = ['Ấp Mới', 'An Bình', 'Đồng Tiến 100%', 'Dừa Bến Tre', 'Ân Thi', 'dứa Tân Phước', 'Đồng Tiến 1000'];
  const reader = managerOf('01');
  let ids: string[];
  beforeAll(async () => {
    ids = [];
    for (const name of names)
      ids.push(
        await world.organization({ name, provinceCode: '82', kind: 'COOPERATIVE_GROUP', chainRoles: ['EXPORTER'] }),
      );
  });

  const list = async (filter: OrganizationFilter, viewer = reader, first = 100) => {
    const found: string[] = [];
    for (let after: readonly string[] | null = null; ;) {
      const page = await world.organizationList.page(viewer, world.clock.today(), filter, { first, after });
      if (!page.ok) throw new Error('refused');
      found.push(...page.value.rows.map(({ name }) => name));
      const last = page.value.rows.at(-1);
      if (!page.value.hasNextPage || !last) break;
      after = organizationPlace(last);
    }
    expect(await world.organizationList.count(viewer, world.clock.today(), filter)).toBe(found.length);
    return found;
  };

  it('is in Vietnamese order, the same for pages of any size', async () => {
    const found = await list({ provinceCodes: ['82'] });
    expect(found).toEqual([
      'An Bình',
      'Ân Thi',
      'Ấp Mới',
      'Dừa Bến Tre',
      'dứa Tân Phước',
      'Đồng Tiến 100%',
      'Đồng Tiến 1000',
    ]);
    for (const first of [1, 2, 3]) expect(await list({ provinceCodes: ['82'] }, reader, first)).toEqual(found);
  });

  it.each([
    ['dua', ['dứa Tân Phước', 'Dừa Bến Tre']],
    ['DỪA', ['dứa Tân Phước', 'Dừa Bến Tre']],
    ['dong tien', ['Đồng Tiến 100%', 'Đồng Tiến 1000']],
    ['100%', ['Đồng Tiến 100%']],
    ['0_0', []],
    ['\\', []],
    ['ấp mới'.normalize('NFD'), ['Ấp Mới']],
  ])('finds %s with or without diacritics, to the letter', async (text, found) => {
    expect((await list({ text, provinceCodes: ['82'] })).sort()).toEqual([...found].sort());
  });

  it('finds a tax code, whole, for those who may see it', async () => {
    await world.organization({ name: 'Có mã số', taxCode: '1800000777', provinceCode: '82' });
    expect(await list({ text: ' 1800000777 ' }, managerOf('82'))).toEqual(['Có mã số']);
    expect(await list({ text: '18000007' }, managerOf('82'))).toEqual([]);
    expect(await list({ text: '1800000777' })).toEqual([]);
  });

  it('holds active ones by default, and others only where they are seen', async () => {
    const { trader } = await world.ownOrganization({ name: 'Chờ', provinceCode: '96' });
    expect(await list({ provinceCodes: ['96'] }, trader)).toEqual([]);
    expect(await list({ provinceCodes: ['96'], statuses: ['PENDING', 'ACTIVE'] }, trader)).toEqual(['Chờ']);
    expect(await list({ provinceCodes: ['96'], statuses: ['PENDING'] }, managerOf('96'))).toEqual(['Chờ']);
    expect(await list({ provinceCodes: ['96'], statuses: ['PENDING'] })).toEqual([]);
    expect(await list({ provinceCodes: ['96'], statuses: [] }, trader)).toEqual([]);
  });

  it('narrows by kind, role, rating of today and what rooms above know', async () => {
    const id = await world.organization({
      name: 'Khá',
      provinceCode: '33',
      kind: 'COOPERATIVE_UNION',
      chainRoles: ['PROCESSOR', 'EXPORTER'],
    });
    for (const [year, score] of [
      [2024, '90'],
      [2025, '70'],
      [2026, '10'],
    ] as const)
      await world.run(ADMINISTRATOR, (tx) => world.rate.execute(tx, ADMINISTRATOR, { id, year, score }));
    expect(await list({ kinds: ['COOPERATIVE_UNION'], provinceCodes: ['33'] })).toEqual(['Khá']);
    expect(await list({ chainRoles: ['PROCESSOR', 'DISTRIBUTOR'], provinceCodes: ['33'] })).toEqual(['Khá']);
    expect(await list({ ratings: ['FAIR'] })).toEqual(['Khá']);
    expect(await list({ ratings: ['GOOD', 'WEAK'] })).toEqual([]);
    expect(await list({ within: sql`select ${id}::uuid` })).toEqual(['Khá']);
    expect(await list({ provinceCodes: ['XX'] })).toEqual([]);
    expect(await list({ provinceCodes: ['33'], kinds: [], chainRoles: [], ratings: [] })).toEqual(['Khá']);
  });

  it('refuses a cursor that is none of its own', async () => {
    const refused = await world.organizationList.page(reader, world.clock.today(), {}, { first: 1, after: ['a', 'b'] });
    expect(refused).toEqual({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'after', rule: 'FORM' } });
  });
});

describe('the reference lists', () => {
  it('hold 34 provinces of 63 former ones, 54 commodities with grades and units, and the schemes', async () => {
    const provinces = await world.references.provinces();
    expect(provinces.size).toBe(34);
    expect([...provinces.keys()]).toEqual([...provinces.keys()].sort());
    expect(provinces.get('92')).toEqual({
      code: '92',
      nameVi: 'Cần Thơ',
      nameEn: 'Can Tho',
      regionVi: 'Đồng bằng sông Cửu Long',
      regionEn: 'Mekong River Delta',
    });
    const former = await world.database.query<{ count: number; now: string }>(sql`
      select count(*), max(province_code) filter (where code = '24') as now from registry.former_province where valid @> '2025-06-30'::date and not valid @> '2025-07-01'::date`);
    expect(former).toEqual([{ count: 63, now: '24' }]);
    const commodities = await world.references.commodities();
    expect(commodities.size).toBe(54);
    for (const commodity of commodities.values()) {
      expect(commodity.grades.length).toBeGreaterThanOrEqual(2);
      expect(['1', '1000']).toContain(commodity.kgPerTradeUnit);
    }
    expect(commodities.get('coconut')).toMatchObject({ perishableDays: 60, tradeUnit: 'kg', kgPerTradeUnit: '1' });
    expect(commodities.get('pepper')).toMatchObject({
      perishableDays: null,
      hsCode: '090411',
      tradeUnit: 'tấn',
      kgPerTradeUnit: '1000',
    });
    expect([...(await world.references.certificationSchemes()).keys()]).toEqual(
      expect.arrayContaining(['VIETGAP', 'GLOBALGAP', 'OCOP_5', 'EUDR_DDS']),
    );
  });
});
