import type { RetentionRule } from '@lienket/platform';
import sql from 'sql-template-tag';

/** What is kept in memory is made anew each day, and then needs no older changes. */
export const matchingRetention: readonly RetentionRule[] = [
  {
    what: 'changes noted for matching after two days',
    over: sql`from matching.change where noted_at < clock_timestamp() - interval '2 days'`,
  },
];
