import { askingHeaders } from '../app/client';
import type { KeptPhoto } from './photo';

/** What became of a photo: the API has it; it is to be sent again; or the API said no, in its words. */
export type PhotoSending = 'SENT' | 'LATER' | { readonly message: string };

/** Longer than the API waits for a request. */
const SENT_WITHIN_MS = 20_000;
const UNDECIDED = [401, 408, 429];

/** However often it is sent, it is one photo: the API knows it by its bytes. */
export async function sendPhoto(listingId: string, { jpeg }: KeptPhoto): Promise<PhotoSending> {
  try {
    const answer = await fetch(`/listings/${listingId}/photos`, {
      method: 'POST',
      headers: { ...askingHeaders(), 'content-type': 'image/jpeg' },
      body: jpeg,
      signal: AbortSignal.timeout(SENT_WITHIN_MS),
    });
    if (answer.ok) return 'SENT';
    if (UNDECIDED.includes(answer.status) || answer.status >= 500) return 'LATER';
    const { errors } = (await answer.json()) as { readonly errors: readonly [{ readonly message: string }] };
    return errors[0];
  } catch {
    return 'LATER';
  }
}

/** The API sends one account three files at once; one is left for what is sent meanwhile. */
const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let loadingCount = 0;

/** @returns an address on this device, to be given back; null where the photo isn't to be had now */
export async function loadPhoto(path: string): Promise<string | null> {
  if (loadingCount >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  loadingCount += 1;
  try {
    const answer = await fetch(path, { headers: askingHeaders() });
    return answer.ok ? URL.createObjectURL(await answer.blob()) : null;
  } catch {
    return null;
  } finally {
    loadingCount -= 1;
    waiting.shift()?.();
  }
}
