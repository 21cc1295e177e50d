import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConsoleDesk } from '../support/console-desk.js';
import { eventually } from '../support/eventually.js';
import { thumb } from '../support/thumb.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
beforeAll(async () => {
  desk = await openConsoleDesk();
}, 60_000);
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
    await screen.page.getByRole('list', { name: 'Nhu cầu của tôi' }).getByText('70.000 đ/kg').waitFor();
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
    await screen.page.getByRole('dialog').getByRole('button', { name: 'Đăng nhu cầu' }).click();
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

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const inputOf = (quantityKg: number) => ({
  commodityCode: 'durian',
  quantityKg: String(quantityKg),
  deliverFrom: dayIn(1),
  deliverTo: dayIn(40),
  maximumPriceVndPerKg: '70000',
});
