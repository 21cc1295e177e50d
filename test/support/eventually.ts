import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until it is so. @returns after how many milliseconds; null where it didn't become so in time. */
export async function eventually(isSo: () => Promise<boolean>, withinMs: number): Promise<number | null> {
  const from = Date.now();
  while (Date.now() - from < withinMs) {
    if (await isSo()) return Date.now() - from;
    await sleep(50);
  }
  return null;
}
