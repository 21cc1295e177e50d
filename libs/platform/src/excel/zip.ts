import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive: its bytes are asked for when their turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sizes follow the content; names are in UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980: the same content is the same file, to the byte. */
const DAY_ONE = 0x0021;
const SIZE_MAX = 0xffffffff;
const COUNT_MAX = 0xffff;

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
}

/**
 * The bytes of a ZIP archive, one entry after the other, none of which is ever held whole. Who stops reading ends it.
 * An archive of 4 GB or more is a fault: nothing that Lienket writes comes near it.
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  const counted = (bytes: Buffer): Buffer => {
    offset += bytes.length;
    return bytes;
  };
  for await (const { name: text, content } of entries) {
    const name = Buffer.from(text);
    const start = offset;
    yield counted(Buffer.concat([numbers([LOCAL_HEADER, 4], ...meaning(0, 0, 0), [name.length, 2], [0, 2]), name]));
    const sums = { crc: 0, size: 0 };
    const from = offset;
    for await (const bytes of deflated(content, sums)) yield counted(bytes);
    const entry: Written = { name, offset: start, compressed: offset - from, ...sums };
    yield counted(numbers([DESCRIPTOR, 4], [entry.crc, 4], [entry.compressed, 4], [entry.size, 4]));
    written.push(entry);
  }
  if (written.length > COUNT_MAX) throw new RangeError('An archive of more than 65,535 files can not be written.');
  const directory = Buffer.concat(written.map(centralHeader));
  yield directory;
  const count = written.length;
  yield numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [directory.length, 4], [offset, 4], [0, 2]);
}

async function* deflated(content: ZipEntry['content'], sums: { crc: number; size: number }): AsyncGenerator<Buffer> {
  const summed = async function* () {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      yield bytes;
    }
  };
  const deflate = createDeflateRaw();
  // What fails is thrown to who reads.
  pipeline(Readable.from(summed()), deflate, () => undefined);
  for await (const bytes of deflate) yield bytes as Buffer;
}

const meaning = (crc: number, compressed: number, size: number): [number, 2 | 4][] => [
  [VERSION, 2],
  [FLAGS, 2],
  [DEFLATE, 2],
  [0, 2],
  [DAY_ONE, 2],
  [crc, 4],
  [compressed, 4],
  [size, 4],
];

const centralHeader = ({ name, offset, crc, compressed, size }: Written): Buffer =>
  Buffer.concat([
    numbers(
      [CENTRAL_HEADER, 4],
      [VERSION, 2],
      ...meaning(crc, compressed, size),
      [name.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ),
    name,
  ]);

/** Whole numbers, each in as many bytes, the lowest first. */
function numbers(...all: readonly [value: number, bytes: 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(all.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of all) {
    if (value > SIZE_MAX) throw new RangeError('An archive of 4 GB or more can not be written.');
    at = buffer.writeUIntLE(value, at, bytes);
  }
  return buffer;
}
