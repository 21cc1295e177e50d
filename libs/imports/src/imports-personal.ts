import type { PersonalRows } from '@lienket/platform';
import sql from 'sql-template-tag';

export const importsPersonal: readonly PersonalRows[] = [
  {
    table: 'imports.import',
    columns: ['started_by', 'kind', 'file_name', 'status', 'created_at'],
    of: ({ userId }) => sql`from imports.import where started_by = ${userId}`,
    atErasure: 'GONE',
  },
];
