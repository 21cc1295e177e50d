import type { RetentionRule } from '@lienket/platform';
import sql from 'sql-template-tag';

/** What was told stays in the contract; who has read it goes with it. */
export const noticesRetention: readonly RetentionRule[] = [
  {
    what: 'notices after 90 days',
    over: sql`from notices.notice where at < clock_timestamp() - interval '90 days'`,
  },
];
