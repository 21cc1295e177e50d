import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openConsoleDesk } from '../support/console-desk.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
beforeAll(async () => {
  desk = await openConsoleDesk();
});
afterAll(() => desk.close());

/** As the page is read: how much of what was seen moved by itself (CLS), and whether its title was gone again for a moment. */
function watch(): void {
  const seen = { moved: 0, wasEmptied: false };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.moved += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  let wasThere = false;
  new MutationObserver(() => {
    const isThere = document.querySelector('#console h1') !== null;
    seen.wasEmptied ||= wasThere && !isThere;
    wasThere ||= isThere;
  }).observe(document, { childList: true, subtree: true });
}

const seenOn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seen: { moved: number; wasEmptied: boolean } }).seen);

describe('who comes for the first time', () => {
  it.each([
    ['/', 'Lienket'],
    ['/participation', 'Tỷ lệ tham gia liên kết chuỗi giá trị'],
    ['/participation?province=82', 'Tỷ lệ tham gia liên kết chuỗi giá trị'],
  ])('reads at %s what the page is before any code has come', async (path, title) => {
    const { page, context } = await desk.open({ withoutServiceWorker: true });
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${desk.lienket.url}${path}`);
    expect(await page.locator('h1').textContent()).toBe(title);
    const colour = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(await colour('main [class*=button]')).not.toBe('rgba(0, 0, 0, 0)');
    await context.close();
  });

  it.each([
    ['/', 390],
    ['/', 1440],
    ['/participation', 390],
    ['/participation', 1440],
  ] as const)('sees it stay where it is at %s, on %d pixels', async (path, width) => {
    const { page, context, troubles } = await desk.open({ withoutServiceWorker: true, width });
    await page.addInitScript(watch);
    await page.goto(`${desk.lienket.url}${path}`);
    await page.locator('main [translate=no]').first().waitFor();
    await page.waitForLoadState('networkidle');
    const { moved, wasEmptied } = await seenOn(page);
    expect(moved).toBeLessThanOrEqual(0.02);
    expect(wasEmptied).toBe(false);
    expect(troubles).toEqual([]);
    await context.close();
  });
});

it('a form moves nothing either', async () => {
  const screen = await desk.open({ withoutServiceWorker: true });
  await desk.signIn(screen, desk.farm.login);
  await screen.page.addInitScript(watch);
  await screen.page.goto(`${desk.lienket.url}/listings/new`);
  await screen.page.waitForLoadState('networkidle');
  expect((await seenOn(screen.page)).moved).toBeLessThanOrEqual(0.02);
});
