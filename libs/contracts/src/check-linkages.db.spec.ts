import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import { accept } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import {
  AttestContract,
  TerminateContract,
  TODAY,
  TradeWorld,
  type Trader,
} from '../../../test/support/trade-world.js';
import type { AttestInput } from './attest-rules.js';
import { checkLinkages } from './check-linkages.js';
import type { LinkageLine } from './linkages-form.js';

type Row = LinkageLine['row'];

let world: TradeWorld;
let farm: Trader;
let mill: Trader;
let far: Trader;
let sleeping: Trader;
let here: Viewer;
beforeAll(async () => {
  world = await TradeWorld.open();
  farm = await world.trader({ provinceCode: '92' });
  mill = await world.trader({ provinceCode: '01', kind: 'ENTERPRISE' });
  far = await world.trader({ provinceCode: '04' });
  sleeping = await world.trader({ provinceCode: '04', status: 'PENDING' });
  here = world.manager('92');
  for (const [taxCode, { organizationId: id }] of [
    ['1800000001', farm],
    ['0100000002', mill],
    ['0400000003', sleeping],
  ] as const)
    await world.database.query(sql`update registry.organization set tax_code = ${taxCode} where id = ${id}`);
});
afterAll(() => world.close());

let papers = 0;
const rowOf = (changes: Row = {}): Row => ({
  form: 'F3',
  evidence: `HĐ ${String((papers += 1))}/2026, Phòng Kinh tế, tủ 3`,
  signedOn: '01/03/2026',
  startsOn: '2026-03-01',
  endsOn: '28/02/2027',
  commodities: 'paddy; Cà phê vối (Robusta) nhân',
  lead: '2',
  party1: '1800000001',
  name1: 'HTX Sen',
  roles1: 'sản xuất',
  party2: mill.organizationId.toUpperCase(),
  roles2: 'chế biến; EXPORTER',
  ...changes,
});
const attestation = (changes: Partial<AttestInput> = {}): AttestInput => ({
  form: 'PRODUCTION',
  parties: [
    { organizationId: farm.organizationId, roles: ['PRODUCER'] },
    { organizationId: mill.organizationId, roles: ['PROCESSOR', 'EXPORTER'], lead: true },
  ],
  commodityCodes: ['paddy', 'robusta'],
  signedOn: '2026-03-01',
  startsOn: '2026-03-01',
  endsOn: '2027-02-28',
  evidence: `HĐ ${String((papers += 1))}/2026, UBND xã`,
  ...changes,
});
const unheard = () => Promise.resolve();
const at = { today: TODAY, now: new Date(`${TODAY}T02:00:00.000Z`) };
const linesOf = (rows: readonly Row[]): LinkageLine[] => rows.map((row, index) => ({ line: index + 2, row }));

async function reasons(viewer: Viewer, ...rows: Row[]): Promise<string[][]> {
  const lines = linesOf(rows);
  const checked = await world.carryOut(viewer, async (tx) =>
    accept(await checkLinkages(tx, viewer, lines, at, unheard)),
  );
  if (!checked.ok) throw new Error(checked.refusal.code);
  const byLine = new Map(checked.value.rejected.map(({ line, reasons }) => [line, reasons.map(({ vi }) => vi)]));
  return lines.map(({ line }) => byLine.get(line) ?? []);
}
/** Judged and saved in two transactions, as an import is. */
async function save(viewer: Viewer, ...rows: Row[]): Promise<number> {
  const checked = await world.carryOut(viewer, async (tx) =>
    accept(await checkLinkages(tx, viewer, linesOf(rows), at, unheard)),
  );
  if (!checked.ok) throw new Error(checked.refusal.code);
  expect(checked.value.rejected).toEqual([]);
  const saved = await world.carryOut(viewer, async (tx) => accept(await checked.value.save(tx, unheard)));
  return saved.ok ? saved.value : 0;
}
/** What stands of the newest contract and was announced of it, but for what names it. */
async function newest() {
  const [contract] = await world.database.query<{ id: string }>(sql`
    select contract.*, null as number from contracts.contract order by id desc limit 1`);
  const id = contract!.id;
  return {
    contract: { ...contract, id: null, evidence: null },
    parties: await world.database.query(sql`
      select organization_id, roles, lead, position from contracts.contract_party where contract_id = ${id} order by position`),
    history: await world.database.query(sql`
      select sequence, type, at, organization_id, version, facts - 'evidence' - 'content' as facts, facts ? 'content' as is_digested
      from contracts.contract_event where contract_id = ${id}`),
    told: await world.database.query(sql`
      with taken as (delete from platform.outbox returning id, topic, replace(payload::text, ${id}, '') as payload)
      select topic, payload from taken order by taken.id`),
    known: await world.database.query(sql`
      delete from registry.acquaintance where organization_id in (${farm.organizationId}, ${mill.organizationId})
      returning organization_id, seen_by, contact, partner`),
  };
}

