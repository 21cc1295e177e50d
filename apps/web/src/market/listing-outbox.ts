import type { Client } from '@urql/core';
import { get, update } from 'idb-keyval';
import { useEffect, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { askingOnce, codeOf, faultyFieldOf, isUndecided } from '../app/client';
import { useOnline } from '../app/network';
import { currentSession, useSession } from '../app/session';
import { CreateListing } from './documents';
import type { ListingInput } from './listing-draft';

/** A listing that waits on this device until the API has it. */
export interface Unsent {
  /** Its idempotency key: however often it is sent, it is listed once. */
  readonly key: string;
  readonly input: ListingInput;
  readonly writtenAt: number;
  /** It isn't sent again: the API said no, in these words, of this field; or it waited for so long that it could be listed twice. */
  readonly refusal?: { readonly message: string; readonly field: string | undefined } | 'TOO_OLD';
}

const TRY_EVERY_MS = 15_000;
/** The API forgets keys after 30 days: what is older could be listed twice. */
const KEY_HOLDS_MS = 29 * 86_400_000;
const NOTHING: readonly Unsent[] = [];

let unsent = NOTHING;
const listeners = new Set<() => void>();

const placeOf = (userId: string): string => `unsent-listings/${userId}`;

async function change(userId: string, how: (items: readonly Unsent[]) => readonly Unsent[]): Promise<void> {
  await update<readonly Unsent[]>(placeOf(userId), (items = NOTHING) => how(items));
  await look(userId);
}

async function look(userId: string | undefined): Promise<void> {
  unsent = (userId === undefined ? undefined : await get<readonly Unsent[]>(placeOf(userId))) ?? NOTHING;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useUnsent = (): readonly Unsent[] => useSyncExternalStore(subscribe, () => unsent);

/** Keeps a listing on the device; from then on it is sent, now or when there is a network. */
export const keepToSend = (userId: string, input: ListingInput): Promise<void> =>
  change(userId, (items) => [...items, { key: crypto.randomUUID(), input, writtenAt: Date.now() }]);

export const takeBack = (userId: string, key: string): Promise<void> =>
  change(userId, (items) => items.filter((item) => item.key !== key));

/** Sends what waits, the oldest first, one tab at a time; stops where the API can't be reached. */
export async function sendUnsent(client: Client): Promise<void> {
  const userId = currentSession()?.userId;
  if (userId === undefined) return;
  await navigator.locks.request(placeOf(userId), async () => {
    const kept = (await get<readonly Unsent[]>(placeOf(userId))) ?? NOTHING;
    for (const item of kept.filter(({ refusal }) => !refusal)) if (!(await sendOne(client, userId, item))) return;
  });
}

/** @returns whether the next one is worth trying */
async function sendOne(client: Client, userId: string, { key, input, writtenAt }: Unsent): Promise<boolean> {
  const refuse = (refusal: NonNullable<Unsent['refusal']>) =>
    change(userId, (items) => items.map((item) => (item.key === key ? { ...item, refusal } : item)));
  if (Date.now() - writtenAt > KEY_HOLDS_MS) {
    await refuse('TOO_OLD');
    return true;
  }
  const { data, error } = await client.mutation(CreateListing, { input }, askingOnce(key)).toPromise();
  if (data) await takeBack(userId, key);
  else if (!error || isUndecided(error) || codeOf(error) === 'UNAUTHENTICATED') return false;
  else await refuse({ message: error.graphQLErrors[0]?.message ?? error.message, field: faultyFieldOf(error) });
  return true;
}

/** Sends at once, when the API can be reached again, and now and then. */
export function useSending(): void {
  const client = useClient();
  const userId = useSession()?.userId;
  const isOnline = useOnline();
  useEffect(() => {
    const send = () => void sendUnsent(client);
    void look(userId).then(send);
    if (!isOnline) return undefined;
    const ticker = setInterval(send, TRY_EVERY_MS);
    return () => clearInterval(ticker);
  }, [client, userId, isOnline]);
}
