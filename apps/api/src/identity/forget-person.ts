import { EraseAgain, erasedPeople, type Erased } from '@lienket/identity';
import { Commands, Database, isUuid, readConfig, urlOf, type Config, type DatabaseAddresses } from '@lienket/platform';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import 'reflect-metadata';
import { migrateDatabase } from '../../../../database/migrate.js';
import { personalRows } from './personal-rows.js';

export interface ListOfErased {
  readonly act: 'list' | 'replay';
  /** A line for each: id and instant. */
  readonly file: string;
}

/** Keeps a list of the erased outside of backups, and erases them again after one was restored. @returns what to tell the person at the keyboard */
export async function main(
  { act, file }: ListOfErased,
  config: Config = readConfig(),
): Promise<{ ok: boolean; message: string }> {
  await migrateDatabase(config);
  if (act === 'replay' && !existsSync(file)) return { ok: false, message: `There is no ${file}: nobody was erased.` };
  const listed = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const wrong = listed.findIndex((line) => readLine(line) === null);
  if (wrong >= 0)
    return { ok: false, message: `Line ${String(wrong + 1)} of ${file} is no id and instant: nothing was done.` };
  const all = union(
    listed.flatMap((line) => readLine(line) ?? []),
    await keptHere(config),
  );
  return act === 'list' ? list(file, all, listed.length) : replay(all, config);
}

/** What the database knows is added to what the list has: one that was just restored knows fewer. */
function union(listed: readonly Erased[], kept: readonly Erased[]): Erased[] {
  return [...new Map([...kept, ...listed].map((erased) => [erased.userId, erased])).values()];
}

function list(file: string, all: readonly Erased[], before: number): { ok: true; message: string } {
  writeFileSync(file, all.map(({ userId, at }) => `${userId} ${at.toISOString()}\n`).join(''), { mode: 0o600 });
  return {
    ok: true,
    message: `${String(all.length)} erased people in ${file}, ${String(all.length - before)} of them new.`,
  };
}

function readLine(line: string): Erased | null {
  const [userId = '', instant = '', ...more] = line.trim().split(' ');
  const at = new Date(instant);
  return isUuid(userId) && !Number.isNaN(at.getTime()) && more.length === 0 ? { userId, at } : null;
}

const keptHere = (config: DatabaseAddresses): Promise<Erased[]> =>
  connected(urlOf('lienket_worker', config), erasedPeople);

async function replay(all: readonly Erased[], config: DatabaseAddresses): Promise<{ ok: true; message: string }> {
  const back = await connected(urlOf('lienket_api', config), async (database) => {
    const erases = new EraseAgain(database, new Commands(database));
    let count = 0;
    for (const erased of all) if (await erases.execute(erased, personalRows)) count += 1;
    return count;
  });
  return { ok: true, message: `${String(back)} of ${String(all.length)} had come back, and are erased again.` };
}

async function connected<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await Database.connect(url, 1, []);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
