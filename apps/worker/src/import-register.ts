import { Clock, Commands, Database, readConfig, type Config } from '@lienket/platform';
import { ImportRegister, registryEntities, UnreadableRegister } from '@lienket/registry';
import { readFile, rm, writeFile } from 'node:fs/promises';
import 'reflect-metadata';
import { migrateDatabase } from '../../../database/migrate.js';

/** What to tell the person at the keyboard, and whether it worked. */
export interface ImportReport {
  readonly ok: boolean;
  readonly message: string;
}

/** Imports a register file; rows that can't be taken stand in a file beside it, and then nothing was imported. */
export async function main(path: string, config: Config = readConfig()): Promise<ImportReport> {
  await migrateDatabase(config);
  const database = await Database.connect(config.DATABASE_URL, config.LIENKET_DATABASE_POOL, registryEntities);
  const rejectedPath = `${path.replace(/\.csv$/i, '')}.rejected.csv`;
  try {
    const outcome = await new ImportRegister(database, new Commands(database), new Clock()).execute(
      await readFile(path),
    );
    // What an earlier attempt left there is true no more.
    await rm(rejectedPath, { force: true });
    if (!('rejected' in outcome)) return { ok: true, message: `${outcome.imported} organizations imported.` };
    await writeFile(rejectedPath, outcome.rejected);
    return {
      ok: false,
      message: `Nothing was imported: rows that can't be taken: ${outcome.rejectedCount}. Mend what ${rejectedPath} says of them, and try again.`,
    };
  } catch (error) {
    if (error instanceof UnreadableRegister) return { ok: false, message: `Nothing was imported. ${error.message}` };
    throw error;
  } finally {
    await database.close();
  }
}
