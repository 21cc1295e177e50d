import { setTimeout as sleep } from 'node:timers/promises';

/** Ends the wait for the next value at once when the subscriber leaves; a generator alone would wait for it first. */
export function endable<T>(values: AsyncGenerator<T>, ended: AbortController): AsyncIterableIterator<T> {
  const end = () => {
    ended.abort();
    return values.return(undefined);
  };
  return { [Symbol.asyncIterator]: () => endable(values, ended), next: () => values.next(), return: end };
}

/** @returns false where the subscriber has left meanwhile. */
export const paused = (pauseMs: number, ended: AbortSignal): Promise<boolean> =>
  sleep(pauseMs, true, { signal: ended, ref: false }).catch(() => false);
