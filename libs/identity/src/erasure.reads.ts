import type { Queryable } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { Erased } from './erasure.store.js';

/** For the worker's role, which sees who was erased and nothing else of it. */
export const erasedPeople = (from: Queryable): Promise<Erased[]> =>
  from.query<Erased>(sql`select user_id as "userId", at from identity.erasure order by at, user_id`);
