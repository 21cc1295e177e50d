import { Worker } from 'node:worker_threads';
import { projectFile } from '../project-file.js';
import type { BookThreadStart, FromBookThread } from './book-thread.js';
import type { BookLimits, SheetLine } from './read-book.js';
import { UnreadableBook } from './unreadable-book.js';

const THREAD = 'dist/libs/platform/src/excel/book-thread.js';
/** What a book may make of the thread's memory, before the thread is ended and the book refused. */
const MEMORY_MAX_MB = 192;
/** An honest book of the largest size takes a few seconds. */
const PATIENCE_MS = 60_000;

/**
 * The lines of a book's first sheet, read in a thread of its own: whatever the file does, the process goes on and its other work waits
 * for nothing. A file that takes more memory or time than an honest one is refused as too large.
 */
export async function readBookInThread(
  bytes: Buffer,
  limits: BookLimits,
  signal?: AbortSignal,
  memoryMaxMb = MEMORY_MAX_MB,
): Promise<SheetLine[]> {
  signal?.throwIfAborted();
  const workerData: BookThreadStart = { bytes, limits };
  const resourceLimits = { maxOldGenerationSizeMb: memoryMaxMb, maxYoungGenerationSizeMb: 32 };
  const thread = new Worker(projectFile(THREAD), { workerData, resourceLimits });
  const lines: SheetLine[] = [];
  let end: FromBookThread | Error | undefined;
  thread.on('message', (message: FromBookThread) => {
    if (message.about === 'lines') lines.push(...message.lines);
    else end = message;
  });
  thread.on('error', (error) => (end = error));
  const stop = () => void thread.terminate();
  const patience = setTimeout(stop, PATIENCE_MS);
  signal?.addEventListener('abort', stop);
  // Not by `once` of events: that fails as soon as the thread does.
  await new Promise((resolve) => thread.once('exit', resolve));
  clearTimeout(patience);
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (end === undefined || isOutOfMemory(end)) throw new UnreadableBook('TOO_LARGE');
  if (end instanceof Error) throw end;
  if (end.about === 'unreadable') throw new UnreadableBook(end.fault);
  return lines;
}

const isOutOfMemory = (end: FromBookThread | Error): boolean =>
  'code' in end && end.code === 'ERR_WORKER_OUT_OF_MEMORY';
