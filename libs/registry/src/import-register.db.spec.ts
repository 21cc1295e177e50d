import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Commands } from '@lienket/platform';
import sql from 'sql-template-tag';
import { ADMINISTRATOR, createRegistryWorld, type RegistryWorld } from '../../../test/support/registry-world.js';
import { ImportRegister } from './import-register.js';
import { ratingBand } from './rating-band.js';
import { readRegister, writeRejected } from './register-file.js';

const HEADING =
  'kind,name,taxCode,provinceCode,latitude,longitude,chainRoles,registeredOn,unionTaxCode,ratingYear,ratingScore';
let world: RegistryWorld;
let register: ImportRegister;
beforeAll(async () => {
  world = await createRegistryWorld();
  register = new ImportRegister(world.database, new Commands(world.database), world.clock);
});
afterAll(() => world.close());

const importing = (...lines: string[]) => register.execute(readRegister(Buffer.from([HEADING, ...lines].join('\n'))));
const counted = async () =>
  (await world.database.query<{ count: number }>(sql`select count(*) from registry.organization`))[0]?.count;

describe('importing a register', () => {
  it('takes organizations active since their registration, with union and rating, and announces each', async () => {
    const outcome = await importing(
      'HTX,Hợp tác xã Sen,1800000001,Tiền Giang,10.36,106.36,PRODUCER,2020-01-15,1800000002,2025,81.5',
      'LHHTX,Liên hiệp Đồng Tháp,1800000002,tỉnh Đồng Tháp,,,DISTRIBUTOR,2021-03-01,,,',
      'THT,Tổ hợp tác 1,,1,,,PRODUCER,,,,',
    );
    expect(outcome).toEqual({ imported: 3 });
    const page = await world.organizationList.page(ADMINISTRATOR, '2026-06-15', {}, { first: 10, after: null });
    if (!page.ok) throw new Error('refused');
    const [sen, union, group] = ['Hợp tác xã Sen', 'Liên hiệp Đồng Tháp', 'Tổ hợp tác 1'].map((name) =>
      page.value.rows.find((row) => row.name === name),
    );
    expect(sen).toMatchObject({
      kind: 'COOPERATIVE',
      provinceCode: '82',
      status: 'ACTIVE',
      taxCode: '1800000001',
      location: { latitude: 10.36, longitude: 106.36 },
    });
    expect(group).toMatchObject({ kind: 'COOPERATIVE_GROUP', provinceCode: '01' });
    const id = sen?.id ?? '';
    expect(
      await world.organizations.unionsOf([
        { id, day: '2021-02-28' },
        { id, day: '2021-03-01' },
      ]),
    ).toEqual([null, union?.id]);
    expect(await world.organizations.ratingsOf([{ id, day: '2026-01-01' }])).toEqual([
      { year: 2025, score: '81.5', band: 'GOOD' },
    ]);
    expect(await world.organizations.unionsOf([{ id, day: '2020-01-14' }])).toEqual([null]);
    expect(await world.announced()).toHaveLength(3);
  });

  it('takes nothing when one row can’t be taken, and says which and why', async () => {
    const before = await counted();
    const outcome = await importing(
      'HTX,Tốt,,92,,,PRODUCER,,,,',
      'HTX,Trùng,1800000001,92,,,PRODUCER,,,,',
      'HTX,Không nơi,,99,,,PRODUCER,,1800000001,,',
    );
    if (!('rejected' in outcome)) throw new Error('imported');
    expect(outcome.rejected).toHaveLength(2);
    const rejected = writeRejected(outcome.rejected);
    expect(rejected).toContain('3,taxCode is in the register already,HTX,Trùng');
    expect(rejected).toContain('4,"provinceCode is no province, neither its code nor its name",HTX');
    expect(rejected).not.toContain('Tốt');
    expect(await counted()).toBe(before);
    expect(await world.announced()).toEqual([]);
  });

  it('finds unions that were in the register before, and does not take others for unions', async () => {
    expect(await importing('HTX,Thành viên mới,,82,,,PRODUCER,,1800000002,,')).toEqual({ imported: 1 });
    const outcome = await importing('HTX,Thành viên lạ,,82,,,PRODUCER,,1800000001,,');
    expect(outcome).toMatchObject({
      rejected: [{ line: 2, reasons: [{ en: expect.stringContaining('unionTaxCode is of no union') }] }],
    });
  });

  it('takes 50,000 rows within half a minute', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => {
      const taxCode = String(2_000_000_000 + index);
      return `${index % 500 === 0 ? 'LHHTX' : 'HTX'},Hợp tác xã số ${index},${taxCode},${index % 2 ? '92' : 'Hà Nội'},10.5,105.5,PRODUCER;PROCESSOR,2022-05-0${(index % 9) + 1},${index % 500 === 7 ? '2000000000' : ''},2025,${index % 100}`;
    });
    const startedAt = performance.now();
    expect(await importing(...lines)).toEqual({ imported: 50_000 });
    const seconds = (performance.now() - startedAt) / 1000;
    process.stdout.write(`50,000 rows in ${seconds.toFixed(1)} s\n`);
    expect(seconds).toBeLessThan(30);
    const bands = await world.database.query<{ score: string; band: string }>(
      sql`select distinct score::text, band from registry.rating where year = 2025`,
    );
    for (const { score, band } of bands) expect(band).toBe(ratingBand(Number(score)));
  });
});
