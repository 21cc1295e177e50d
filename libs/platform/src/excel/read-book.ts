import { Archive } from './archive.js';
import { cellValue, columnOf, showsDays, written, type BookBackground } from './cell-value.js';
import { UnreadableBook } from './unreadable-book.js';
import { readXml, type XmlReader } from './xml.js';

export interface SheetLine {
  /** As Excel numbers it, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface BookLimits {
  readonly rows: number;
  readonly columns: number;
}

/** All texts of a book that its cells share. */
const STRINGS_MAX_LENGTH = 32 * 1024 * 1024;
const STRINGS_MAX = 1_000_000;
const STYLES_MAX = 65_536;
/** Of one cell, as it is written in XML. */
const TEXT_MAX_LENGTH = 262_144;

/** The lines of a book's first sheet that hold something, as texts. Formulas are never worked out: what Excel kept of them is read. */
export async function* readFirstSheet(bytes: Buffer, limits: BookLimits): AsyncGenerator<SheetLine> {
  const archive = await Archive.open(bytes);
  const sheet = await firstSheetOf(archive);
  const background: BookBackground = { strings: await stringsOf(archive), isDay: await dayStylesOf(archive) };
  const lines = new Lines(background, limits);
  for await (const _ of readXml(archive.read(sheet), lines)) yield* lines.take();
}

async function firstSheetOf(archive: Archive): Promise<string> {
  let first: string | undefined;
  await readPart(archive, 'xl/workbook.xml', {
    opened: (name, attributes) => {
      if (name === 'sheet') first ??= attributes['r:id'];
    },
  });
  let target: string | undefined;
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    opened: (name, { Id: id, Target: path }) => {
      if (name === 'Relationship' && id === first) target = path;
    },
  });
  if (first === undefined || target === undefined) throw new UnreadableBook('NO_BOOK');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function stringsOf(archive: Archive): Promise<string[]> {
  const strings: string[] = [];
  let length = 0;
  const texts = new Texts();
  await readPart(archive, 'xl/sharedStrings.xml', {
    opened: (name) => texts.opened(name),
    text: (text) => texts.text(text),
    closed: (name) => {
      texts.closed(name);
      if (name !== 'si') return;
      const text = texts.take();
      length += text.length;
      if (strings.push(written(text)) > STRINGS_MAX || length > STRINGS_MAX_LENGTH)
        throw new UnreadableBook('TOO_LARGE');
    },
  });
  return strings;
}

async function dayStylesOf(archive: Archive): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const isDay: boolean[] = [];
  let isOfCells = false;
  await readPart(archive, 'xl/styles.xml', {
    opened: (name, { numFmtId = '0', formatCode = '' }) => {
      if (codes.size > STYLES_MAX || isDay.length > STYLES_MAX) throw new UnreadableBook('TOO_LARGE');
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) isDay.push(showsDays(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    closed: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return isDay;
}

/** A part that a book may lack, but for those that say where its sheets are. */
async function readPart(archive: Archive, name: string, reader: XmlReader): Promise<void> {
  if (!archive.has(name) && !name.startsWith('xl/w') && !name.includes('_rels')) return;
  for await (const _ of readXml(archive.read(name), reader));
}

function longer(text: string, more: string): string {
  if (text.length + more.length > TEXT_MAX_LENGTH) throw new UnreadableBook('TOO_LARGE');
  return text + more;
}

/** Gathers what stands in `t`: a text may be in several, of several fonts; what stands in `rPh` says how it is spoken. */
class Texts {
  private gathered = '';
  private isText = false;
  private isSpoken = false;

  opened(name: string): void {
    if (name === 'rPh') this.isSpoken = true;
    if (name === 't' && !this.isSpoken) this.isText = true;
  }

  text(text: string): void {
    if (this.isText) this.gathered = longer(this.gathered, text);
  }

  closed(name: string): void {
    if (name === 'rPh') this.isSpoken = false;
    if (name === 't') this.isText = false;
  }

  take(): string {
    const taken = this.gathered;
    this.gathered = '';
    return taken;
  }
}

/** The lines of a sheet, as they are read. */
class Lines implements XmlReader {
  private ready: SheetLine[] = [];
  private count = 0;
  private line = 0;
  private cells: string[] = [];
  private column = -1;
  private attributes: Readonly<Record<string, string>> = {};
  private value = '';
  private isValue = false;
  private readonly texts = new Texts();

  constructor(
    private readonly background: BookBackground,
    private readonly limits: BookLimits,
  ) {}

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.texts.opened(name);
    if (name === 'row') {
      this.line = /^\d{1,7}$/.test(attributes['r'] ?? '') ? Number(attributes['r']) : this.line + 1;
      this.cells = [];
      this.column = -1;
    }
    if (name === 'c') {
      this.column = columnOf(attributes['r'] ?? '') ?? this.column + 1;
      if (this.column >= this.limits.columns) throw new UnreadableBook('TOO_MANY_COLUMNS');
      this.attributes = attributes;
      this.value = '';
    }
    this.isValue = name === 'v';
  }

  text(text: string): void {
    this.texts.text(text);
    if (this.isValue) this.value = longer(this.value, text);
  }

  closed(name: string): void {
    this.texts.closed(name);
    if (name === 'v') this.isValue = false;
    if (name === 'c') this.endCell();
    if (name === 'row') this.endRow();
  }

  take(): SheetLine[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  private endCell(): void {
    const inline = this.texts.take();
    const raw = this.attributes['t'] === 'inlineStr' ? inline : this.value;
    if (raw === '' && this.attributes['t'] !== 's') return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = cellValue(this.attributes, raw, this.background);
  }

  private endRow(): void {
    if (this.cells.every((cell) => cell.trim() === '')) return;
    this.count += 1;
    if (this.count > this.limits.rows) throw new UnreadableBook('TOO_MANY_ROWS');
    this.ready.push({ line: this.line, cells: this.cells });
  }
}
