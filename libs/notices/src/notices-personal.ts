import type { PersonalRows } from '@lienket/platform';
import sql from 'sql-template-tag';

export const noticesPersonal: readonly PersonalRows[] = [
  {
    table: 'notices.read_mark',
    columns: ['user_id', 'notice_id'],
    of: ({ userId }) => sql`from notices.read_mark where user_id = ${userId}`,
    atErasure: 'GONE',
  },
  {
    table: 'notices.email',
    columns: ['user_id', 'notice_id', 'settled_at', 'outcome'],
    of: ({ userId }) => sql`from notices.email where user_id = ${userId}`,
    atErasure: 'GONE',
  },
  {
    table: 'notices.notice',
    columns: ['user_id', 'kind', 'claimed_id', 'at'],
    of: ({ userId }) => sql`from notices.notice where user_id = ${userId}`,
    atErasure: 'GONE',
  },
];
