import { givenUrlOf, urlOf, type DatabaseAddresses } from '@lienket/platform';
import pg from 'pg';

/** A role that connects has a password, and the API's may not ask for long; the third only lends its rights. */
const ROLES = {
  lienket_api: [
    `create role lienket_api login noinherit`,
    `alter role lienket_api set statement_timeout = '2s'`,
    `alter role lienket_api set lock_timeout = '1s'`,
  ],
  lienket_worker: [`create role lienket_worker login noinherit`],
  lienket_sight: [
    `create role lienket_sight nologin noinherit`,
    `grant lienket_sight to current_user with inherit false`,
  ],
} as const;
type Role = keyof typeof ROLES;
const INVALID_LOGIN = /^28/;

/** Creates the roles that the server hasn't; says what an administrator has to run where this user may not. */
export async function ensureRoles(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: Role; user: string; mayCreate: boolean }>(
    `select role.name, current_user as "user", (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayCreate"
     from unnest($1::text[]) as role (name) where not exists (select from pg_roles where rolname = role.name)`,
    [Object.keys(ROLES)],
  );
  const statements = rows.flatMap(({ name }) => ROLES[name]);
  if (rows[0] && !rows[0].mayCreate) throw new Error(remedy(statements, rows[0].user));
  for (const statement of statements) await owner.query(statement);
}

const remedy = (statements: readonly string[], user: string): string =>
  'The database is without roles that Lienket needs, and the user of DATABASE_URL may not create them. An administrator runs: ' +
  `${statements.join('; ').replace('current_user', user)}; gives lienket_api and lienket_worker passwords, and puts the addresses ` +
  'with them into LIENKET_API_DATABASE_URL and LIENKET_WORKER_DATABASE_URL.';

/** Where nobody else keeps a role's password, it is the one that its address tells. */
export async function letIn(owner: pg.Client, addresses: DatabaseAddresses): Promise<void> {
  for (const role of ['lienket_api', 'lienket_worker'] as const) {
    const url = urlOf(role, addresses);
    if (givenUrlOf(role, addresses) !== undefined || (await isLetIn(url))) continue;
    const { rows } = await owner.query<{ statement: string }>(
      `select format('alter role %I password %L', $1::text, $2::text) as statement`,
      [role, new URL(url).password],
    );
    for (const { statement } of rows) await owner.query(statement);
  }
}

async function isLetIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (INVALID_LOGIN.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}
