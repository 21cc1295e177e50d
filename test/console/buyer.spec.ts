import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConsoleDesk } from '../support/console-desk.js';
import { eventually } from '../support/eventually.js';
import { thumb } from '../support/thumb.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let farms: Awaited<ReturnType<typeof desk.addFarm>>[];
beforeAll(async () => {
  desk = await openConsoleDesk();
  farms = [await desk.addFarm('HTX Ngũ Hiệp'), await desk.addFarm('HTX Long Trung')];
});
afterAll(() => desk.close());

const posted = () => desk.demands(desk.mill.token, desk.mill.organizationId);

describe('a buyer posts a demand on a phone', () => {
  it('in seven taps, and changes it without losing what the form did not ask', async () => {
    const screen = await desk.open();
    await desk.signIn(screen, desk.mill.login);
    const taps = thumb(screen);
    await taps.tap('link', 'Đăng nhu cầu', 'main');
    await taps.choose('Loại khác', 'Sầu riêng');
    await taps.tap('radio', '50');
    await taps.tap('radio', 'Tháng sau');
    await screen.page.getByLabel('Giá, đồng một kg').fill('70000');
    await taps.tap('button', 'Xem lại rồi đăng');
    await taps.tap('button', 'Đăng nhu cầu');
    expect(taps.taps).toBeLessThanOrEqual(7);
    await screen.page.getByRole('list', { name: 'Nhu cầu mua' }).getByText('70.000 đ/kg').waitFor();
    const [first] = await posted();
    expect(first).toMatchObject({
      commodity: { code: 'durian' },
      quantityKg: '50000',
      minimumLotKg: '1',
      maximumSuppliers: null,
      maximumPriceVndPerKg: '70000',
    });

    await desk.lienket.ask(
      'mutation ($id: ID!, $input: DemandInput!) { updateDemand(id: $id, input: $input) { id } }',
      { id: first?.id, input: { ...inputOf(50_000), minimumLotKg: '500', maximumSuppliers: 3, provinceCode: '80' } },
      { token: desk.mill.token },
    );
    await screen.page.reload();
    await screen.page.getByRole('link', { name: 'Sửa nhu cầu' }).click();
    await screen.page.getByRole('textbox', { name: 'Số lượng, tấn' }).fill('45');
    await screen.page.getByRole('button', { name: 'Xem lại rồi đăng' }).click();
    await screen.page.getByRole('dialog').getByRole('button', { name: 'Lưu thay đổi' }).click();
    await screen.page.getByText('còn 45 tấn / 45 tấn').waitFor();
    expect(await posted()).toEqual([
      {
        ...first,
        quantityKg: '45000',
        minimumLotKg: '500',
        maximumSuppliers: 3,
        province: { code: '80' },
      },
    ]);
    expect(screen.troubles).toEqual([]);
    await screen.context.close();
  });

  it('and withdraws it', async () => {
    const screen = await desk.open({ language: 'en' });
    await desk.signIn(screen, desk.mill.login, '/demands');
    await screen.page.getByRole('button', { name: 'Withdraw' }).click();
    await screen.page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await screen.page.getByText('Withdrawn').waitFor();
    expect(await posted()).toEqual([]);
    await screen.context.close();
  });

  it('without a network, and it is sent once when the network is back', async () => {
    const screen = await desk.open();
    await desk.signIn(screen, desk.mill.login, '/demands/new');
    await screen.page.getByRole('button', { name: /Dùng lại nhu cầu lần trước/ }).waitFor();
    await screen.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

    await screen.context.setOffline(true);
    await screen.page.goto(`${desk.lienket.url}/demands/new`);
    await screen.page.getByText('Đang mất mạng').waitFor();
    await screen.page.getByRole('button', { name: /Dùng lại nhu cầu lần trước/ }).click();
    await screen.page.getByRole('textbox', { name: 'Số lượng, tấn' }).fill('30');
    await screen.page.reload();
    await expect(screen.page.getByRole('textbox', { name: 'Số lượng, tấn' }).inputValue()).resolves.toBe('30');
    await screen.page.getByRole('button', { name: 'Xem lại rồi đăng' }).click();
    await screen.page.getByRole('button', { name: 'Giữ trên máy, có sóng tự gửi' }).click();
    await screen.page.getByText('Chờ gửi').waitFor();
    expect(await posted()).toEqual([]);

    await screen.context.setOffline(false);
    expect(await eventually(async () => (await posted()).length > 0, 10_000)).not.toBeNull();
    await screen.page.getByText('Đã gửi').waitFor();
    await screen.page.reload();
    await screen.page.getByText('còn 30 tấn / 30 tấn').waitFor();
    expect((await posted()).map(({ quantityKg }) => quantityKg)).toEqual(['30000']);
    await screen.context.close();
  });
});

