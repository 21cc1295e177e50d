import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';
import { sheetsOf } from '../support/excel-sheets.js';
import { bookOf, importDesk } from '../support/import-desk.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let office: Screen;
let headings: string[];
beforeAll(async () => {
  desk = await openConsoleDesk();
  const [heading = []] = await importDesk(desk.lienket).sheet('templates/register.xlsx');
  headings = heading.map(String);
  office = await desk.open();
  await desk.signIn(office, desk.manager.login, '/imports');
});
afterAll(() => desk.close());

const line = (name: string, province = 'Cần Thơ') => {
  const cells: Record<string, string> = {
    'Loại hình': 'HTX',
    'Tên tổ chức': name,
    'Tỉnh, thành phố': province,
    'Vai trò trong chuỗi': 'sản xuất',
  };
  return headings.map((title) => cells[title] ?? '');
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
async function send(name: string, content: Buffer): Promise<void> {
  await office.page.getByLabel('Tệp đã điền (.xlsx)').setInputFiles({ name, mimeType: XLSX, buffer: content });
  await office.page.getByRole('button', { name: 'Gửi để nhập' }).click();
}
const card = (name: string) => office.page.getByRole('listitem').filter({ hasText: name });

it('a manager sends a register, takes the wrong rows, mends them, and sees how many are imported', async () => {
  await office.page.getByText('Chưa nhập gì.').waitFor();
  await send('sổ.xlsx', await bookOf(headings, [line('HTX Một'), line('HTX Hai', '?'), line('', 'Cần Thơ')]));
  await card('sổ.xlsx').getByText('2 trong 3 dòng có chỗ sai').waitFor();
  const downloading = office.page.waitForEvent('download');
  await office.page.getByRole('button', { name: 'Tải 2 dòng sai (Excel)' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('sổ.rejected.xlsx');
  const { 'Dòng bị từ chối': lines } = await sheetsOf(await readFile(await download.path()));
  expect(lines!.slice(1).map(([at]) => at)).toEqual([3, 4]);
  await send('sổ 2.xlsx', await bookOf(headings, [line('HTX Một'), line('HTX Hai'), line('HTX Ba')]));
  await card('sổ 2.xlsx').getByText('Đã nhập 3 dòng.').waitFor();
  expect(office.troubles).toEqual([]);
});

it('a manager attests linkages on paper by a file, having said that the papers were seen', async () => {
  const { page } = office;
  await page.getByRole('radio', { name: 'Liên kết trên giấy' }).check();
  await page.getByText('Bạn xác nhận đã thấy các hợp đồng này.').waitFor();
  const template = page.getByRole('link', { name: 'Tải tệp mẫu (Excel)' });
  expect(await template.getAttribute('href')).toBe('/imports/templates/linkages.xlsx');
  const [titles = []] = await importDesk(desk.lienket).sheet('templates/linkages.xlsx');
  const paper = (evidence: string, form = 'F3') => {
    const cells: Record<string, string> = {
      ...{ 'Hình thức liên kết': form, 'Bằng chứng': evidence, 'Mặt hàng': 'durian', 'Bên chủ trì': '2' },
      ...{ 'Ngày ký trên giấy': '15/01/2025', 'Từ ngày': '15/01/2025', 'Đến ngày': '14/01/2040' },
      ...{ 'Bên 1': desk.farm.organizationId, 'Vai trò bên 1': 'sản xuất' },
      ...{ 'Bên 2': desk.mill.organizationId, 'Vai trò bên 2': 'chế biến' },
    };
    return titles.map((title) => cells[String(title)] ?? '');
  };
  const book = (...rows: string[][]) => bookOf(titles.map(String), rows);
  await send('giấy.xlsx', await book(paper('HĐ 1/2025'), paper('HĐ 2/2025', 'F9')));
  await card('giấy.xlsx').getByText('1 trong 2 dòng có chỗ sai').waitFor();
  await send('giấy 2.xlsx', await book(paper('HĐ 1/2025'), paper('HĐ 2/2025')));
  await card('giấy 2.xlsx').getByText('Đã nhập 2 dòng.').waitFor();
  await card('giấy 2.xlsx').getByText('Liên kết trên giấy').waitFor();
  expect(office.troubles).toEqual([]);
  await page.getByRole('radio', { name: 'Sổ đăng ký tổ chức' }).check();
});

it('is told why a file can’t be read, and that one is too large before it is sent', async () => {
  await send('thư.xlsx', Buffer.from('no book'));
  await card('thư.xlsx').getByText('Không dòng nào được nhập. Tệp không phải là sổ Excel').waitFor();
  const folder = await mkdtemp(join(tmpdir(), 'lienket-imports-'));
  const large = join(folder, 'to.xlsx');
  await writeFile(large, '');
  await truncate(large, 9 * 1024 * 1024);
  await office.page.getByLabel('Tệp đã điền (.xlsx)').setInputFiles(large);
  await office.page.getByText('Tệp lớn hơn 8 MB.').waitFor();
  expect(await office.page.getByRole('button', { name: 'Gửi để nhập' }).isDisabled()).toBe(true);
  await rm(folder, { recursive: true });
});

it('without a network what was imported is still there, and nothing can be sent', async () => {
  await office.context.setOffline(true);
  await office.page.getByText('Đang mất mạng').waitFor();
  await card('sổ 2.xlsx').waitFor();
  expect(await office.page.getByRole('button', { name: 'Gửi để nhập' }).isDisabled()).toBe(true);
  await office.context.setOffline(false);
});

it('is no page for traders', async () => {
  const farm = await desk.open();
  await desk.signIn(farm, desk.farm.login, '/imports');
  await farm.page.getByText('Trang này dành cho cán bộ quản lý').waitFor();
});