describe('a linkage on paper in a file', () => {
  it('becomes what it becomes attested alone: contract, parties, history, announcements and who knows whom', async () => {
    await world.database.query(sql`delete from platform.outbox`);
    await world.must(AttestContract, here, attestation());
    const alone = await newest();
    expect(alone.told).toHaveLength(2);
    expect(await save(here, rowOf())).toBe(1);
    expect(await newest()).toEqual(alone);
  });

  it('of thousands is announced contract by contract', async () => {
    const rows = Array.from({ length: 1100 }, () => rowOf());
    expect(await save(here, ...rows)).toBe(1100);
    const told = await world.database.query(sql`
      with taken as (delete from platform.outbox returning topic, payload)
      select topic, count(*)::int, max(coalesce(jsonb_array_length(payload -> 'entries'), 1)) as most from taken group by topic order by topic`);
    expect(told).toEqual([
      { topic: 'contracts.contract-changed', count: 1100, most: 1 },
      { topic: 'contracts.history-written', count: 1100, most: 1 },
    ]);
  });

  const unknown = randomUUID();
  const producer = (organizationId: string) => ({ organizationId, roles: ['PRODUCER' as const], lead: true });
  const exporter = (organizationId: string) => ({ organizationId, roles: ['EXPORTER' as const] });
  const parties = (first: Trader | string, second: Trader | string): [Row, Partial<AttestInput>] => {
    const [one, other] = [first, second].map((side) => (typeof side === 'string' ? side : side.organizationId));
    return [
      { lead: '1', party1: one!, party2: other!, roles1: 'sản xuất', roles2: 'xuất khẩu' },
      { parties: [producer(one!), exporter(other!)] },
    ];
  };
  const same: Row & Partial<AttestInput> = {};
  it.each<[string, () => [Row, Partial<AttestInput>], readonly string[]]>([
    ['that is right', () => [same, same], []],
    ['of parties of which one is the manager’s', () => parties(far, farm), []],
    [
      'of no party of the manager’s provinces',
      () => parties(far, mill),
      ['Bên 1: không bên nào thuộc các tỉnh, thành phố do bạn quản lý'],
    ],
    [
      'with a party that nobody knows',
      () => parties(farm, unknown),
      ['Bên 2 không phải của tổ chức nào đang hoạt động'],
    ],
    [
      'with a party that isn’t active',
      () => parties(farm, sleeping),
      ['Bên 2 không phải của tổ chức nào đang hoạt động'],
    ],
    ['with a party that stands there twice', () => parties(farm, farm), ['Bên 2 có nhiều lần trong dòng này']],
    [
      'that is no linkage',
      () => [
        { roles2: 'dịch vụ' },
        {
          parties: [
            producer(farm.organizationId),
            { organizationId: mill.organizationId, roles: ['SERVICE_PROVIDER'] },
          ],
        },
      ],
      [
        'Hình thức liên kết: liên kết cần một bên sản xuất không phải doanh nghiệp, và một bên khác chế biến, phân phối hoặc xuất khẩu',
      ],
    ],
    ['that is a plain sale', () => [{ form: 'mua bán', roles2: 'dịch vụ' }, { form: 'SPOT_SALE' }], []],
    [
      'signed tomorrow',
      () => [{ signedOn: '23/11/2026' }, { signedOn: '2026-11-23' }],
      ['Ngày ký trên giấy sau hôm nay'],
    ],
    [
      'that ends before it starts',
      () => [{ endsOn: '28/02/2026' }, { endsOn: '2026-02-28' }],
      ['Đến ngày trước ngày đầu'],
    ],
    [
      'of more than 50 years',
      () => [{ endsOn: '2076-03-02' }, { endsOn: '2076-03-02' }],
      ['Đến ngày hơn 50 năm sau ngày đầu'],
    ],
  ])('%s is judged as by the form', async (_, make, expected) => {
    const [row, input] = make();
    expect(await reasons(here, rowOf(row))).toEqual([expected]);
    expect((await world.run(AttestContract, here, attestation(input))).ok).toBe(expected.length === 0);
  });

  it('is refused for each of its faults at once', async () => {
    const bad = { signedOn: '2026-12-01', endsOn: '2026-01-01', party2: unknown };
    expect((await reasons(here, rowOf(bad)))[0]).toHaveLength(3);
  });

  it.each<[Row, string]>([
    [{ form: 'F8' }, 'Hình thức liên kết không phải hình thức liên kết nào trong mẫu'],
    [{ evidence: ' ' }, 'Bằng chứng còn trống'],
    [{ evidence: 'x'.repeat(1001) }, 'Bằng chứng dài hơn 1.000 ký tự, hoặc có ký tự điều khiển'],
    [{ signedOn: '30/02/2026' }, 'Ngày ký trên giấy không phải ngày như 31/01/2026'],
    [{ endsOn: '9999-01-01' }, 'Đến ngày sau năm 9899'],
    [{ commodities: 'paddy; vàng' }, 'Mặt hàng có “vàng”, không phải mã hay tên của mặt hàng nào'],
    [{ lead: '3' }, 'Bên chủ trì không phải số của một bên trong dòng này'],
    [{ party1: '123' }, 'Bên 1 không phải mã số thuế hay mã trong Lienket'],
    [{ party2: '0400000003' }, 'Bên 2 không phải của tổ chức nào đang hoạt động'],
    [{ roles2: 'bán' }, 'Vai trò bên 2 có vai trò ngoài'],
    [{ roles4: 'dịch vụ' }, 'Bên 4 còn trống'],
    [{ party6: '0100000002' }, 'Vai trò bên 6 còn trống'],
  ])('with %j is refused', async (wrong, reason) => {
    const [found = []] = await reasons(here, rowOf(wrong));
    expect(found).toEqual([expect.stringContaining(reason)]);
  });

  it('that stands there twice, or is attested already, is refused; also one that was terminated', async () => {
    const row = rowOf({ evidence: 'HĐ 5/2026, Tủ 3' });
    const turned = { party1: row.party2!, roles1: row.roles2!, party2: row.party1!, roles2: row.roles1!, lead: '1' };
    const again = { ...row, ...turned, evidence: 'hđ 5/2026,  tủ 3', endsOn: '2027-01-31' };
    const twice = ['Bằng chứng có nhiều lần trong tệp này, cùng ngày ký và cùng các bên'];
    expect(await reasons(here, row, again, { ...row, signedOn: '02/03/2026' })).toEqual([twice, twice, []]);
    const id = await world.must(AttestContract, here, attestation({ evidence: 'HĐ 5/2026, tủ 3' }));
    const known = ['Bằng chứng đã được ghi nhận, cùng ngày ký và cùng các bên'];
    expect(await reasons(here, row, { ...row, evidence: 'HĐ 6/2026' })).toEqual([known, []]);
    await world.must(TerminateContract, here, { id, reason: 'x' });
    expect(await reasons(world.admin, again)).toEqual([known]);
  });

  it('that somebody attests between the check and the saving makes the saving fail whole', async () => {
    const rows = [rowOf(), rowOf({ evidence: 'HĐ 7/2026' })];
    const checked = await world.carryOut(here, async (tx) =>
      accept(await checkLinkages(tx, here, linesOf(rows), at, unheard)),
    );
    await world.must(AttestContract, here, attestation({ evidence: 'HĐ 7/2026' }));
    if (!checked.ok) throw new Error(checked.refusal.code);
    const saving = world.carryOut(here, async (tx) => accept(await checked.value.save(tx, unheard)));
    await expect(saving).rejects.toThrow('may not be attested any more');
  });

  it('of a trader is refused, whatever it says', async () => {
    expect(await reasons(farm, rowOf())).toEqual([['Bên 1: không bên nào thuộc các tỉnh, thành phố do bạn quản lý']]);
  });
});
