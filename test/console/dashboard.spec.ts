import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Request, Route } from 'playwright-core';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';
import { eventually } from '../support/eventually.js';
import { sheetsOf } from '../support/excel-sheets.js';

const PROVINCES = 34;
const FIGURE_HELD_MS = 300;

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let manager: Screen;
beforeAll(async () => {
  desk = await openConsoleDesk();
  manager = await desk.open({ width: 1440 });
  await desk.signIn(manager, desk.manager.login);
});
afterAll(() => desk.close());

const open = (page: Page, search = '') => page.goto(`${desk.lienket.url}/participation${search}`);
const heading = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text });
const placeOf = (page: Page, name: string) => page.getByRole('listitem').getByRole('link', { name });

it('the figure, its list and its map move while a manager looks, and what was published stays as it was', async () => {
  const { page } = manager;
  await page.getByRole('link', { name: 'Tổng quan' }).click();
  await page.getByRole('link', { name: 'Xem theo cách này: Hợp tác xã', exact: true }).click();
  await heading(page, 'Cả nước: 0,0% hợp tác xã tham gia liên kết chuỗi giá trị').waitFor();
  await page.locator('title', { hasText: 'Đồng Tháp: 0,0% (0/1)' }).waitFor({ state: 'attached' });
  const address = await page.getByRole('link', { name: 'Địa chỉ cố định của số này' }).getAttribute('href');

  await desk.sign(await desk.offer(await desk.postPair()));
  await heading(page, 'Cả nước: 100,0% hợp tác xã tham gia liên kết chuỗi giá trị').waitFor();
  await page.getByText('Đã đạt mục tiêu 2030.').waitFor();
  await placeOf(page, 'Đồng Tháp').filter({ hasText: '100,0' }).waitFor();
  await page.locator('title', { hasText: 'Đồng Tháp: 100,0% (1/1)' }).waitFor({ state: 'attached' });
  await page.getByRole('listitem').filter({ hasText: 'Đang xem' }).getByText('1 trong 1 tổ chức').waitFor();

  const other = await desk.open();
  await other.page.goto(`${desk.lienket.url}${address!}`);
  await heading(other.page, 'Cả nước: 0,0% hợp tác xã tham gia liên kết chuỗi giá trị').waitFor();
  await other.page.getByText('Nay biết về ngày đó: 100,0% (+100,0 điểm').waitFor();
  expect([...manager.troubles, ...other.troubles]).toEqual([]);
  await other.context.close();
});

it('what was filtered stands in the address: a reload keeps it, and whoever is sent it sees the same', async () => {
  const { page } = manager;
  await open(page);
  const filters = page.getByRole('group', { name: 'Bộ lọc' });
  const height = (await filters.boundingBox())?.height;
  await page.getByLabel('Tỉnh', { exact: true }).selectOption({ label: 'Đồng Tháp' });
  await page.getByRole('button', { name: 'Bỏ lọc' }).waitFor();
  expect((await filters.boundingBox())?.height).toBe(height);
  await heading(page, 'Đồng Tháp: 100,0% tổ chức kinh tế tập thể tham gia liên kết chuỗi giá trị').waitFor();
  await page.getByLabel('Loại hình').selectOption({ label: 'Tổ hợp tác' });
  await page.getByLabel('Kỳ').selectOption({ label: '12 tháng' });
  await page.getByLabel('Cách tính').selectOption({ label: 'Xếp loại tốt, khá' });
  await page.getByLabel('Ngày').selectOption({ index: 1 });
  await heading(page, 'Đồng Tháp: chưa có tổ chức nào được tính').waitFor();
  const { search } = new URL(page.url());
  expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
    reading: 'GOOD_OR_FAIR',
    province: '82',
    kind: 'COOPERATIVE_GROUP',
    months: '12',
    asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });

  await page.reload();
  await heading(page, 'Đồng Tháp: chưa có tổ chức nào được tính').waitFor();
  expect(await chosen(page)).toEqual(['Xếp loại tốt, khá', 'Đồng Tháp', 'Tổ hợp tác', '12 tháng']);
  const friend = await desk.open({ language: 'en', dark: true });
  await open(friend.page, search);
  await heading(friend.page, 'Dong Thap: no organization is counted yet').waitFor();
  expect(await chosen(friend.page)).toEqual(['Rated good or fair', 'Dong Thap', 'Cooperative groups', '12 months']);
  await friend.page.getByRole('button', { name: 'Clear' }).click();
  await heading(friend.page, 'Viet Nam: 100.0% of collective-economy organizations').waitFor();
  expect([...manager.troubles, ...friend.troubles]).toEqual([]);
  await friend.context.close();
});

