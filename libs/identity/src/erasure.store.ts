import type { Person, PersonalRows, Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import { letGo } from './people.store.js';

/** Who was erased when; the id leads to nobody any more. */
export interface Erased {
  readonly userId: string;
  readonly at: Date;
}

type Held = Readonly<Record<string, { readonly rowCount: number; readonly why: string }>>;

/** Takes away what says who the actor was, room by room from the lowest up, and keeps what stays of them and why. */
export async function erase(
  tx: Transaction,
  person: Person & { readonly login: string },
  personal: readonly PersonalRows[],
  at: Date,
): Promise<void> {
  if (person.organizationId !== null) await letGo(tx, person.userId);
  await tx.query(sql`select identity.drop_own_invitations()`);
  const held: Record<string, Held[string]> = {};
  for (const { table, of, atErasure } of personal) {
    if (atErasure === 'GONE') await tx.query(sql`delete ${of(person)}`);
    else if ('change' in atErasure) await tx.query(atErasure.change(person));
    else {
      const [counted] = await tx.query<{ count: number }>(sql`select count(*) from (select 1 ${of(person)}) as theirs`);
      if (counted && counted.count > 0) held[table] = { rowCount: counted.count, why: atErasure.heldFor };
    }
  }
  await keepErasure(tx, { userId: person.userId, at }, held);
}

/** What is kept of it already stays as it is. */
export async function keepErasure(tx: Transaction, { userId, at }: Erased, held: Held = {}): Promise<void> {
  await tx.query(sql`
    insert into identity.erasure (user_id, at, held) values (${userId}, ${at}, ${JSON.stringify(held)}::jsonb)
    on conflict do nothing`);
}
