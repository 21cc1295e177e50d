import type { RetentionRule } from '@lienket/platform';
import sql from 'sql-template-tag';

/** What was imported stays; that it came from a file, and the rows that came back, go. */
export const importsRetention: readonly RetentionRule[] = [
  {
    what: 'imports, and rows that came back, after 90 days',
    over: sql`from imports.import where created_at < clock_timestamp() - interval '90 days'`,
  },
];
