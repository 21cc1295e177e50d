import { Clock, readConfig, type Config, type DatabaseAddresses, type Day } from '@lienket/platform';
import pg from 'pg';
import 'reflect-metadata';
import { migrateDatabase } from '../migrate.js';
import { loadNational } from './load-national.js';

const SEED = 20_300_101;

export interface NationalOptions {
  readonly scale: number;
  readonly seed?: number | undefined;
  /** Around which the market lies; the day in Vietnam by default. */
  readonly today?: Day | undefined;
  /** Makes it anew where it is there already. */
  readonly again: boolean;
}

/** Makes the database of national data on the server of DATABASE_URL, or says what is in it. It has its name only once it is whole. */
export async function main(
  { scale, seed = SEED, today = new Clock().today(), again }: NationalOptions,
  config: Config = readConfig(),
): Promise<{ ok: boolean; message: string }> {
  const name = `lienket_national_${String(scale).replace('.', '_')}`;
  const server = new pg.Client({ connectionString: config.DATABASE_URL });
  await server.connect();
  try {
    const there = await contentOf(server, name);
    if (there !== null && !again)
      return {
        ok: true,
        message: `${name} is there: ${there}. To make it anew: npm run national -- --scale ${scale} --again`,
      };
    const unfinished = `${name}_unfinished`;
    await run(server, 'drop database if exists %1$I with (force)', unfinished);
    await run(server, 'create database %1$I', unfinished);
    const addresses = addressesOf(config, unfinished);
    await migrateDatabase(addresses);
    const began = performance.now();
    const elapsed = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
    const progress = (step: string) => console.log(`${elapsed().padStart(8)}  ${step}`);
    const { digest } = await loadNational(addresses.DATABASE_URL, { scale, seed, today, progress });
    const content = `scale ${scale}, seed ${seed}, day ${today}, digest ${digest}`;
    await run(server, 'comment on database %1$I is %2$L', unfinished, content);
    await run(server, 'drop database if exists %1$I with (force)', name);
    await run(server, 'alter database %1$I rename to %2$I', unfinished, name);
    return { ok: true, message: `${name} was loaded in ${elapsed()}: ${content}` };
  } finally {
    await server.end();
  }
}

/** What a database says of itself; null where there is none. */
async function contentOf(server: pg.Client, name: string): Promise<string | null> {
  const { rows } = await server.query<{ content: string }>(
    `select coalesce(shobj_description(oid, 'pg_database'), '') as content from pg_database where datname = $1`,
    [name],
  );
  return rows[0]?.content ?? null;
}

/** A name can't be a parameter of such a statement: the server writes it into the form. */
async function run(server: pg.Client, form: string, ...values: [string, string?]): Promise<void> {
  const { rows } = await server.query<{ statement: string }>('select format($1, variadic $2::text[]) as statement', [
    form,
    values,
  ]);
  for (const { statement } of rows) await server.query(statement);
}

/** The same server and roles, another database. */
function addressesOf(config: Config, name: string): DatabaseAddresses {
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const { DATABASE_URL, LIENKET_API_DATABASE_URL: api, LIENKET_WORKER_DATABASE_URL: worker } = config;
  return {
    DATABASE_URL: at(DATABASE_URL),
    LIENKET_API_DATABASE_URL: api && at(api),
    LIENKET_WORKER_DATABASE_URL: worker && at(worker),
  };
}
