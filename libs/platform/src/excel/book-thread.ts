import { parentPort, workerData } from 'node:worker_threads';
import { readFirstSheet, type BookLimits, type SheetLine } from './read-book.js';
import { UnreadableBook, type BookFault } from './unreadable-book.js';

/** What the thread is given. */
export interface BookThreadStart {
  readonly bytes: Uint8Array;
  readonly limits: BookLimits;
}

export type FromBookThread =
  | { readonly about: 'lines'; readonly lines: readonly SheetLine[] }
  | { readonly about: 'end' }
  | { readonly about: 'unreadable'; readonly fault: BookFault };

const LINES_AT_ONCE = 500;

const { bytes, limits } = workerData as BookThreadStart;
const tell = (message: FromBookThread): void => parentPort?.postMessage(message);

try {
  let lines: SheetLine[] = [];
  for await (const line of readFirstSheet(Buffer.from(bytes), limits)) {
    if (lines.push(line) < LINES_AT_ONCE) continue;
    tell({ about: 'lines', lines });
    lines = [];
  }
  tell({ about: 'lines', lines });
  tell({ about: 'end' });
} catch (error) {
  if (!(error instanceof UnreadableBook)) throw error;
  tell({ about: 'unreadable', fault: error.fault });
}
