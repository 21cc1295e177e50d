import sql from 'sql-template-tag';
import { jpegOf } from './jpegs.js';
import type { Lienket } from './lienket.js';

/** What people do with photos of listings. */
export function photoDesk({ url }: Pick<Lienket, 'url'>) {
  const bearer = (token?: string): Record<string, string> =>
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const send = (listingId: string, photo: Buffer, token?: string, type = 'image/jpeg') =>
    fetch(`${url}/listings/${listingId}/photos`, {
      method: 'POST',
      headers: { 'content-type': type, 'accept-language': 'en', ...bearer(token) },
      body: new Uint8Array(photo),
    });
  return {
    send,
    get: (path: string, token?: string) => fetch(`${url}${path}`, { headers: bearer(token) }),
    /** @returns its id */
    async add(listingId: string, token: string, photo = jpegOf()): Promise<string> {
      const answer = await send(listingId, photo, token);
      if (answer.status !== 201) throw new Error(`Refused: ${await answer.text()}`);
      return ((await answer.json()) as { id: string }).id;
    },
  };
}

/** The photo that its listing has had before. */
export async function photoOf({ owner }: Pick<Lienket, 'owner'>, listingId: string): Promise<string> {
  const [photo] = await owner.query<{ id: string }>(sql`
    insert into market.listing_photo (listing_id, position, content, width, height, added_at, added_by)
    values (${listingId}, 1, ${jpegOf()}, 16, 16, now(), uuidv7())
    on conflict (listing_id, position) do update set added_at = now() returning id`);
  return photo!.id;
}
