import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';
import { eventually } from '../support/eventually.js';
import { exifSegment, WHERE_IT_WAS_TAKEN, withSegment } from '../support/jpegs.js';
import { photoDesk } from '../support/photo-desk.js';

const MOST_BYTES = 150_000;
const PHOTOS =
  'query ($id: ID!) { it: listings(filter: { organizationId: $id }) { nodes { id photos { url width height byteCount } } } }';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let taken: Buffer;
beforeAll(async () => {
  desk = await openConsoleDesk();
  taken = await takePhoto();
});
afterAll(() => desk.close());

interface Sent {
  readonly id: string;
  readonly photos: readonly { url: string; width: number; height: number; byteCount: number }[];
}
const sent = async (): Promise<readonly Sent[]> =>
  (
    await desk.lienket.ask<{ it: { nodes: Sent[] } }>(
      PHOTOS,
      { id: desk.farm.organizationId },
      { token: desk.mill.token },
    )
  ).it.nodes;

/** As a phone's camera makes them: of 12 megapixels and several MB, lying on its side, with where it was taken. */
async function takePhoto(): Promise<Buffer> {
  const { page, context } = await desk.open();
  await page.goto(desk.lienket.url);
  const base64 = await page.evaluate(async () => {
    const [width, height] = [4000, 3000];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d')!;
    const pixels = context.createImageData(width, height);
    let state = 1;
    for (let place = 0; place < pixels.data.length; place += 4) {
      state = (state * 48_271) % 2_147_483_647;
      const shade = ((place / 4) % width) / 16;
      pixels.data.set([shade, 120 + (state % 64), 40 + (state % 32), 255], place);
    }
    context.putImageData(pixels, 0, 0);
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer(),
    );
    let text = '';
    for (let place = 0; place < bytes.length; place += 32_768)
      text += String.fromCharCode(...bytes.subarray(place, place + 32_768));
    return btoa(text);
  });
  await context.close();
  return withSegment(Buffer.from(base64, 'base64'), exifSegment());
}

const choose = ({ page }: Screen, ...buffers: Buffer[]) =>
  page
    .getByLabel('Thêm ảnh')
    .setInputFiles(
      buffers.map((buffer, place) => ({ name: `anh${String(place)}.jpg`, mimeType: 'image/jpeg', buffer })),
    );
const fill = async ({ page }: Screen, price: string) => {
  await page.getByLabel('Loại khác').selectOption({ label: 'Sầu riêng' });
  await page.getByRole('radio', { name: '20' }).check();
  await page.getByRole('radio', { name: 'Có sẵn' }).check();
  await page.getByLabel('Giá, đồng một kg').fill(price);
};
const review = ({ page }: Screen) => page.getByRole('button', { name: 'Xem lại rồi đăng' }).click();
const shown = ({ page }: Screen, alt: string | RegExp) =>
  page.getByRole('img', { name: alt }).evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);

