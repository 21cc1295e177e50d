import { Database, ForgetOld, readConfig, urlOf, type Config } from '@lienket/platform';
import 'reflect-metadata';
import { migrateDatabase } from '../../../database/migrate.js';
import { retention } from './worker.module.js';

/** What the nightly job would throw away now; with `carryOut` it is done. @returns what to tell the person at the keyboard */
export async function main(carryOut: boolean, config: Config = readConfig()): Promise<{ ok: true; message: string }> {
  await migrateDatabase(config);
  const database = await Database.connect(urlOf('lienket_worker', config), 1, []);
  try {
    const forgetOld = new ForgetOld(database, retention);
    const counted = await (carryOut ? forgetOld.forget() : forgetOld.due());
    const lines = counted.map(({ what, count }) => `${String(count).padStart(8)}  ${what}`);
    const last = carryOut
      ? 'They are gone.'
      : 'Nothing was thrown away: add -- --now to do it, or leave it to the night.';
    return { ok: true, message: [...lines, last].join('\n') };
  } finally {
    await database.close();
  }
}