describe('a buyer looks at who fits', () => {
  it('and compares three side by side, the best of each row by a word, and finds them by the address again', async () => {
    await desk.list(desk.farm.token, { quantityKg: '8000', askPriceVndPerKg: '55000' });
    await desk.list(farms[0]!.token, { quantityKg: '9000', askPriceVndPerKg: '60000' });
    await desk.list(farms[1]!.token, { quantityKg: '12000', askPriceVndPerKg: '65000' });
    await desk.demand(desk.mill.token, { quantityKg: '24000' });
    const screen = await desk.open();
    const { page } = screen;
    await desk.signIn(screen, desk.mill.login);
    const taps = thumb(screen);
    await taps.tap('link', 'Sầu riêng còn 24 tấn / 24 tấn', 'main');
    for (const name of FARMS) await page.getByRole('listitem').filter({ hasText: name }).getByLabel('So sánh').check();
    await taps.tap('link', 'So sánh 3 bên đã chọn');
    expect(taps.taps + 3).toBeLessThanOrEqual(5);

    await page.getByRole('table').waitFor();
    await expect(page.getByRole('columnheader').allTextContents()).resolves.toHaveLength(3);
    const best = (row: string) =>
      page
        .locator('tbody')
        .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
        .getByRole('cell')
        .evaluateAll((cells) => cells.map((cell) => cell.textContent.includes('Tốt nhất')));
    await expect(best('Giá')).resolves.toEqual([true, false, false]);
    await expect(best('Số lượng')).resolves.toEqual([false, false, true]);
    await expect(best('Khoảng cách')).resolves.toEqual([false, false, false]);
    await page.reload();
    await page.getByRole('table').waitFor();
    await expect(best('Giá')).resolves.toEqual([true, false, false]);
    await page.getByRole('link', { name: 'Về danh sách' }).click();
    await expect(
      page.getByLabel('So sánh').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)),
    ).resolves.toEqual([true, true, true]);
    expect(screen.troubles).toEqual([]);
    await screen.context.close();
  });
});

describe('a buyer fills a demand from several cooperatives', () => {
  it('offers each its share at its price, sees the award whole, and each of them sees only its own', async () => {
    const screen = await desk.open();
    const { page } = screen;
    await desk.signIn(screen, desk.mill.login);
    const taps = thumb(screen);
    await taps.tap('link', 'Sầu riêng còn 24 tấn / 24 tấn', 'main');
    await taps.tap('link', 'Ghép nhiều bên bán cho đủ');
    await page.getByText('Vừa đủ nhu cầu').waitFor();
    const shareOf = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await shareOf('HTX Long Trung').getByLabel('Số lượng').fill('nhiều');
    await taps.tap('button', /^Chào \d hợp đồng$/);
    await expect(page.getByRole('dialog').count()).resolves.toBe(0);
    await shareOf('HTX Long Trung').getByLabel('Số lượng').fill('13');
    await shareOf('HTX Long Trung').getByText('Bên này chỉ còn 12 tấn').waitFor();
    await shareOf('HTX Long Trung').getByLabel('Số lượng').fill('5');
    await shareOf('HTX Long Trung').getByLabel('Giá').fill('66.000');
    await page.getByText('Còn thiếu').waitFor();
    await taps.tap('button', /^Chào 3 hợp đồng$/);
    await taps.tap('button', 'Gửi 3 đề nghị', 'dialog');
    await page.waitForURL('**/awards/*');
    await page.getByRole('heading', { name: 'Sầu riêng, 24 tấn' }).waitFor();
    const contracts = page.getByRole('list', { name: 'Gói hợp đồng' }).getByRole('listitem');
    await expect(contracts.count()).resolves.toBe(3);
    const whole = await contracts.allTextContents();
    for (const name of FARMS) expect(whole.filter((text) => text.includes(name))).toHaveLength(1);
    expect(whole.find((text) => text.includes('HTX Long Trung'))).toContain('5 tấn, 66.000 đ/kg');

    await contracts.filter({ hasText: 'HTX Long Trung' }).getByRole('link').click();
    await page.getByRole('link', { name: 'Xem cả gói hợp đồng' }).waitFor();
    const awardId = await awardOf(page.url());
    const seller = await desk.open();
    await desk.signIn(seller, farms[1]!.login, '/contracts');
    await seller.page.getByRole('link', { name: /^Hợp đồng LK-/ }).click();
    await seller.page.getByText('5 tấn, 66.000 đ/kg').first().waitFor();
    await expect(seller.page.getByRole('link', { name: 'Xem cả gói hợp đồng' }).count()).resolves.toBe(0);
    for (const name of ['HTX Sầu riêng Cai Lậy', 'HTX Ngũ Hiệp'])
      await expect(seller.page.getByText(name).count()).resolves.toBe(0);
    await seller.page.goto(`${desk.lienket.url}/awards/${awardId}`);
    await seller.page.getByText('Không có gói hợp đồng này.').waitFor();
    expect([...screen.troubles, ...seller.troubles]).toEqual([]);
    await seller.context.close();
    await screen.context.close();
  });
});

const FARMS = ['HTX Sầu riêng Cai Lậy', 'HTX Ngũ Hiệp', 'HTX Long Trung'];
const awardOf = async (contractUrl: string): Promise<string> => {
  const id = contractUrl.split('/').at(-1);
  const { contract } = await desk.lienket.ask<{ contract: { award: { id: string } } }>(
    'query ($id: ID!) { contract(id: $id) { award { id } } }',
    { id },
    { token: desk.mill.token },
  );
  return contract.award.id;
};
const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const inputOf = (quantityKg: number) => ({
  commodityCode: 'durian',
  quantityKg: String(quantityKg),
  deliverFrom: dayIn(1),
  deliverTo: dayIn(40),
  maximumPriceVndPerKg: '70000',
});
