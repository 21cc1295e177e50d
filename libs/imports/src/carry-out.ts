import { actorOf, findUser, viewerOf, type Viewer } from '@lienket/identity';
import { UnreadableForm, type Clock, type Database } from '@lienket/platform';
import { setImmediate as letOthers } from 'node:timers/promises';
import { KINDS } from './import-kinds.js';
import type { ImportStatus } from './import-status.js';
import type { BegunImport, ImportProgress, ImportStore } from './import.store.js';
import { allowTime } from './saving-database.js';

interface Means {
  readonly database: Database;
  readonly saving: Database;
  readonly imports: ImportStore;
  readonly clock: Clock;
}

const EMPTY = {
  en: 'The file has no rows below its headings.',
  vi: 'Tệp không có dòng nào dưới dòng tiêu đề.',
};

/**
 * One run: the file read, every row checked, then all saved or none, in one transaction with the import's own end.
 * Ended from outside, it throws, and nothing is saved.
 */
export async function carryOut(
  { database, saving, imports, clock }: Means,
  begun: BegunImport,
  progress: ImportProgress,
  signal: AbortSignal,
): Promise<ImportStatus> {
  const seen = async (done: number) => {
    progress.rowsDone = done;
    await letOthers();
    signal.throwIfAborted();
  };
  const lines = await KINDS[begun.kind].read(await imports.fileOf(database, begun), signal);
  if (lines.count === 0) throw new UnreadableForm(EMPTY);
  progress.rowsOf = lines.count;
  const at = { today: clock.today(), now: clock.now() };
  // As they are now: who was a manager when it was sent may be none any more, or of other provinces.
  const viewer = await managerNow(saving, begun.startedBy);
  if (!viewer) {
    await imports.fail(database, begun);
    return 'FAILED';
  }
  const actor = actorOf(viewer, at.today);
  const checked = await saving.transaction(async (tx) => {
    await allowTime(tx);
    return lines.check(tx, viewer, at, seen);
  }, actor);
  if (checked.rejectedCount > 0) {
    const content = Buffer.concat((await checked.rejected().toArray()) as Buffer[]);
    await database.transaction((tx) => imports.reject(tx, begun, checked.rejectedCount, lines.count, content));
    return 'REJECTED';
  }
  await seen(lines.count);
  if (!(await imports.beginSaving(database, begun, lines.count))) return 'CANCELLED';
  progress.rowsDone = 0;
  await saving.transaction(async (tx) => {
    await allowTime(tx);
    const count = await checked.save(tx, seen);
    if (!(await imports.markImported(tx, begun, count))) throw new Error('Another run has this import.');
  }, actor);
  return 'IMPORTED';
}

async function managerNow(database: Database, userId: string): Promise<Viewer | null> {
  const user = await findUser(database.as({ 'lienket.user_id': userId }), userId);
  return user && user.role !== 'TRADER' ? viewerOf(user) : null;
}
