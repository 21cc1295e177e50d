import { drift } from '@lienket/participation';
import { EXCEL_TYPE } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import sql from 'sql-template-tag';
import { addCrowd } from '../support/crowd.js';
import { eventually } from '../support/eventually.js';
import { bookOf, importDesk } from '../support/import-desk.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { addPerson, addNewcomer } from '../support/people.js';

const LARGE = 9 * 1024 * 1024;

let lienket: Lienket;
let desk: ReturnType<typeof importDesk>;
let manager: string;
let other: string;

beforeAll(async () => {
  lienket = await startLienket();
  desk = importDesk(lienket);
  manager = await addPerson(lienket, 'manager92@example.vn', 'PROGRAM_MANAGER', ['92']);
  other = await addPerson(lienket, 'country@example.vn', 'PROGRAM_MANAGER');
});
afterAll(() => lienket.close());

const count = async (what = 'registry.organization') => {
  const [row] = await lienket.owner.query<{ count: number }>(
    what === 'imports' ? sql`select count(*) from imports.import` : sql`select count(*) from registry.organization`,
  );
  return row!.count;
};
const sentId = async (answer: Response): Promise<string> => {
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
};
/** Says a length, and sends as much of it as there is. */
const sendRaw = (headers: Record<string, string>) =>
  request(`${lienket.url}/imports/register?name=so.xlsx`, {
    method: 'POST',
    headers: { 'content-type': EXCEL_TYPE, authorization: `Bearer ${manager}`, ...headers },
  });

describe('a manager', () => {
  it('sends a register, gets its two bad rows back, mends them, and it is imported', async () => {
    const [heading = []] = await desk.sheet('templates/register.xlsx');
    const headings = heading.map(String);
    const line = (name: string, province: string, role = 'sản xuất') =>
      headings.map(
        (title) =>
          ({ 'Loại hình': 'HTX', 'Tên tổ chức': name, 'Tỉnh, thành phố': province, 'Vai trò trong chuỗi': role })[
            title
          ] ?? '',
      );
    const good = Array.from({ length: 20 }, (_, n) => line(`HTX Lúa ${String(n)}`, 'Cần Thơ'));
    const sent = await desk.send(
      'register',
      await bookOf(headings, [...good, line('HTX Sai', 'Hà Nội'), line('', 'Cần Thơ', 'bán')]),
      manager,
    );
    const id = await sentId(sent);
    expect(await desk.ended(manager, id)).toMatchObject({ status: 'REJECTED', rejectedCount: 2, rowsOf: 22 });
    expect(await count()).toBe(0);

    const [titles = [], ...rejected] = await desk.sheet(`${id}.xlsx`, manager);
    expect(rejected.map(([row, reason]) => [row, reason])).toEqual([
      [22, 'Tỉnh, thành phố không thuộc các tỉnh, thành phố do bạn quản lý'],
      [
        23,
        'Tên tổ chức còn trống; Vai trò trong chuỗi có vai trò ngoài: sản xuất, chế biến, phân phối, xuất khẩu, cung ứng vật tư, dịch vụ',
      ],
    ]);
    expect((await desk.get(`${id}.xlsx`, other)).status).toBe(404);
    expect((await desk.get(`${id}.xlsx`)).status).toBe(401);
    expect(await desk.seen(other, id)).toBeNull();

    const mended = rejected.map((cells) =>
      titles.map((title, index) => {
        if (title === 'Tỉnh, thành phố') return 'Cần Thơ';
        if (title === 'Tên tổ chức') return `HTX Đã sửa ${String(cells[0])}`;
        return title === 'Vai trò trong chuỗi' ? 'sản xuất' : String(cells[index] ?? '');
      }),
    );
    const again = await bookOf(titles.map(String), [...mended, ...good.map((cells) => ['', '', ...cells])]);
    const second = await sentId(await desk.send('register', again, manager, 'sổ đã sửa.xlsx'));
    expect(await desk.ended(manager, second)).toMatchObject({ status: 'IMPORTED', rowsDone: 22, rowsOf: 22 });
    expect(await count()).toBe(22);
    const { it: mine } = await lienket.ask<{ it: { totalCount: number; nodes: { fileName: string }[] } }>(
      '{ it: imports { totalCount nodes { fileName } } }',
      {},
      { token: manager },
    );
    expect(mine).toEqual({ totalCount: 2, nodes: [{ fileName: 'sổ đã sửa.xlsx' }, { fileName: 'so.xlsx' }] });
  });

  it('attests linkages on paper by a file, and the share of the province moves to what a recount of everything says', async () => {
    const farms = await addCrowd(lienket.owner, 'COOPERATIVE', 12, 'PRODUCER');
    const [mill] = await addCrowd(lienket.owner, 'ENTERPRISE', 1, 'PROCESSOR');
    const share = async () => {
      const document = `{ it: participation(scope: { provinceCodes: ["92"] }, denominator: COOPERATIVES) { participating participatingByAttestation } }`;
      return (await lienket.ask<{ it: { participating: number; participatingByAttestation: number } }>(document)).it;
    };
    expect(await share()).toEqual({ participating: 0, participatingByAttestation: 0 });
    const [heading = []] = await desk.sheet('templates/linkages.xlsx');
    const paper = (farm: string, number: number) => {
      const cells: Record<string, string> = {
        'Hình thức liên kết': 'F3',
        'Bằng chứng': `HĐ ${String(number)}/2025, Phòng Kinh tế, tủ 3`,
        ...{ 'Ngày ký trên giấy': '01/02/2025', 'Từ ngày': '01/02/2025', 'Đến ngày': '31/01/2040' },
        ...{ 'Mặt hàng': 'Lúa (thóc) tươi', 'Bên chủ trì': '2' },
        ...{ 'Bên 1': farm, 'Vai trò bên 1': 'sản xuất', 'Bên 2': mill!.organizationId, 'Vai trò bên 2': 'chế biến' },
      };
      return heading.map((title) => cells[String(title)] ?? '');
    };
    const book = (rows: string[][]) => bookOf(heading.map(String), rows);
    const good = farms.slice(0, 8).map(({ organizationId }, index) => paper(organizationId, index));

    const bad = await sentId(await desk.send('linkages', await book([...good, paper('nobody', 99)]), manager));
    expect(await desk.ended(manager, bad)).toMatchObject({ status: 'REJECTED', rejectedCount: 1 });
    expect(await share()).toEqual({ participating: 0, participatingByAttestation: 0 });
    const id = await sentId(await desk.send('linkages', await book(good), manager));
    expect(await desk.ended(manager, id)).toMatchObject({ status: 'IMPORTED', rowsDone: 8 });
    const moved = { participating: 8, participatingByAttestation: 8 };
    expect(await eventually(async () => (await share()).participating === 8, 10_000)).not.toBeNull();
    expect(await share()).toEqual(moved);
    expect(await eventually(async () => (await drift(lienket.owner)) === 0, 10_000)).not.toBeNull();
    const [attested] = await lienket.owner.query<{ count: number; by: string }>(sql`
      select count(*), min(app_user.login) as by from contracts.contract join identity.app_user on app_user.id = attested_by`);
    expect(attested).toEqual({ count: 8, by: 'manager92@example.vn' });
    const isTold = async () => {
      const document = '{ it: notices { totalCount } }';
      return (await lienket.ask<{ it: { totalCount: number } }>(document, {}, farms[0])).it.totalCount === 1;
    };
    expect(await eventually(isTold, 10_000)).not.toBeNull();
  });

  it('is told in one sentence why a file is no register', async () => {
    const id = await sentId(await desk.send('register', Buffer.from('PK\u0003\u0004 and no more'), manager));
    const { status, fault } = await desk.ended(manager, id);
    expect([status, fault]).toEqual([
      'UNREADABLE',
      'The file is no Excel book (.xlsx), or is damaged: open it in Excel and save it as .xlsx again.',
    ]);
  });
});

