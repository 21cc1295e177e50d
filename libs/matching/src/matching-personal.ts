import type { PersonalRows } from '@lienket/platform';
import sql from 'sql-template-tag';

export const matchingPersonal: readonly PersonalRows[] = [
  {
    table: 'matching.round',
    columns: ['started_by', 'commodity_codes', 'province_codes', 'status', 'created_at'],
    of: ({ userId }) => sql`from matching.round where started_by = ${userId} order by created_at`,
    atErasure: { heldFor: 'evidence of an act of office' },
  },
];
