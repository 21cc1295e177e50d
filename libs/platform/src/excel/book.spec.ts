import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { inShortOrLong } from '../../../../test/support/fault-counts.js';
import { Archive } from './archive.js';
import { excelBook, type Sheet } from './book.js';
import { count, day, share, type Cell } from './cell.js';
import { readFirstSheet } from './read-book.js';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
console.info(`Excel books: SEED=${seed}`);

const WIDE = { rows: 1_048_576, columns: 64 };
const bytesOf = async (book: Readable): Promise<Buffer> => Buffer.concat((await book.toArray()) as Buffer[]);
const sheet = (rows: Sheet['rows'], heading: readonly string[] = []): Sheet => ({ name: 'Sổ', heading, rows });
const partOf = async (bytes: Buffer, name: string): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of (await Archive.open(bytes)).read(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};
const linesOf = async (bytes: Buffer): Promise<readonly (readonly string[])[]> => {
  const lines: (readonly string[])[] = [];
  for await (const { cells } of readFirstSheet(bytes, WIDE)) lines.push(cells);
  return lines;
};

/** With what a spreadsheet begins to run a cell; OWASP's list of formula injection, and the full-width signs. */
const TRIGGERS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const text = fc
  .tuple(
    fc.constantFrom('', "'", "''", ...TRIGGERS, '_x000D_', '_x005F_', '<t>', '&amp;', ']]>'),
    fc.string({
      unit: fc.oneof(
        fc.constantFrom('\0', '\ud800', '\udc00', '\uffff', '"', ' ', 'ễ'),
        fc.string({ maxLength: 1, unit: 'binary' }),
      ),
      maxLength: 20,
    }),
  )
  .map((parts) => parts.join(''));

describe('an Excel book', () => {
  it('holds no text that a spreadsheet would run, and is read back as it was, whatever the texts are', async () => {
    const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const bytes = await bytesOf(excelBook([sheet(written)]));
        const texts = [
          ...(await partOf(bytes, 'xl/worksheets/sheet1.xml')).matchAll(/<t xml:space="preserve">([^<]*)/g),
        ];
        for (const [, shown = ''] of texts)
          expect(TRIGGERS.some((sign) => shown.replaceAll('_x000D_', '\r').startsWith(sign))).toBe(false);
        const filled = written.map(trimmed).filter((cells) => cells.some((cell) => cell.trim() !== ''));
        expect(await linesOf(bytes)).toEqual(filled);
      }),
      { seed, numRuns: inShortOrLong(200, 20_000) },
    );
  }, 900_000);

  it('has numbers as numbers and days as days', async () => {
    const row: Cell[] = [
      count(1234),
      share(0.125),
      day('2026-11-26'),
      day('1900-03-01'),
      { instant: new Date('2026-11-25T17:00:00.000Z') },
      count(null),
      'Sen',
    ];
    const bytes = await bytesOf(excelBook([sheet([row], ['a', 'b'])]));
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(
      '<c r="A2" s="2"><v>1234</v></c><c r="B2" s="3"><v>0.125</v></c><c r="C2" s="4"><v>46352</v></c><c r="D2" s="4"><v>61</v></c><c r="E2" s="5"><v>46352</v></c><c r="G2"',
    );
    expect(await linesOf(bytes)).toEqual([
      ['a', 'b'],
      ['1234', '0.125', '2026-11-26', '1900-03-01', '2026-11-26', '', 'Sen'],
    ]);
  });

  it('goes on in another sheet where one is full: nothing is cut', async () => {
    const bytes = await bytesOf(
      excelBook(
        [
          sheet(
            ['1', '2', '3', '4', '5'].map((cell) => [cell]),
            ['số'],
          ),
          sheet([]),
        ],
        3,
      ),
    );
    const book = await partOf(bytes, 'xl/workbook.xml');
    expect([...book.matchAll(/sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Sổ',
      'Sổ (2)',
      'Sổ (3)',
      'Sổ',
    ]);
    const sheets = await Promise.all([1, 2, 3].map((number) => partOf(bytes, `xl/worksheets/sheet${number}.xml`)));
    expect(sheets.map((xml) => [...xml.matchAll(/>([^<>]+)<\/t>/g)].map(([, cell]) => cell))).toEqual([
      ['số', '1', '2'],
      ['số', '3', '4'],
      ['số', '5'],
    ]);
  });

  it('of a country asks for rows no faster than they are read, and keeps none', async () => {
    const asked = { rows: 0, isEnded: false };
    const country = async function* () {
      try {
        for (; asked.rows < 185_340; asked.rows += 1)
          yield [`Hợp tác xã ${asked.rows}`, count(asked.rows), '', 'Cần Thơ', crypto.randomUUID()];
      } finally {
        asked.isEnded = true;
      }
    };
    const book = excelBook([sheet(country(), ['Tên'])]);
    const chunks = book[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    await chunks.next();
    await chunks.next();
    await sleep(300);
    expect(asked.rows).toBeLessThan(10_000);
    const before = memoryBytes();
    let [size, most] = [0, 0];
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      size += next.value.length;
      most = Math.max(most, memoryBytes() - before);
    }
    expect(asked).toEqual({ rows: 185_340, isEnded: true });
    process.stdout.write(
      `185,340 rows: ${(size / 1e6).toFixed(1)} MB, memory grew by at most ${(most / 1e6).toFixed(0)} MB\n`,
    );
    expect(most).toBeLessThan(128e6);
  });

  it('that nobody reads to its end asks for nothing more, and lets go of its rows', async () => {
    const asked = { rows: 0, isEnded: false };
    const endless = async function* () {
      try {
        for (;;) yield [String((asked.rows += 1)), crypto.randomUUID()];
      } finally {
        asked.isEnded = true;
      }
    };
    const book = excelBook([sheet(endless())]);
    for await (const _ of book) break;
    await sleep(100);
    expect(asked.isEnded).toBe(true);
  });

  it('whose rows fail, fails', async () => {
    const failing = async function* () {
      yield ['a'];
      throw new Error('the rows are away');
    };
    await expect(bytesOf(excelBook([sheet(failing())]))).rejects.toThrow('the rows are away');
  });

  it('never holds half a text', async () => {
    await expect(bytesOf(excelBook([sheet([['a'.repeat(32_768)]])]))).rejects.toThrow('32768 characters');
  });
});

const memoryBytes = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** A sheet has no empty cells at the end of a line. */
const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