describe('a file to be imported', () => {
  it('is taken of managers alone', async () => {
    const book = await bookOf(['kind'], []);
    const { token } = await addNewcomer(lienket);
    expect((await desk.send('register', book)).status).toBe(401);
    expect((await desk.send('register', book, token)).status).toBe(403);
    expect((await desk.send('everything', book, manager)).status).toBe(404);
    expect((await desk.get('templates/everything.xlsx')).status).toBe(404);
  });

  it('that says it is too large is refused before a byte of it has come', async () => {
    const before = await count('imports');
    const asked = sendRaw({ 'content-length': String(LARGE) });
    asked.flushHeaders();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    asked.destroy();
    expect([answer.statusCode, answer.headers.connection]).toEqual([400, 'close']);
    expect(await count('imports')).toBe(before);
  });

  it('that doesn’t say how large it is, is refused once it is too large', async () => {
    const before = await count('imports');
    const asked = sendRaw({ 'transfer-encoding': 'chunked' });
    let sent = 0;
    const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
    asked.on('error', () => undefined); // we write to who has closed
    const piece = Buffer.alloc(64 * 1024);
    const isOver = answered.then(() => true);
    while (
      sent < 10 * LARGE &&
      !(await Promise.race([isOver, new Promise((resolve) => setImmediate(resolve, false))]))
    ) {
      if (!asked.write(piece)) await Promise.race([isOver, once(asked, 'drain')]);
      sent += piece.length;
    }
    const [answer] = await answered;
    asked.destroy();
    expect(answer.statusCode).toBe(400);
    expect(sent).toBeLessThan(4 * LARGE);
    expect(await count('imports')).toBe(before);
  });

  it('that ends before it is as long as it says is not kept', async () => {
    const before = await count('imports');
    const asked = sendRaw({ 'content-length': '1000' });
    asked.on('error', () => undefined); // we broke it off
    asked.write('PK');
    await new Promise((resolve) => setTimeout(resolve, 200));
    asked.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await count('imports')).toBe(before);
    expect((await desk.send('register', await bookOf([], []), manager)).status).toBe(201);
  });
});
