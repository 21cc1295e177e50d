import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';
import { roundInHandElsewhere } from '../support/round-desk.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let manager: Screen;
beforeAll(async () => {
  desk = await openConsoleDesk();
  await desk.postPair();
  manager = await desk.open({ width: 1440 });
  await desk.signIn(manager, desk.manager.login);
});
afterAll(() => desk.close());

const rounds = (page: Page) => page.getByRole('list', { name: 'Đợt ghép nối' });
const becomes = (id: string, stage: string, done: number, progress: number) =>
  desk.lienket.owner.query(sql`
    update matching.round set stage = ${stage}, stage_done = ${done}, stage_of = 54, progress = ${progress} where id = ${id}`);

it('a manager starts a round, sees what it found and where, and takes home a certificate that says the same', async () => {
  const { page } = manager;
  await page.getByRole('link', { name: 'Đợt ghép nối' }).click();
  await page.getByText('Chưa có đợt nào.').waitFor();
  await page.getByRole('link', { name: 'Mở đợt mới' }).click();
  await page.getByText('Kết quả chỉ là đề xuất: không ai được gửi hợp đồng').waitFor();
  await page.getByLabel('Mặt hàng').selectOption({ label: 'Sầu riêng' });
  await page.getByLabel('Thưởng cho mỗi tổ chức').fill('một triệu');
  await page.getByRole('button', { name: 'Mở đợt mới' }).click();
  await page.getByText('Không phải là số.').waitFor();
  await page.getByLabel('Thưởng cho mỗi tổ chức').fill('1.000.000');
  await page.getByRole('button', { name: 'Mở đợt mới' }).click();

  await page.getByRole('heading', { name: 'Phân được 20 tấn, giá trị 201 triệu đồng' }).waitFor();
  await page
    .getByText('1 tổ chức chưa tham gia chuỗi nào được phân hàng. Không phương án nào có giá trị hơn.')
    .waitFor();
  await page.getByText('Sầu riêng · mọi tỉnh của người mở · thưởng 1.000.000 đ').waitFor();
  await page.locator('title', { hasText: 'Đồng Tháp: 20 tấn' }).waitFor({ state: 'attached' });
  await page.getByRole('listitem').filter({ hasText: '1 tổ chức giao · nhận 20 tấn' }).waitFor();
  await page.getByText('HTX Sầu riêng Cai Lậy (Đồng Tháp) → Nhà máy trái cây Mỹ Tho (Đồng Tháp)').waitFor();

  const checks = page.getByRole('list', { name: 'Giấy chứng nhận' }).getByRole('listitem');
  expect(await checks.count()).toBe(3);
  expect(await checks.filter({ hasText: 'Đúng' }).count()).toBe(3);
  await page.getByText('Không thấy lỗi nào.').waitFor();
  const digest = await page.locator('dd code').textContent();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải tệp của đợt' }).click(),
  ]);
  expect((await page.locator('code').allTextContents()).at(-1)).toBe(
    `npm run --silent certify -- ${file.suggestedFilename()}`,
  );
  const round = JSON.parse(readFileSync(await file.path(), 'utf8')) as { format: string; digest: string };
  expect(round).toMatchObject({ format: 'lienket-round/1', digest });
  expect(manager.troubles).toEqual([]);
});

it('what a round does is seen while it does it, on its page and in the list, and it is cancelled for good', async () => {
  const { page } = manager;
  const id = await roundInHandElsewhere(desk.lienket, desk.manager.login);
  await page.goto(`${desk.lienket.url}/matching/rounds`);
  await becomes(id, 'PRICES', 12, 0.37);
  await page.getByText('Đang tính giá cân bằng: 12/54').waitFor();
  await rounds(page).getByRole('link').first().click();
  await page.getByText('37,0%').waitFor();
  await becomes(id, 'LIMITS', 27, 0.68);
  await page.getByText('Đang xét lô nhỏ nhất và số nhà cung cấp: 27/54').waitFor();
  expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('68');

  await page.getByRole('button', { name: 'Hủy đợt này' }).press('Enter');
  await page.getByText('không có gì của đợt được giữ lại').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hủy đợt này' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy đợt này' }).click();
  await page.getByText('Đợt này đã hủy').waitFor();
  await page.getByRole('link', { name: 'Quay lại' }).click();
  const cards = rounds(page).getByRole('listitem');
  await cards.first().getByText('Đã hủy').waitFor();
  await cards.nth(1).getByText('Giá trị 201 triệu đồng, không gì hơn được').waitFor();
  expect(manager.troubles).toEqual([]);
});

it('a round that fails says why, while one looks', async () => {
  const { page } = manager;
  const id = await roundInHandElsewhere(desk.lienket, desk.manager.login);
  await page.goto(`${desk.lienket.url}/matching/rounds/${id}`);
  await page.getByText('Đang đọc tin chào bán').or(page.getByText('0,0%')).first().waitFor();
  await desk.lienket.owner.query(
    sql`update matching.round set status = 'FAILED', failure = 'TOO_LARGE' where id = ${id}`,
  );
  await page.getByText('Cần nhiều bộ nhớ hơn máy chủ có.').waitFor();
});

it('who is allotted something sees its own part of it, starts none, takes no file, and offers the contracts of it', async () => {
  const farm = await desk.open();
  await desk.signIn(farm, desk.farm.login);
  await farm.page.getByRole('link', { name: /^Đợt ghép nối .*: phần của bạn$/ }).click();
  await farm.page.getByRole('heading', { name: 'Phần của tổ chức bạn: 20 tấn' }).waitFor();
  await farm.page.getByText('HTX Sầu riêng Cai Lậy (Đồng Tháp)').waitFor();
  await farm.page.getByRole('heading', { name: 'Giấy chứng nhận' }).waitFor();
  expect(await farm.page.getByRole('button', { name: 'Tải tệp của đợt' }).count()).toBe(0);
  await farm.page.getByRole('button', { name: 'Đề nghị hợp đồng theo đợt này' }).click();
  await farm.page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await farm.page.getByRole('listitem').filter({ hasText: 'Nhà máy trái cây Mỹ Tho' }).waitFor();
  await farm.page.goto(`${desk.lienket.url}/matching/rounds/new`);
  await farm.page.getByText('Đợt ghép nối do cán bộ quản lý chương trình mở.').waitFor();
  expect(farm.troubles).toEqual([]);
  await farm.context.close();
});
