import { useSyncExternalStore } from 'react';

const LOOK_EVERY_MS = 5000;

let wasReached = true;
let looking: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Whether the API was reached the last time that it was asked: a phone may think that it has a network, and have none. */
export function noteReached(isReached: boolean): void {
  clearTimeout(looking);
  if (!isReached) looking = setTimeout(() => void look(), LOOK_EVERY_MS);
  if (isReached === wasReached) return;
  wasReached = isReached;
  for (const listener of listeners) listener();
}

/** An answer of any kind is one; only no answer is none. */
const look = (): Promise<void> =>
  fetch('/health/live', { cache: 'no-store' }).then(
    () => noteReached(true),
    () => noteReached(false),
  );

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

export const useOnline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine && wasReached,
    () => true,
  );
