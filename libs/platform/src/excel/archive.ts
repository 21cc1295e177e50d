import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableBook } from './unreadable-book.js';

/** What an archive may claim to become. Its entries are never unpacked further than what they claim. */
const UNPACKED_MAX_BYTES = 256 * 1024 * 1024;
/** How much denser than its content an archive may be: XML of a sheet stays far below. Small files may well repeat themselves more often. */
const RATIO_MAX = 100;
const SMALL_BYTES = 1024 * 1024;
const ENTRIES_MAX = 200;

/** The parts of an archive, by name; each can be unpacked as a stream. */
export class Archive {
  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads what there is, and refuses what claims to become too large, before anything is unpacked. */
  static async open(bytes: Buffer): Promise<Archive> {
    try {
      const file = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, autoClose: false });
      if (file.entryCount > ENTRIES_MAX) throw new UnreadableBook('TOO_LARGE');
      const entries = new Map<string, Entry>();
      let unpacked = 0;
      for await (const entry of file.eachEntry()) {
        const { uncompressedSize: claimed, compressedSize: packed } = entry;
        unpacked += claimed;
        const isDense = claimed > SMALL_BYTES && claimed > packed * RATIO_MAX;
        if (isDense || unpacked > UNPACKED_MAX_BYTES) throw new UnreadableBook('TOO_LARGE');
        entries.set(entry.fileName, entry);
      }
      return new Archive(file, entries);
    } catch (error) {
      throw asFault(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of a part; one that isn't there, or becomes another size than it claims, makes the file no book. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new UnreadableBook('NO_BOOK');
    try {
      for await (const bytes of await this.file.openReadStreamPromise(entry)) yield bytes as Buffer;
    } catch (error) {
      throw asFault(error);
    }
  }
}

/** Whatever the library finds wrong with an archive is the fault of who made it. */
const asFault = (error: unknown): UnreadableBook =>
  error instanceof UnreadableBook ? error : new UnreadableBook('NO_BOOK', { cause: error });
