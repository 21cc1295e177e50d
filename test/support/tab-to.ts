import type { Page } from 'playwright-core';

const MOST_TABS = 80;

/** Tabs on until what has the focus is called so. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(focused)) === name) return;
  }
  throw new Error(`Nothing called ${name} is reached by ${String(MOST_TABS)} tabs.`);
}

function focused(): string {
  const { activeElement } = document;
  const labels = (activeElement as HTMLInputElement | null)?.labels;
  return (
    activeElement?.getAttribute('aria-label') ??
    labels?.[0]?.textContent ??
    activeElement?.textContent ??
    ''
  ).trim();
}
