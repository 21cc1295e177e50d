import {
  Clock,
  Commands,
  Database,
  readConfig,
  readForm,
  rejectedBook,
  templateBook,
  UnreadableForm,
  type Config,
} from '@lienket/platform';
import {
  ImportRegister,
  REGISTER_FORM,
  readRegister,
  registryEntities,
  UnreadableRegister,
  writeRejected,
} from '@lienket/registry';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import 'reflect-metadata';
import { migrateDatabase } from '../../../database/migrate.js';

/** What to tell the person at the keyboard, and whether it worked. */
export interface ImportReport {
  readonly ok: boolean;
  readonly message: string;
}

/** Writes an empty register in Excel, with a sheet that says what its columns hold. */
export async function writeTemplate(path: string): Promise<ImportReport> {
  if (existsSync(path)) return { ok: false, message: `${path} is there already; it stays as it is.` };
  await writeFile(path, templateBook(REGISTER_FORM));
  return { ok: true, message: `${path} is an empty register to be filled in.` };
}

/** Imports a register, in Excel or CSV; rows that can't be taken stand in a file beside it, and then nothing was imported. */
export async function main(path: string, config: Config = readConfig()): Promise<ImportReport> {
  const isBook = /\.xlsx$/i.test(path);
  await migrateDatabase(config);
  const database = await Database.connect(config.DATABASE_URL, config.LIENKET_DATABASE_POOL, registryEntities);
  const rejectedPath = `${path.replace(/\.(csv|xlsx)$/i, '')}.rejected.${isBook ? 'xlsx' : 'csv'}`;
  try {
    const file = await readFile(path);
    const rows = isBook ? await readForm(REGISTER_FORM, file) : readRegister(file);
    const outcome = await new ImportRegister(database, new Commands(database), new Clock()).execute(rows);
    // What an earlier attempt left there is true no more.
    await rm(rejectedPath, { force: true });
    if (!('rejected' in outcome)) return { ok: true, message: `${outcome.imported} organizations imported.` };
    const { rejected } = outcome;
    await writeFile(rejectedPath, isBook ? rejectedBook(REGISTER_FORM, rejected) : writeRejected(rejected));
    return {
      ok: false,
      message: `Nothing was imported: rows that can't be taken: ${rejected.length}. Mend what ${rejectedPath} says of them, and try again.`,
    };
  } catch (error) {
    if (error instanceof UnreadableRegister || error instanceof UnreadableForm)
      return { ok: false, message: `Nothing was imported. ${error.message}` };
    throw error;
  } finally {
    await database.close();
  }
}
