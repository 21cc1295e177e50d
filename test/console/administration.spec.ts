import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { QueueReports } from '@lienket/platform';
import sql from 'sql-template-tag';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';
import { addForgetting, breakForgetting, mendForgetting } from '../support/dead-letters.js';
import { addPerson } from '../support/people.js';

/** It is reported every five seconds, and looked at as often. */
const SEEN_WITHIN = { timeout: 20_000 };
const LOGIN = 'administrator@console.vn';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let administrator: Screen;
beforeAll(async () => {
  desk = await openConsoleDesk();
  await addPerson(desk.lienket, LOGIN, 'ADMINISTRATOR');
  administrator = await desk.open({ width: 1440 });
  await desk.signIn(administrator, LOGIN);
});
afterAll(() => desk.close());

it('an administrator finds somebody, makes them the manager of a province, and cannot lay down the last administration', async () => {
  const { page } = administrator;
  await page.getByRole('link', { name: 'Người dùng, vai trò và cấu hình' }).click();
  await page.getByText('4 tài khoản').waitFor();
  await page.getByLabel('Tìm theo tên đăng nhập').fill('manager@');
  await page.keyboard.press('Enter');
  await page.getByText('1 tài khoản').waitFor();
  await page.getByText('Phụ trách cả nước').waitFor();
  await page.getByRole('button', { name: 'Đổi vai trò: manager@console.vn' }).press('Enter');
  await page.getByLabel('Tỉnh, thành phụ trách').selectOption({ label: 'Đồng Tháp' });
  await page.getByRole('button', { name: 'Giao vai trò này' }).click();
  await page.getByText('Phụ trách Đồng Tháp').waitFor();
  await page.getByText(`Vai trò do ${LOGIN} giao lúc`).waitFor();

  await page.getByLabel('Tìm theo tên đăng nhập').fill('');
  await page.getByLabel('Vai trò', { exact: true }).selectOption({ label: 'Quản trị viên' });
  await page.getByRole('button', { name: `Đổi vai trò: ${LOGIN}` }).click();
  await page.getByRole('radio', { name: 'Người của tổ chức' }).click();
  const troubles = administrator.troubles.length;
  await page.getByRole('button', { name: 'Giao vai trò này' }).click();
  await page.getByText('Đây là quản trị viên cuối cùng.').waitFor();
  expect(administrator.troubles.slice(0, troubles)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('the configuration says what is in force, and of a secret only that it is set', async () => {
  const { page } = administrator;
  await page.goto(`${desk.lienket.url}/administration/configuration`);
  await page.getByText('LIENKET_SESSION_DAYS').waitFor();
  const rows = page.locator('dl > div');
  expect(await rows.filter({ hasText: 'LIENKET_SESSION_DAYS' }).locator('code').textContent()).toBe('30');
  await rows
    .filter({ hasText: /^DATABASE_URL/ })
    .getByText('Đã đặt')
    .waitFor();
  await rows.filter({ hasText: 'LIENKET_OPENID_CLIENT_SECRET' }).getByText('Chưa đặt').waitFor();
  expect(await page.locator('main').textContent()).not.toContain('postgres://');
});

it('a job that failed for good is tried again from the page, which says what became of it and whether a worker is there', async () => {
  const { page, troubles } = administrator;
  const before = troubles.length;
  await page.goto(`${desk.lienket.url}/administration`);
  await page.getByRole('link', { name: 'Việc nền và việc hỏng' }).click();
  await page.getByText('Không có việc nào hỏng.').waitFor();
  await page.getByRole('heading', { name: 'Thư điện tử' }).waitFor();
  await page
    .getByText(/^Đếm \d giây trước$/)
    .first()
    .waitFor();

  await breakForgetting(desk.lienket);
  await addForgetting(desk.lienket);
  await page.getByText('QueryFailedError 42501: permission denied for table rate_limit').waitFor(SEEN_WITHIN);
  await page.getByText('3 lần thử').waitFor();
  const again = page.getByRole('button', { name: 'Thử lại: Xoá những gì hết hạn giữ, mỗi đêm' });
  await again.press('Enter');
  await page.getByText('Đã thử lại, và lại hỏng.').waitFor(SEEN_WITHIN);
  await mendForgetting(desk.lienket);
  await again.click();
  await page.getByText('Đã bắt đầu lại: Xoá những gì hết hạn giữ, mỗi đêm').waitFor(SEEN_WITHIN);
  await page.getByText('Không có việc nào hỏng.').waitFor();

  expect(await page.getByText('không worker nào báo về').count()).toBe(0);
  await desk.lienket.part(QueueReports).beforeApplicationShutdown();
  await desk.lienket.owner.query(sql`update platform.queue_report set counted_at = counted_at - interval '3 minutes'`);
  await page.getByText('Đã 3 phút không worker nào báo về.').waitFor(SEEN_WITHIN);
  expect(troubles.slice(before)).toEqual([]);
});

it('who is no administrator is told that these pages are not for them', async () => {
  const manager = await desk.open();
  await desk.signIn(manager, desk.farm.login, '/administration');
  await manager.page.getByText('Trang này dành cho quản trị viên.').waitFor();
  for (const section of ['configuration', 'queues']) {
    await manager.page.goto(`${desk.lienket.url}/administration/${section}`);
    await manager.page.getByText('Trang này dành cho quản trị viên.').waitFor();
  }
  await manager.page.goto(`${desk.lienket.url}/administration/nothing`);
  await manager.page.getByRole('heading', { name: 'Không có trang này' }).waitFor();
  expect(manager.troubles).toEqual([]);
  await manager.context.close();
});
