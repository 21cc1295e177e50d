import type { Viewer } from '@lienket/identity';
import { accept, announce, Clock, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { importStarted } from './import-jobs.js';
import type { ImportKindName } from './import-status.js';
import { ImportStore } from './import.store.js';

export interface SentFile {
  readonly kind: ImportKindName;
  /** As it is called on its sender's machine: 1 to 200 characters. */
  readonly fileName: string;
  readonly content: Buffer;
}

const UNFINISHED_MAX = 5;
const NAME_MAX = 200;
const UNWRITABLE = /[\p{Cc}\p{Cs}]/u;

/** Takes a file in, to be checked and saved by itself from then on. Whether it is a book at all is found out there. */
@Injectable()
export class StartImport {
  constructor(
    private readonly clock: Clock,
    private readonly imports: ImportStore,
  ) {}

  async execute(tx: Transaction, viewer: Viewer, { kind, fileName, content }: SentFile): Promise<Result<string>> {
    if (viewer.role === 'TRADER') return refuse({ code: 'FORBIDDEN' });
    const name = fileName.normalize('NFC').trim();
    if (name === '' || Array.from(name).length > NAME_MAX || UNWRITABLE.test(name)) return invalid('name', 'FORM');
    const [first = null, ...more] = await this.imports.unfinishedOf(tx, viewer.userId);
    if (more.length + 1 >= UNFINISHED_MAX) return refuse({ code: 'INVALID_STATE', state: first });
    const at = this.clock.now();
    const id = await this.imports.insert(tx, { kind, startedBy: viewer.userId, fileName: name, content, at });
    await announce(tx, importStarted);
    return accept(id);
  }
}
