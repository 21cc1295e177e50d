import type { PersonalRows } from '@lienket/platform';
import sql from 'sql-template-tag';

/** Where goods lie may be where somebody lives. */
export const marketPersonal: readonly PersonalRows[] = [
  {
    table: 'market.listing',
    columns: ['id', 'latitude', 'longitude'],
    of: ({ organizationId }) =>
      sql`from market.listing where organization_id = ${organizationId}::uuid and latitude is not null order by id`,
    atErasure: { heldFor: 'the organization’s offer' },
  },
  {
    table: 'market.demand',
    columns: ['id', 'latitude', 'longitude'],
    of: ({ organizationId }) =>
      sql`from market.demand where buyer_id = ${organizationId}::uuid and latitude is not null order by id`,
    atErasure: { heldFor: 'the organization’s offer' },
  },
  {
    table: 'market.listing_photo',
    columns: ['id', 'listing_id', 'added_at', 'added_by'],
    of: ({ userId }) => sql`from market.listing_photo where added_by = ${userId} order by id`,
    atErasure: { heldFor: 'the organization’s offer' },
  },
];
