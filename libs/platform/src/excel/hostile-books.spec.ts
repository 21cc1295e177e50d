import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { inShortOrLong } from '../../../../test/support/fault-counts.js';
import { bookParts } from './book-parts.js';
import { excelBook } from './book.js';
import { readFirstSheet, type SheetLine } from './read-book.js';
import { readBookInThread } from './read-in-thread.js';
import { UnreadableBook } from './unreadable-book.js';
import { zipOf, type ZipEntry } from './zip.js';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const SHEET = 'xl/worksheets/sheet1.xml';

const sheetXml = (rows: string): string => `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;

/** A book of one sheet, of which parts are as the test wants them. */
async function bookWith(parts: Readonly<Record<string, string | Iterable<string>>>): Promise<Buffer> {
  const own = bookParts(['Sổ']).filter(({ name }) => !(name in parts));
  const entries: ZipEntry[] = Object.entries(parts).map(([name, content]) => ({
    name,
    content: typeof content === 'string' ? [content] : content,
  }));
  const archive: Buffer[] = [];
  for await (const bytes of zipOf([...own, ...entries])) archive.push(bytes);
  return Buffer.concat(archive);
}

const bookOf = (rows: string | Iterable<string>): Promise<Buffer> =>
  bookWith({ [SHEET]: typeof rows === 'string' ? sheetXml(rows) : wrapped(rows) });

function* wrapped(rows: Iterable<string>): Generator<string> {
  yield `<worksheet ${MAIN}><sheetData>`;
  yield* rows;
  yield '</sheetData></worksheet>';
}

function* repeated(text: string, times: number, atOnce = 1000): Generator<string> {
  for (let left = times; left > 0; left -= atOnce) yield text.repeat(Math.min(left, atOnce));
}

/** As many pieces, each with another number in it, so that the archive is no denser than an honest one. */
function* numbered(piece: (number: string) => string, times: number): Generator<string> {
  for (let n = 0; n < times; n += 1000)
    yield Array.from({ length: 1000 }, (_, m) => piece(((n + m) * 2_654_435_761).toString(36))).join('');
}

const CENTRAL = Buffer.from('PK\u0001\u0002', 'latin1');
const SIZE_AT = 24;
const NAME_AT = 46;

/** The same archive, in which a part claims to become another size. */
function claiming(archive: Buffer, part: string, size: number): Buffer {
  const lying = Buffer.from(archive);
  for (let at = lying.indexOf(CENTRAL); at >= 0; at = lying.indexOf(CENTRAL, at + 4))
    if (
      lying
        .subarray(at + NAME_AT)
        .toString()
        .startsWith(part)
    )
      lying.writeUInt32LE(size, at + SIZE_AT);
  return lying;
}

/** The same archive, in which a part has another name of the same length. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');
}

const LIMITS = { rows: 50_001, columns: 64 };
const RSS_MAX_BYTES = 64e6;

const linesOf = async (bytes: Buffer): Promise<SheetLine[]> => {
  const lines: SheetLine[] = [];
  for await (const line of readFirstSheet(bytes, LIMITS)) lines.push(line);
  return lines;
};
const filled = '<row><c t="inlineStr"><is><t>a</t></is></c></row>';
const withDoctype = (declared: string, used: string) =>
  `<?xml version="1.0"?><!DOCTYPE x [${declared}]>${sheetXml(`<row><c t="inlineStr"><is><t>${used}</t></is></c></row>`)}`;
const LAUGHS = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
const megabytes = (count: number) => repeated(' ', count * 1_000_000, 1_000_000);

const HOSTILE: Readonly<Record<string, [make: () => Promise<Buffer> | Buffer, fault: string]>> = {
  'a bomb of 200 MB in 200 kB': [() => bookOf(megabytes(200)), 'TOO_LARGE'],
  'a bomb that claims to be small': [async () => claiming(await bookOf(megabytes(200)), SHEET, 5000), 'NO_BOOK'],
  'a claim of four gigabytes': [async () => claiming(await bookOf(filled), SHEET, 4_294_967_294), 'TOO_LARGE'],
  'a part that claims more than it is': [async () => claiming(await bookOf(filled), SHEET, 500_000), 'NO_BOOK'],
  'a thousand parts': [
    () => bookWith(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`${n}.xml`, 'a']))),
    'TOO_LARGE',
  ],
  'a billion laughs': [() => bookWith({ [SHEET]: withDoctype(`<!ENTITY l0 "ha">${LAUGHS}`, '&l9;') }), 'DOCUMENT_TYPE'],
  'an entity that reads a file': [
    () => bookWith({ [SHEET]: withDoctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;') }),
    'DOCUMENT_TYPE',
  ],
  'an entity that nobody declared': [() => bookOf('<row><c t="str"><v>&x;</v></c></row>'), 'NO_BOOK'],
  'a million columns': [
    () => bookOf(['<row>', ...numbered((n) => `<c t="str"><v>${n}</v></c>`, 1_000_000), '</row>']),
    'TOO_MANY_COLUMNS',
  ],
  'a cell at the last column': [() => bookOf('<row><c r="XFD1"><v>1</v></c></row>'), 'TOO_MANY_COLUMNS'],
  'a million rows': [
    () => bookOf(numbered((n) => `<row><c t="str"><v>${n}</v></c></row>`, 1_000_000)),
    'TOO_MANY_ROWS',
  ],
  'a NUL': [() => bookOf('<row><c t="str"><v>a\u0000b</v></c></row>'), 'NO_BOOK'],
  'UTF-16': [
    () => bookWith({ [SHEET]: Buffer.from(`\ufeff${sheetXml(filled)}`, 'utf16le').toString('latin1') }),
    'NO_BOOK',
  ],
  'a quote without end': [() => bookOf(['<row><c r="', ...numbered((n) => `${n}&quot;`, 500_000), '">']), 'NO_BOOK'],
  'a text without end': [
    () => bookOf(['<row><c t="str"><v>', ...numbered((n) => `Hợp tác xã ${n}`, 500_000), '</v></c></row>']),
    'NO_BOOK',
  ],
  'a text in a million pieces': [
    () => bookOf(['<row><c t="inlineStr"><is>', ...repeated('<t>a</t>', 1_000_000), '</is></c></row>']),
    'TOO_LARGE',
  ],
  'tags in tags': [() => bookOf(repeated('<row>', 100_000)), 'NO_BOOK'],
  'shared texts without end': [
    () =>
      bookWith({
        [SHEET]: sheetXml(filled),
        'xl/sharedStrings.xml': `<sst>${'<si><t/></si>'.repeat(1_100_000)}</sst>`,
      }),
    'TOO_LARGE',
  ],
  'a shared text that is not there': [() => bookOf('<row><c t="s"><v>7</v></c></row>'), 'NO_BOOK'],
  'a way out of the archive': [
    async () => renamed(await bookOf(filled), SHEET, `../../../${SHEET.slice(9)}`),
    'NO_BOOK',
  ],
  'no sheet': [() => bookWith({}), 'NO_BOOK'],
  'no book at all': [() => Buffer.from('kind,name\nHTX,Sen\n'), 'NO_BOOK'],
  nothing: [() => Buffer.alloc(0), 'NO_BOOK'],
  'a book of before 2007': [() => Buffer.from('d0cf11e0a1b11ae1'.padEnd(4096, '0'), 'hex'), 'NO_BOOK'],
};

describe('a file that means harm', () => {
  it.each(Object.entries(HOSTILE))('%s is refused, without memory', async (_, [make, fault]) => {
    const bytes = await make();
    const before = process.memoryUsage.rss();
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() - before)), 5);
    const refused: unknown = await readBookInThread(bytes, LIMITS).catch((error: unknown) => error);
    clearInterval(watch);
    expect(refused).toBeInstanceOf(UnreadableBook);
    expect((refused as UnreadableBook).fault).toBe(fault);
    expect(most).toBeLessThan(RSS_MAX_BYTES);
  });

  it('takes the thread down with it, and not the process, where it finds another way to eat memory', async () => {
    const texts = Array.from({ length: 400_000 }, (_, n) => `<si><t>${n}</t></si>`).join('');
    const bytes = await bookWith({ [SHEET]: sheetXml(filled), 'xl/sharedStrings.xml': `<sst>${texts}</sst>` });
    await expect(readBookInThread(bytes, LIMITS, undefined, 8)).rejects.toThrow('TOO_LARGE');
  });

  it('is left alone as soon as nobody wants it any more', async () => {
    const ended = new AbortController();
    const reading = readBookInThread(await bookOf(repeated(filled, 50_000)), LIMITS, ended.signal);
    ended.abort(new Error('nobody wants it'));
    await expect(reading).rejects.toThrow('nobody wants it');
  });
});

describe('a book that came to harm', () => {
  it('is read or refused, wherever a byte is another', async () => {
    const dice = Dice.thrown('harmed books');
    const rows = Array.from({ length: 20 }, (_, n) => [`HTX ${n}`, String(n)]);
    const honest = Buffer.concat((await excelBook([{ name: 'Sổ', heading: ['Tên'], rows }]).toArray()) as Buffer[]);
    const outcomes = new Map<string, number>();
    for (let time = 0; time < inShortOrLong(1000, 100_000); time += 1) {
      const harmed = Buffer.from(honest);
      for (let bytes = dice.below(3); bytes >= 0; bytes -= 1) harmed[dice.below(harmed.length)] = dice.below(256);
      const outcome = await linesOf(harmed).then(
        () => 'read',
        (error: unknown) => (error instanceof UnreadableBook ? error.fault : String(error)),
      );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    console.info(JSON.stringify(Object.fromEntries(outcomes)));
    expect([...outcomes.keys()].filter((outcome) => !/^(read|NO_BOOK|TOO_\w+|DOCUMENT_TYPE)$/.test(outcome))).toEqual(
      [],
    );
    expect(outcomes.get('NO_BOOK')).toBeGreaterThan(0);
  }, 900_000);
});

describe('a book as Excel writes it', () => {
  it('is read with shared texts, days, truths and what formulas came to', async () => {
    const strings = '<si><r><t>Hợp tác xã </t></r><r><t>Sen</t></r><rPh><t>x</t></rPh></si><si><t>_x000D_</t></si>';
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="171" formatCode="[Red]0&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const rows =
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" s="1"><v>45322</v></c><c r="D3" s="2"><v>45322.5</v></c><c r="E3" s="3"><v>45322</v></c><c r="F3" t="b"><v>1</v></c><c r="G3"><f>1+1</f><v>2</v></c><c r="H3" t="e"><v>#REF!</v></c><c r="I3" t="s"><v>1</v></c></row><row r="4"/>';
    const bytes = await bookWith({
      [SHEET]: sheetXml(rows),
      'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
      'xl/styles.xml': styles,
    });
    expect(await readBookInThread(bytes, LIMITS)).toEqual([
      { line: 3, cells: ['Hợp tác xã Sen', '', '2024-01-31', '2024-01-31', '45322', '1', '2', '#REF!', '\r'] },
    ]);
  });
});
