import type { Attack } from './round-attacks.js';

const OF_OTHERS = 'select id from market.listing where organization_id <> $1';
const UNSEEN = `${OF_OTHERS} and withdrawn_at is not null and id not in (select posting_id from market.posting_acquaintance)`;

/** What a trader would do to photos of others' listings. */
export const PHOTO_ATTACKS: Readonly<Record<string, Attack>> = {
  'market.listing_photo seen_read': {
    attack: ({ stranger }) => ({
      by: stranger,
      text: `select content from market.listing_photo where listing_id in (${UNSEEN})`,
      values: [stranger.organizationId],
    }),
    mutants: [`platform.actor('role') = 'TRADER'`],
  },
  'market.listing_photo own_add': {
    attack: ({ stranger }) => ({
      by: stranger,
      text: `insert into market.listing_photo (listing_id, position, content, width, height, added_at, added_by)
        select id, 2, '\\xffd800', 16, 16, now(), $2 from (${OF_OTHERS} and market.is_listing_seen(id)) as others limit 1`,
      values: [stranger.organizationId, stranger.userId],
    }),
    mutants: [`added_by = (select platform.actor('user_id'))::uuid`, 'market.is_listing_seen(listing_id)'],
  },
  'market.listing_photo own_drop': {
    attack: ({ stranger }) => ({
      by: stranger,
      text: `delete from market.listing_photo where listing_id in (${OF_OTHERS})`,
      values: [stranger.organizationId],
    }),
    mutants: ['market.is_listing_seen(listing_id)'],
  },
};
