import sql, { type Sql } from 'sql-template-tag';

/** Whose data it is. */
export interface Person {
  readonly userId: string;
  /** The organization they act for. */
  readonly organizationId: string | null;
}

/** What a room keeps of a person in one table, and gives them when they ask. */
export interface PersonalRows {
  readonly table: string;
  readonly columns: readonly string[];
  /** `from … where …`: theirs. */
  readonly of: (person: Person) => Sql;
}

export const platformPersonal: readonly PersonalRows[] = [
  {
    table: 'platform.idempotency_record',
    columns: ['user_id', 'key', 'fingerprint', 'result', 'created_at'],
    of: ({ userId }) => sql`from platform.idempotency_record where user_id = ${userId}`,
  },
];
