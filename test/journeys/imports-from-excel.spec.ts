import { EXCEL_TYPE } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import sql from 'sql-template-tag';
import { bookOf, importDesk } from '../support/import-desk.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { addPerson, signUp } from '../support/people.js';

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
}, 60_000);
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
    const { token } = await signUp(lienket);
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