const chosen = (page: Page): Promise<(string | null)[]> =>
  Promise.all([0, 1, 2, 4].map((at) => page.locator('select').nth(at).locator('option:checked').textContent()));

it('the figure of another filter is asked for alone, and what stands beside it after it', async () => {
  const { page, context } = await desk.open({ width: 1440, withoutServiceWorker: true });
  // Of a past day: what is live may come by the socket before it is answered.
  await open(page, '?asOf=2025-12-31');
  await page.getByLabel('Loại hình').waitFor();
  const asked: string[] = [];
  let untilAnswered: readonly string[] = [];
  await page.route('**/graphql', async (route) => {
    const name = askedOfCooperatives(route.request());
    if (name) asked.push(name);
    if (name === 'OneFigure') {
      await sleep(FIGURE_HELD_MS);
      untilAnswered = [...asked];
    }
    await route.continue();
  });
  const others = ['FourReadings', 'Trend', 'ByProvince', 'ByGroup'].map((name) =>
    page.waitForResponse((response) => askedOfCooperatives(response.request()) === name),
  );
  await page.getByLabel('Loại hình').selectOption({ label: 'Hợp tác xã' });
  await Promise.all(others);
  expect(untilAnswered).toEqual(['OneFigure']);
  await context.close();
});

/** What is asked by this filter; what the page has asked for without it may still come. */
function askedOfCooperatives(request: Request): string | undefined {
  const body = request.postDataJSON() as { operationName: string; variables: unknown } | null;
  return body && JSON.stringify(body.variables).includes('"COOPERATIVE"') ? body.operationName : undefined;
}

it('every province is reached and chosen without a mouse', async () => {
  const { page } = manager;
  await open(page);
  await placeOf(page, 'Đồng Tháp').waitFor();
  await page.getByRole('heading', { name: 'Xếp hạng 34 tỉnh, thành' }).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const reached = new Set<string>();
  for (let tabs = 0; tabs < 120 && reached.size < PROVINCES; tabs += 1) {
    await page.keyboard.press('Tab');
    const address = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    const code = /^\/participation\?(?:.*&)?province=(\d\d)/.exec(address)?.[1];
    if (code !== undefined) reached.add(code);
  }
  expect(reached.size).toBe(PROVINCES);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/participation?province=*');
  await page.locator('[aria-current=true]').waitFor();
});

it('a manager goes from a province to who takes part there, and to the contract by which they do', async () => {
  const { page } = manager;
  await open(page);
  await placeOf(page, 'Đồng Tháp').click();
  await heading(page, 'Đồng Tháp: 100,0%').waitFor();
  await page.getByRole('link', { name: 'Xem ai chưa tham gia' }).click();
  await page.getByText('Không có tổ chức nào như vậy.').waitFor();
  await page.getByLabel('Liên kết').selectOption({ label: 'Đang liên kết' });
  await page.getByRole('link', { name: 'HTX Sầu riêng Cai Lậy' }).click();
  await heading(page, 'HTX Sầu riêng Cai Lậy').waitFor();
  await page.getByRole('link', { name: /^Hợp đồng LK-/ }).click();
  await page.getByText('65.000 đ/kg').waitFor();
  expect(manager.troubles).toEqual([]);
});

it('a visitor is asked to sign in for a commodity, and comes back to the question', async () => {
  const { page, context, troubles } = await desk.open();
  await open(page, '?commodity=durian&reading=COOPERATIVES');
  await page.getByText('Số theo mặt hàng dành cho người đã đăng nhập.').waitFor();
  await expect(page.getByRole('link', { name: 'Đăng nhập' }).getAttribute('href')).resolves.toBe(
    '/sign-in?then=%2Fparticipation%3Fcommodity%3Ddurian%26reading%3DCOOPERATIVES',
  );
  await desk.signIn(
    { page, context, troubles },
    desk.manager.login,
    '/participation?reading=COOPERATIVES&commodity=durian',
  );
  await heading(page, 'Cả nước: 100,0% hợp tác xã tham gia liên kết chuỗi giá trị').waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});

it('an address that asks for what there is none of says so, and leads back', async () => {
  const { page } = manager;
  await open(page, '?province=99');
  await page.getByText('Không có số cho câu hỏi này').waitFor();
  await page.getByRole('link', { name: 'Bỏ lọc' }).click();
  await heading(page, 'Cả nước: 100,0%').waitFor();
  expect(manager.troubles).toEqual([]);
});

