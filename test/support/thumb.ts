import type { Screen } from './console-desk.js';

/** A click is a tap: they are counted. */
export function thumb({ page }: Screen) {
  let taps = 0;
  return {
    get taps() {
      return taps;
    },
    async tap(role: 'button' | 'link' | 'radio', name: string | RegExp, within = 'body') {
      await page.locator(within).getByRole(role, { name }).click();
      taps += 1;
    },
    async choose(label: string, option: string) {
      await page.getByLabel(label).selectOption({ label: option });
      taps += 1;
    },
  };
}
