import type { Client, OperationResult } from '@urql/core';
import { get, update } from 'idb-keyval';
import { useSyncExternalStore } from 'react';
import { askingOnce, codeOf, faultyFieldOf, isUndecided } from '../app/client';
import { currentSession } from '../app/session';
import type { KeptPhoto } from './photo';
import { demandInput, listingInput, type PostingContent, type PostingKind } from './posting';
import { sendPhoto } from './sent-photos';
import { CreateDemand, CreateListing, UpdateDemand, UpdateListing } from './sent-documents';

/** A new posting, or the whole new content of one, that waits on this device until the API has it. */
export interface Unsent extends ToSend {
  /** Its idempotency key: however often it is sent, it is posted once. */
  readonly key: string;
  readonly writtenAt: number;
  /** The listing is there: its photos alone are still to be sent. */
  readonly listingId?: string;
  /** It isn't sent again: the API said no, in these words, of this field; or it waited for so long that it could be posted twice. */
  readonly refusal?: { readonly message: string; readonly field: string | undefined } | 'TOO_OLD';
}

interface ToSend {
  readonly kind: PostingKind;
  /** Of the posting that it changes; null for a new one. */
  readonly id: string | null;
  readonly content: PostingContent;
  /** Of a listing: sent one by one once it is there. What an older console has kept has none. */
  readonly photos?: readonly KeptPhoto[];
}

/** What the API answers, under whichever name was asked for. */
type Posted = Readonly<Record<string, { readonly id: string }>>;

/** The API forgets keys after 30 days: what is older could be posted twice. */
const KEY_HOLDS_MS = 29 * 86_400_000;
const NOTHING: readonly Unsent[] = [];

let unsent = NOTHING;
const listeners = new Set<() => void>();

const placeOf = (userId: string): string => `unsent-postings/${userId}`;

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

export const useUnsent = (): readonly Unsent[] =>
  useSyncExternalStore(
    subscribe,
    () => unsent,
    () => NOTHING,
  );

/** Keeps a posting on the device; from then on it is sent, now or when there is a network. */
export const keepToSend = (userId: string, posting: ToSend): Promise<void> =>
  change(userId, (items) => [...items, { ...posting, key: crypto.randomUUID(), writtenAt: Date.now() }]);

export const takeBack = (userId: string, key: string): Promise<void> =>
  change(userId, (items) => items.filter((item) => item.key !== key));

/** Sends what waits, the oldest first, one tab at a time; stops where the API can't be reached. */
export async function sendUnsent(client: Client): Promise<void> {
  const userId = currentSession()?.userId;
  await look(userId);
  if (userId === undefined) return;
  await navigator.locks.request(placeOf(userId), async () => {
    const kept = (await get<readonly Unsent[]>(placeOf(userId))) ?? NOTHING;
    for (const item of kept.filter(({ refusal }) => !refusal)) if (!(await sendOne(client, userId, item))) return;
  });
}

/** @returns whether the next one is worth trying */
async function sendOne(client: Client, userId: string, item: Unsent): Promise<boolean> {
  const { key, writtenAt, listingId } = item;
  const become = (more: Partial<Unsent>) =>
    change(userId, (items) => items.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const refuse = (refusal: NonNullable<Unsent['refusal']>) => become({ refusal });
  if (listingId !== undefined) return sendPhotos(userId, { ...item, listingId }, become);
  if (Date.now() - writtenAt > KEY_HOLDS_MS) {
    await refuse('TOO_OLD');
    return true;
  }
  const { data, error } = await post(client, item);
  const posted = data && Object.values(data)[0];
  if (posted && item.photos?.length) {
    const listed = { listingId: posted.id };
    await become(listed);
    return sendPhotos(userId, { ...item, ...listed }, become);
  }
  if (data) await takeBack(userId, key);
  else if (!error || isUndecided(error) || codeOf(error) === 'UNAUTHENTICATED') return false;
  else await refuse({ message: error.graphQLErrors[0]?.message ?? error.message, field: faultyFieldOf(error) });
  return true;
}

/** One by one, so that one that has come isn't sent again. */
async function sendPhotos(
  userId: string,
  { key, photos = [], listingId }: Unsent & { readonly listingId: string },
  become: (more: Partial<Unsent>) => Promise<void>,
): Promise<boolean> {
  for (const [index, photo] of photos.entries()) {
    const sent = await sendPhoto(listingId, photo);
    if (sent === 'LATER') return false;
    if (sent !== 'SENT') {
      await become({ refusal: { message: sent.message, field: undefined } });
      return true;
    }
    await become({ photos: photos.slice(index + 1) });
  }
  await takeBack(userId, key);
  return true;
}

function post(client: Client, { key, kind, id, content }: Unsent): Promise<OperationResult<Posted>> {
  const once = askingOnce(key);
  if (kind === 'LISTING') {
    const input = listingInput(content);
    return id === null
      ? client.mutation(CreateListing, { input }, once).toPromise()
      : client.mutation(UpdateListing, { id, input }, once).toPromise();
  }
  const input = demandInput(content);
  return id === null
    ? client.mutation(CreateDemand, { input }, once).toPromise()
    : client.mutation(UpdateDemand, { id, input }, once).toPromise();
}
