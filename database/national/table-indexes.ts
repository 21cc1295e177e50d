import type pg from 'pg';

/** An index, a constraint or a trigger that was taken away, and the statement that puts it back as it was. */
interface Taken {
  readonly table: string;
  readonly isReference: boolean;
  readonly drop: string;
  readonly restore: string;
}

/**
 * The indexes of some tables, what rests on them, and the triggers that note changes for rankings in memory, which nobody makes of a database
 * that is not whole yet: without them rows come in fast, and each index is built at once afterwards.
 */
export interface TakenIndexes {
  readonly restoreOf: (client: pg.Client, table: string) => Promise<void>;
  /** Once every table has its keys again. */
  readonly restoreReferences: (client: pg.Client) => Promise<void>;
}

export async function takeIndexes(client: pg.Client, tables: readonly string[]): Promise<TakenIndexes> {
  const { rows: taken } = await client.query<Taken>(TAKEN, [tables]);
  // References first: nothing may rest on a key that goes.
  for (const { drop } of [...taken].sort((a, b) => Number(b.isReference) - Number(a.isReference)))
    await client.query(drop);
  const restore = async (restorer: pg.Client, chosen: readonly Taken[]) => {
    for (const { restore: statement } of chosen) await restorer.query(statement);
  };
  return {
    restoreOf: (restorer, table) =>
      restore(
        restorer,
        taken.filter((one) => one.table === table && !one.isReference),
      ),
    restoreReferences: (restorer) =>
      restore(
        restorer,
        taken.filter((one) => one.isReference),
      ),
  };
}

const TAKEN = `
  select c.conrelid::regclass::text as "table", c.contype = 'f' as "isReference",
    format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
    format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as restore
  from pg_constraint c
  where c.contype in ('p', 'u', 'x') and c.conrelid = any($1::regclass[])
    or c.contype = 'f' and (c.conrelid = any($1::regclass[]) or c.confrelid = any($1::regclass[]))
  union all
  select i.indrelid::regclass::text, false, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
  from pg_index i
  where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype <> 'f')
  union all
  select t.tgrelid::regclass::text, false, format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
    format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname)
  from pg_trigger t join pg_proc p on p.oid = t.tgfoid
  where t.tgrelid = any($1::regclass[]) and p.pronamespace = 'matching'::regnamespace
  order by 1, 3`;
