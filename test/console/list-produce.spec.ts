import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { openConsoleDesk } from '../support/console-desk.js';
import { thumb } from '../support/thumb.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
beforeAll(async () => {
  desk = await openConsoleDesk();
});
afterAll(() => desk.close());

const listed = () => desk.listings(desk.farm.token, desk.farm.organizationId);

describe('a cooperative lists produce on a phone', () => {
  it('in seven taps, and again in four', async () => {
    const screen = await desk.open();
    await desk.signIn(screen, desk.farm.login);
    const first = thumb(screen);
    await first.tap('link', 'Đăng nông sản', 'main');
    await first.choose('Loại khác', 'Sầu riêng');
    await first.tap('radio', '20');
    await first.tap('radio', 'Tháng sau');
    await screen.page.getByLabel('Giá, đồng một kg').fill('62000');
    await first.tap('button', 'Xem lại rồi đăng');
    await first.tap('button', 'Đăng tin');
    expect(first.taps).toBeLessThanOrEqual(7);
    await screen.page.getByRole('list', { name: 'Tin của tôi' }).getByText('62.000 đ/kg').waitFor();
    expect(await listed()).toEqual([
      expect.objectContaining({ commodity: { code: 'durian' }, quantityKg: '20000', askPriceVndPerKg: '62000' }),
    ]);

    await screen.page.getByRole('link', { name: 'Hôm nay' }).click();
    const again = thumb(screen);
    await again.tap('link', 'Đăng nông sản', 'main');
    await again.tap('button', /Dùng lại tin vụ trước/);
    await again.tap('button', 'Xem lại rồi đăng');
    await again.tap('button', 'Đăng tin');
    expect(again.taps).toBe(4);
    expect(await eventually(async () => (await listed()).length === 2, 5000)).not.toBeNull();
    const [second, before] = await listed();
    expect(second).toEqual({ ...before, availableFrom: second?.availableFrom, availableTo: second?.availableTo });
    expect(screen.troubles).toEqual([]);
    await screen.context.close();
  });

  it('and finds what was written after the phone fell into the water', async () => {
    const screen = await desk.open();
    await desk.signIn(screen, desk.farm.login, '/listings/new');
    await screen.page.getByRole('textbox', { name: 'Số lượng, tấn' }).fill('37,5');
    await screen.page.getByText('Đã lưu trên máy').waitFor();
    await screen.page.reload();
    await expect(screen.page.getByRole('textbox', { name: 'Số lượng, tấn' }).inputValue()).resolves.toBe('37,5');
    await screen.context.close();
  });

  it('is told what to mend, at its place, before anything is sent', async () => {
    const screen = await desk.open();
    await desk.signIn(screen, desk.farm.login, '/listings/new');
    await screen.page.getByRole('textbox', { name: 'Số lượng, tấn' }).fill('nhiều');
    await screen.page.getByRole('button', { name: 'Xem lại rồi đăng' }).click();
    const summary = screen.page.getByRole('alert');
    await expect(summary.textContent()).resolves.toContain('Còn 3 chỗ cần sửa');
    await expect(screen.page.locator('#question-amount').textContent()).resolves.toContain('lớn hơn 0');
    await expect(screen.page.evaluate(() => document.activeElement?.id)).resolves.toBe('question-commodity');
    await screen.context.close();
  });
});

describe('without a network', () => {
  it('opens, takes a listing, and sends it once when the network is back', async () => {
    const before = (await listed()).length;
    const screen = await desk.open();
    await desk.signIn(screen, desk.farm.login, '/listings/new');
    await screen.page.getByRole('button', { name: /Dùng lại tin vụ trước/ }).waitFor();
    await screen.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

    await screen.context.setOffline(true);
    await screen.page.goto(`${desk.lienket.url}/listings/new`);
    await screen.page.getByText('Đang mất mạng').waitFor();
    await screen.page.getByRole('button', { name: /Dùng lại tin vụ trước/ }).click();
    await screen.page.getByRole('button', { name: 'Xem lại rồi đăng' }).click();
    await screen.page.getByRole('button', { name: 'Giữ trên máy, có sóng tự gửi' }).click();
    await screen.page.getByText('Chờ gửi').waitFor();
    expect(await listed()).toHaveLength(before);

    await screen.context.setOffline(false);
    await screen.page.getByText('Đã gửi').waitFor();
    expect(await listed()).toHaveLength(before + 1);
    await screen.context.close();
  });
});
