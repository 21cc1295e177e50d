import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';
import { addPerson } from '../support/people.js';

const LOGIN = 'administrator@console.vn';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let administrator: Screen;
beforeAll(async () => {
  desk = await openConsoleDesk();
  await addPerson(desk.lienket, LOGIN, 'ADMINISTRATOR');
  administrator = await desk.open({ width: 1440 });
  await desk.signIn(administrator, LOGIN);
}, 60_000);
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
}, 30_000);

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

it('who is no administrator is told that these pages are not for them', async () => {
  const manager = await desk.open();
  await desk.signIn(manager, desk.farm.login, '/administration');
  await manager.page.getByText('Trang này dành cho quản trị viên.').waitFor();
  await manager.page.goto(`${desk.lienket.url}/administration/configuration`);
  await manager.page.getByText('Trang này dành cho quản trị viên.').waitFor();
  expect(manager.troubles).toEqual([]);
  await manager.context.close();
});
