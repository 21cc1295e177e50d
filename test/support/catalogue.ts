import type pg from 'pg';

/** Everything that a schema says of its tables, one line each: the same for two databases of one schema. */
export async function catalogueOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(CATALOGUE);
  return rows.map(({ line }) => line);
}

const CATALOGUE = `
with relation as (
  select c.oid::regclass as name, c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('platform', 'identity', 'registry', 'market', 'contracts', 'imports', 'notices', 'participation', 'matching', 'public')
)
select concat_ws(' ', 'relation', name, relkind, relpersistence, relrowsecurity, relforcerowsecurity, relowner::regrole, relacl, reloptions,
  obj_description(oid, 'pg_class')) as line from relation where relkind <> 'i'
union all
select concat_ws(' ', 'column', attrelid::regclass, attnum, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, attacl,
  pg_get_expr(adbin, adrelid), col_description(attrelid, attnum))
from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
where attnum > 0 and not attisdropped and attrelid in (select oid from relation where relkind in ('r', 'v'))
union all
select concat_ws(' ', 'index', pg_get_indexdef(indexrelid), indisvalid, indisready, indisunique, indisprimary, indisreplident, indisclustered)
from pg_index where indrelid in (select oid from relation)
union all
select concat_ws(' ', 'constraint', conrelid::regclass, conname, contype, convalidated, condeferrable, condeferred, pg_get_constraintdef(oid))
from pg_constraint where conrelid in (select oid from relation)
union all
select concat_ws(' ', 'trigger', pg_get_triggerdef(oid), tgenabled) from pg_trigger where tgrelid in (select oid from relation) and not tgisinternal
union all
select concat_ws(' ', 'policy', polrelid::regclass, polname, polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid),
  pg_get_expr(polwithcheck, polrelid)) from pg_policy where polrelid in (select oid from relation)
union all
select concat_ws(' ', 'view', name, pg_get_viewdef(oid)) from relation where relkind = 'v'
union all
select concat_ws(' ', 'function', proname, proowner::regrole, proacl, md5(pg_get_functiondef(p.oid)))
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('platform', 'identity', 'registry', 'market', 'contracts', 'imports', 'notices', 'participation', 'matching')
order by line`;
