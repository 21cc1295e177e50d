import { Readable } from 'node:stream';
import { bookParts, SHEET_END, sheetPath, sheetStart } from './book-parts.js';
import { cellXml, columnName, type Cell } from './cell.js';
import { zipOf, type ZipEntry } from './zip.js';

export type SheetRow = readonly Cell[];

/** One sheet: its rows are asked for while it is read, so that a sheet of any length needs the memory of a few rows. */
export interface Sheet {
  /** At most 25 characters, none of : \ / ? * [ ]. */
  readonly name: string;
  readonly heading: readonly string[];
  /** In characters; the other columns are as wide as Excel makes them. */
  readonly columnWidths?: readonly number[];
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>;
}

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Of Excel, the heading's included. */
const ROWS_MAX = 1_048_576;
const CHUNK_LENGTH = 16_384;
const SHEET_NAME = /^[^:\\/?*[\]'&<>"]{1,25}$/;

/** An Excel book, as a stream of its bytes. What doesn't fit into a sheet goes on in another: nothing is cut. */
export const excelBook = (sheets: readonly Sheet[], rowsMax = ROWS_MAX): Readable =>
  Readable.from(zipOf(entriesOf(sheets, rowsMax)));

async function* entriesOf(sheets: readonly Sheet[], rowsMax: number): AsyncGenerator<ZipEntry> {
  const names: string[] = [];
  for (const { name, heading, columnWidths = [], rows } of sheets) {
    if (!SHEET_NAME.test(name)) throw new RangeError(`A sheet can not be called ${name}.`);
    const left = iteratorOf(rows);
    try {
      let next = await left.next();
      for (let part = 1; part === 1 || next.done !== true; part += 1) {
        names.push(part === 1 ? name : `${name} (${part})`);
        const content = async function* () {
          yield sheetStart(columnWidths, heading.length > 0 ? 1 : 0);
          const lines = new Lines();
          if (heading.length > 0) lines.add(heading.map((text) => ({ text, as: 'HEADING' })));
          for (; next.done !== true && lines.count < rowsMax; next = await left.next()) {
            lines.add(next.value);
            if (lines.length > CHUNK_LENGTH) yield lines.take();
          }
          yield lines.take() + SHEET_END;
        };
        yield { name: sheetPath(names.length), content: content() };
      }
    } finally {
      await left.return?.();
    }
  }
  yield* bookParts(names);
}

/** Rows as XML, until somebody takes them away. */
class Lines {
  count = 0;
  private xml = '';

  get length(): number {
    return this.xml.length;
  }

  add(row: SheetRow): void {
    this.count += 1;
    const cells = row.map((cell, index) => cellXml(cell, columnName(index) + String(this.count)));
    this.xml += `<row r="${this.count}">${cells.join('')}</row>`;
  }

  take(): string {
    const taken = this.xml;
    this.xml = '';
    return taken;
  }
}

const iteratorOf = (rows: Sheet['rows']): AsyncIterator<SheetRow> | Iterator<SheetRow> =>
  Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