it('figures come without the map, and without a network they are those of before', async () => {
  const { page, context } = await desk.open({ withoutServiceWorker: true });
  await page.route('**/province-map-*.js', (route) => route.abort());
  await open(page);
  await placeOf(page, 'Đồng Tháp').filter({ hasText: '100,0' }).waitFor();
  await page.getByText('Chưa tải được bản đồ.').waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.routeWebSocket('**/graphql', (socket) => void socket.close());
  await page.reload();
  await page.getByText('Đang mất mạng').waitFor();
  await heading(page, 'Cả nước: 100,0%').waitFor();
  await open(page, '?months=12&asOf=2026-10-31');
  await page.getByText('Chưa tải được').first().waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Thử lại' }).first().click();
  await page.getByRole('heading', { name: 'Cả nước', level: 2 }).waitFor();
  await context.close();
});

it('a province under a finger stays there while the map comes', async () => {
  const { page, context, troubles } = await desk.open({ withoutServiceWorker: true });
  let mapAsked: Route | undefined;
  await page.route('**/province-map-*.js', (route) => void (mapAsked = route));
  await open(page);
  await placeOf(page, 'Đồng Tháp').scrollIntoViewIfNeeded();
  await page.getByRole('heading', { name: 'Theo mặt hàng' }).waitFor();
  const place = await placeOf(page, 'Đồng Tháp').boundingBox();
  await mapAsked!.continue();
  await page.locator('title', { hasText: 'Đồng Tháp: 100,0% (1/1)' }).waitFor({ state: 'attached' });
  await expect(placeOf(page, 'Đồng Tháp').boundingBox()).resolves.toEqual(place);
  expect(troubles).toEqual([]);
  await context.close();
});

/** What the button has saved, read as a book. */
async function bookOf(page: Page) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Excel' }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), sheets: await sheetsOf(readFileSync(await download.path())) };
}

it('what is on the screen is taken home as Excel, by its filters, in its language', async () => {
  const { page } = manager;
  await open(page, '?reading=COOPERATIVES&province=82');
  await heading(page, 'Đồng Tháp: 100,0%').waitFor();
  const figures = await bookOf(page);
  expect(figures.name).toMatch(/^figures-\d{4}-\d\d-\d\d\.xlsx$/);
  const counted = figures.sheets['Theo tỉnh']!.slice(1).filter(([, , , of]) => of !== 0);
  expect(counted.map((row) => row.slice(0, 4))).toEqual([['82', 'Đồng Tháp', 1, 1]]);
  await page.getByText('Đã lưu tệp Excel.').waitFor();

  await desk.addFarm('HTX Xoài Cao Lãnh');
  const listed = async (search: string) => {
    await page.goto(`${desk.lienket.url}/participation/organizations${search}`);
    await page.getByRole('listitem').filter({ hasText: 'tổ chức' }).first().waitFor();
    return (await bookOf(page)).sheets['Tổ chức']!.slice(1).map(([name]) => name);
  };
  // Counted a moment after it is active.
  expect(await eventually(async () => (await listed('')).length === 2, 10_000)).not.toBeNull();
  expect((await listed('')).sort()).toEqual(['HTX Sầu riêng Cai Lậy', 'HTX Xoài Cao Lãnh']);
  expect(await listed('?takesPart=yes')).toEqual(['HTX Sầu riêng Cai Lậy']);
  expect(await listed('?takesPart=no')).toEqual(['HTX Xoài Cao Lãnh']);
  expect(manager.troubles).toEqual([]);
});

it('a file that is refused or breaks off says why and saves nothing, and one that comes is saved though one has gone on', async () => {
  const { page, context } = await desk.open({ withoutServiceWorker: true });
  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  await open(page);
  const refused = { errors: [{ message: 'Đợi 5 giây.', extensions: { code: 'RATE_LIMITED' } }] };
  await page.route('**/figures.xlsx*', (route) => route.fulfill({ status: 429, json: refused }));
  await page.getByRole('button', { name: 'Excel' }).click();
  await page.getByRole('alert').filter({ hasText: 'Đợi 5 giây.' }).waitFor();
  await page.unroute('**/figures.xlsx*');
  await page.route('**/figures.xlsx*', (route) => route.abort('connectionreset'));
  await page.getByRole('button', { name: 'Excel' }).click();
  await page.getByRole('alert').filter({ hasText: 'Chưa lưu gì' }).waitFor();
  expect(saved).toEqual([]);
  await page.unroute('**/figures.xlsx*');
  await page.route('**/figures.xlsx*', async (route) => {
    await page.getByRole('heading', { name: 'Lienket' }).waitFor();
    await route.continue();
  });
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Excel' }).click();
  await page.getByText('Đang lấy tệp Excel.').waitFor();
  await page.getByRole('link', { name: 'Lienket' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^figures-/);
  await context.close();
});
