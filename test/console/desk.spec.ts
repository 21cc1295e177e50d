import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';
import { addPerson } from '../support/people.js';
import { tabTo } from '../support/tab-to.js';

const CLAIMED = 'HTX Chanh Bến Lức';
const NEW = 'HTX Thanh long Chợ Gạo';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let manager: Screen;
let claimed: string;
let login: string;
let fresh: string;
beforeAll(async () => {
  desk = await openConsoleDesk();
  claimed = await desk.registerUnclaimed(CLAIMED);
  login = await desk.claim(claimed);
  fresh = await desk.register(NEW);
  manager = await desk.open();
  await desk.signIn(manager, desk.manager.login);
});
afterAll(() => desk.close());

const waits = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const heading = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text });
const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const statusOf = async (id: string): Promise<string> => {
  const document = 'query ($id: ID!) { organization(id: $id) { status } }';
  return (await desk.lienket.ask<{ organization: { status: string } }>(document, { id }, desk.manager)).organization
    .status;
};

it('a manager approves a claim and activates an organization, and each is told what it gives', async () => {
  const { page } = manager;
  const claimant = await desk.open();
  await desk.signIn(claimant, login);
  await claimant.page.getByRole('link', { name: 'Chọn tổ chức của bạn' }).waitFor();
  await page.getByRole('link', { name: 'Việc chờ duyệt (2)' }).click();
  await page.getByRole('heading', { name: 'Xin làm người của tổ chức (1)' }).waitFor();
  await waits(page, CLAIMED).getByText(`${login} xin đại diện`).waitFor();
  await waits(page, CLAIMED).getByRole('button', { name: 'Xem và duyệt' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Người này thành chủ quản').waitFor();
  await dialog.getByRole('button', { name: 'Để sau' }).click();
  await waits(page, CLAIMED).getByRole('button', { name: 'Xem và duyệt' }).click();
  await dialog.getByRole('button', { name: 'Duyệt người này' }).click();
  await page.getByText(`${login} nay là chủ quản của ${CLAIMED}.`).waitFor();
  await page.getByText('Không ai đang chờ.').waitFor();
  await claimant.page.getByRole('heading', { level: 1, name: CLAIMED }).waitFor();
  await claimant.page.getByRole('link', { name: 'Đăng nông sản' }).first().waitFor();
  expect(claimant.troubles).toEqual([]);
  await claimant.context.close();
  const token = await desk.lienket.signIn(login);
  const { me } = await desk.lienket.ask<{ me: object }>(
    '{ me { organizationRole organization { id } } }',
    {},
    { token },
  );
  expect(me).toEqual({ organizationRole: 'OWNER', organization: { id: claimed } });

  await waits(page, NEW).getByRole('button', { name: 'Xem và duyệt' }).click();
  await dialog.getByRole('definition').filter({ hasText: '@example.vn' }).first().waitFor();
  await dialog.getByRole('radio', { name: 'Không nhận' }).check();
  await dialog.getByText('Không hoạt động lại được nữa').waitFor();
  await dialog.getByRole('button', { name: 'Không nhận' }).click();
  await dialog.getByText('Ghi lý do của quyết định.').waitFor();
  expect(await statusOf(fresh)).toBe('PENDING');
  await dialog.getByRole('radio', { name: 'Cho hoạt động' }).check();
  await dialog.getByRole('button', { name: 'Cho hoạt động' }).click();
  await page.getByText(`${NEW}: đang hoạt động.`).waitFor();
  await page.getByText('Không có tổ chức nào chờ duyệt.').waitFor();
  expect(await statusOf(fresh)).toBe('ACTIVE');
  expect(manager.troubles).toEqual([]);
});

it('a manager attests a contract on paper, and the figure counts it while it is looked at', async () => {
  const { page } = manager;
  const public_ = await desk.open({ width: 1440 });
  await public_.page.goto(`${desk.lienket.url}/participation`);
  await heading(public_.page, 'Cả nước: 0,0% tổ chức kinh tế tập thể').waitFor();

  await page.getByRole('link', { name: 'Ghi nhận hợp đồng giấy' }).click();
  await page.getByRole('button', { name: 'Ghi nhận hợp đồng' }).click();
  await page.getByText('Còn chỗ chưa đúng').waitFor();
  await page.getByText('Tìm và thêm ít nhất hai bên.').waitFor();
  for (const [part, name] of [
    ['thanh long', NEW],
    ['trai cay', 'Nhà máy trái cây Mỹ Tho'],
  ] as const) {
    await page.getByRole('search').getByLabel('Tên').fill(part);
    await page.getByRole('button', { name: 'Tìm' }).click();
    await waits(page, name).getByRole('button', { name: 'Thêm bên này' }).click();
    await page.getByRole('group', { name, exact: true }).waitFor();
  }
  await page.getByLabel('Thêm một mặt hàng').selectOption({ label: 'Thanh long' });
  await page.getByLabel('Ngày ký trên giấy').fill(dayBefore(3));
  await page.getByLabel('Từ ngày').fill(dayBefore(3));
  await page.getByLabel('Đến ngày').fill('2099-01-01');
  await page.getByLabel('Bằng chứng').fill('HĐ 12/2026, Phòng Kinh tế xã, tủ 3');
  await page.getByRole('button', { name: 'Ghi nhận hợp đồng' }).click();
  // Fifty years are the most: what only the API refuses is said in its words.
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Đến ngày').fill(dayBefore(-300));
  await page.getByRole('button', { name: 'Ghi nhận hợp đồng' }).click();
  await page.waitForURL('**/contracts/*');
  await page
    .getByRole('definition')
    .filter({ hasText: `${NEW}: đã ký trên giấy` })
    .waitFor();
  await page.getByText('HĐ 12/2026, Phòng Kinh tế xã, tủ 3').waitFor();
  await page.getByText('Thanh long', { exact: true }).waitFor();

  await heading(public_.page, 'Cả nước: 33,3% tổ chức kinh tế tập thể').waitFor();
  expect([...manager.troubles, ...public_.troubles]).toEqual([]);
  await public_.context.close();
});

it('a rating and a suspension are given on an organization’s page, without a mouse, in English, in the dark', async () => {
  const { page, context, troubles } = await desk.open({ width: 1440, language: 'en', dark: true });
  await desk.signIn({ page, context, troubles }, desk.manager.login, `/participation/organizations/${fresh}`);
  await page.getByRole('heading', { name: 'Manage' }).waitFor();
  await tabTo(page, 'Rate');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Points');
  await page.keyboard.type('172.5');
  await page.keyboard.press('Enter');
  await page.getByText('Write a number from 0 to 100').waitFor();
  await page.getByLabel('Points').fill('');
  await page.keyboard.type('72.5');
  await page.getByRole('status').filter({ hasText: 'Fair' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('The rating is saved.').waitFor();
  const year = new Date().getUTCFullYear() - 1;
  await page.getByText(`Fair, 72.5 points, ${String(year)}`).waitFor();

  await tabTo(page, 'Change the status');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Reason');
  await page.keyboard.type('Does not answer.');
  await page.keyboard.press('Enter');
  await page.getByText(`${NEW}: suspended.`).waitFor();
  expect(await statusOf(fresh)).toBe('SUSPENDED');
  expect(troubles).toEqual([]);
  await context.close();
});

it('who answers for another province is told who answers here, and a trader that the page is not for them', async () => {
  await addPerson(desk.lienket, 'cantho@console.vn', 'PROGRAM_MANAGER', ['92']);
  const other = await desk.open();
  await desk.signIn(other, 'cantho@console.vn', `/participation/organizations/${desk.farm.organizationId}`);
  await other.page.getByText('do cán bộ quản lý của Đồng Tháp phụ trách').waitFor();
  await other.page.goto(`${desk.lienket.url}/desk`);
  await other.page.getByText('Không ai đang chờ.').waitFor();
  const trader = await desk.open();
  await desk.signIn(trader, desk.farm.login, '/desk');
  await trader.page.getByText('Trang này dành cho cán bộ quản lý').waitFor();
  await trader.page.goto(`${desk.lienket.url}/desk/attest`);
  await trader.page.getByText('Trang này dành cho cán bộ quản lý').waitFor();
  expect([...other.troubles, ...trader.troubles]).toEqual([]);
  await Promise.all([other.context.close(), trader.context.close()]);
});

it('a manager turns down somebody who isn’t of the organization, and they are told', async () => {
  const { page } = manager;
  const name = 'HTX Khóm Tân Phước';
  const stranger = await desk.claim(await desk.registerUnclaimed(name));
  const claimant = await desk.open();
  await desk.signIn(claimant, stranger);
  await page.goto(`${desk.lienket.url}/desk`);
  await waits(page, name).getByRole('button', { name: 'Xem và duyệt' }).click();
  await page.getByRole('dialog').getByText('họ vẫn có thể xin lại').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Không nhận người này' }).click();
  await page.getByText(`Không nhận ${stranger} làm người của ${name}.`).waitFor();
  await waits(page, name).waitFor({ state: 'detached' });
  await claimant.page.getByRole('link', { name: 'Thông báo, 1 chưa đọc' }).click();
  await claimant.page.getByText(`Yêu cầu làm người của ${name} không được chấp nhận.`).waitFor();
  expect([...claimant.troubles, ...manager.troubles]).toEqual([]);
  await claimant.context.close();
});

it('without a network nothing can be decided, and what was typed stays', async () => {
  const { page, context } = await desk.open({ withoutServiceWorker: true });
  await desk.claim(await desk.registerUnclaimed('HTX Mít Cái Bè'));
  await desk.signIn({ page, context, troubles: [] }, desk.manager.login, '/desk');
  await waits(page, 'HTX Mít Cái Bè').getByRole('button', { name: 'Xem và duyệt' }).click();
  await page.route('**/graphql', (route) => route.abort());
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Duyệt người này' }).click();
  await dialog.getByText('Chưa gửi được').waitFor();
  await dialog.getByRole('button', { name: 'Để sau' }).click();
  await page.getByText('Đang mất mạng').waitFor();
  expect(await waits(page, 'HTX Mít Cái Bè').getByRole('button').isDisabled()).toBe(true);
  await page.reload();
  await page.getByText('Chưa tải được').first().waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Thử lại' }).first().click();
  await waits(page, 'HTX Mít Cái Bè').getByRole('button', { name: 'Xem và duyệt' }).click();
  await dialog.getByRole('button', { name: 'Duyệt người này' }).click();
  await page.getByText('nay là chủ quản của HTX Mít Cái Bè.').waitFor();
  await context.close();
});