describe('a photo of produce', () => {
  it('taken without a network is kept, shrunk, sent once with its listing, and seen by a buyer without where it was taken', async () => {
    const screen = await desk.open();
    await desk.signIn(screen, desk.farm.login, '/listings/new');
    await screen.page.getByLabel('Loại khác').waitFor();
    await screen.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await screen.context.setOffline(true);
    await screen.page.goto(`${desk.lienket.url}/listings/new`);
    await fill(screen, '62000');
    await choose(screen, taken);
    await screen.page.getByRole('img', { name: 'Sầu riêng, ảnh 1' }).waitFor();
    await screen.page.reload();
    expect(await shown(screen, 'Sầu riêng, ảnh 1')).toEqual([960, 1280]);
    await review(screen);
    await screen.page.getByRole('button', { name: 'Giữ trên máy, có sóng tự gửi' }).click();
    await screen.page.getByText('Chờ gửi', { exact: true }).waitFor();
    await screen.page.getByText('1 ảnh').waitFor();
    expect(await sent()).toEqual([]);

    await screen.context.setOffline(false);
    await screen.page.getByText('Đã gửi').waitFor();
    const [listing] = await sent();
    expect(listing?.photos).toEqual([
      { url: expect.any(String), width: 960, height: 1280, byteCount: expect.any(Number) },
    ]);
    const answer = await photoDesk(desk.lienket).get(listing!.photos[0]!.url, desk.mill.token);
    const kept = Buffer.from(await answer.arrayBuffer());
    console.info(`photo ${String(taken.length)} bytes as taken, ${String(kept.length)} as sent`);
    expect(taken.length).toBeGreaterThan(2_000_000);
    expect(kept.length).toBeLessThanOrEqual(MOST_BYTES);
    expect([taken, kept].map((bytes) => bytes.includes(WHERE_IT_WAS_TAKEN))).toEqual([true, false]);
    expect([taken, kept].map((bytes) => bytes.includes('Exif'))).toEqual([true, false]);
    await screen.page.getByRole('button', { name: 'Xem 1 ảnh: Sầu riêng' }).waitFor();
    expect(screen.troubles.filter((trouble) => !/ERR_INTERNET_DISCONNECTED/.test(trouble))).toEqual([]);
    await screen.context.close();
  });

  it('is seen by a buyer whom the listing fits, small in its card and whole when it is tapped, and nothing moves', async () => {
    await desk.demand(desk.mill.token);
    const [{ id } = { id: '' }] = await desk.demands(desk.mill.token, desk.mill.organizationId);
    const screen = await desk.open();
    await desk.signIn(screen, desk.mill.login, `/demands/${id}/matches`);
    const card = screen.page.getByRole('button', { name: /^Xem 1 ảnh/ });
    await card.locator('img').waitFor();
    await card.click();
    expect(await shown(screen, /ảnh 1$/)).toEqual([960, 1280]);
    await screen.page.getByRole('button', { name: 'Đóng' }).click();
    const moved = await screen.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) =>
            resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
          ).observe({ type: 'layout-shift', buffered: true });
          setTimeout(resolve, 500, 0);
        }),
    );
    expect(moved).toBeLessThanOrEqual(0.02);
    expect(screen.troubles).toEqual([]);
    await screen.context.close();
  });

  it('is one, also where the line is cut before or after the server has it', async () => {
    const screen = await desk.open({ withoutServiceWorker: true });
    await desk.signIn(screen, desk.farm.login, '/listings/new');
    const cuts = ['BEFORE', 'AFTER', 'AFTER'];
    await screen.page.route('**/listings/*/photos', async (route) => {
      const cut = cuts.shift();
      if (cut === undefined) return route.continue();
      if (cut === 'AFTER') await route.fetch();
      return route.abort('connectionreset');
    });
    await fill(screen, '63000');
    await choose(screen, taken, withSegment(await small(screen), exifSegment()));
    await screen.page.getByRole('img', { name: 'Sầu riêng, ảnh 2' }).waitFor();
    await review(screen);
    await screen.page.getByRole('button', { name: 'Đăng tin' }).click();
    await screen.page.getByText('Tin đã đăng, còn 2 ảnh chờ gửi.').waitFor();
    while (cuts.length > 0) {
      const before = cuts.length;
      await screen.page.reload();
      expect(await eventually(() => Promise.resolve(cuts.length < before), 5000)).not.toBeNull();
    }
    await screen.page.reload();
    expect(
      await eventually(async () => (await sent()).length === 2 && (await sent())[0]?.photos.length === 2, 10_000),
    ).not.toBeNull();
    await screen.page.getByText('Chờ gửi', { exact: true }).waitFor({ state: 'detached' });
    expect((await sent())[0]?.photos).toHaveLength(2);
    await screen.context.close();
  });

  it('that is none is told in one sentence, and a fifth one isn’t taken', async () => {
    const screen = await desk.open();
    await desk.signIn(screen, desk.farm.login, '/listings/new');
    await choose(screen, Buffer.from('<svg/>'));
    await screen.page.getByText('Máy không đọc được ảnh này. Chụp lại, hoặc chọn ảnh khác.').waitFor();
    const one = await small(screen);
    await choose(screen, one, one, one, one, one);
    await screen.page.getByText('Mỗi tin nhiều nhất 4 ảnh. Bỏ bớt ảnh rồi thêm.').waitFor();
    await screen.page.getByRole('button', { name: 'Bỏ ảnh 4' }).click();
    await screen.page.getByRole('button', { name: 'Bỏ ảnh 4' }).waitFor({ state: 'detached' });
    await screen.page.getByLabel('Thêm ảnh').waitFor();
    await screen.context.close();
  });

  it('that others see is removed where its listing is changed', async () => {
    const [listing] = await sent();
    const screen = await desk.open();
    await desk.signIn(screen, desk.farm.login, `/listings/${listing!.id}/edit`);
    const first = screen.page.getByRole('button', { name: 'Bỏ ảnh 1' });
    await first.scrollIntoViewIfNeeded();
    // What is still on its way when it is removed is not found.
    for (const image of [/ảnh 1$/, /ảnh 2$/]) await screen.page.getByRole('img', { name: image }).waitFor();
    await first.click();
    await screen.page.getByRole('button', { name: 'Bỏ ảnh 2' }).waitFor({ state: 'detached' });
    expect((await sent())[0]?.photos).toEqual(listing!.photos.slice(1));
    expect(screen.troubles).toEqual([]);
    await screen.context.close();
  });
});

/** Another picture, of few pixels. */
async function small({ page }: Screen): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d')!.fillRect(8, 8, 16, 16);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}
