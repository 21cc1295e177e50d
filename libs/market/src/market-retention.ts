import type { RetentionRule } from '@lienket/platform';
import sql from 'sql-template-tag';

/** A listing stays, for what contracts say of it; what it looked like is of no use any more. */
export const marketRetention: readonly RetentionRule[] = [
  {
    what: 'photos of listings that were withdrawn or over a year ago',
    over: sql`from market.listing_photo where market.is_long_over(listing_id)`,
  },
];
