import sql, { type Sql } from 'sql-template-tag';

/** Whose data it is. */
export interface Person {
  readonly userId: string;
  /** The organization they act for. */
  readonly organizationId: string | null;
}

/** What becomes of rows when their person is erased: they go, they lose what says who it was, or they stay, and why. */
export type Fate =
  'GONE' | { readonly change: (person: Person & { readonly login: string }) => Sql } | { readonly heldFor: string };

/** What a room keeps of a person in one table, and gives them when they ask. */
export interface PersonalRows {
  readonly table: string;
  readonly columns: readonly string[];
  /** `from … where …`: theirs. */
  readonly of: (person: Person) => Sql;
  readonly atErasure: Fate;
}

export const platformPersonal: readonly PersonalRows[] = [
  {
    table: 'platform.idempotency_record',
    columns: ['user_id', 'key', 'fingerprint', 'result', 'created_at'],
    of: ({ userId }) => sql`from platform.idempotency_record where user_id = ${userId}`,
    atErasure: 'GONE',
  },
];
