import type { Readable } from 'node:stream';
import { plainName } from '../plain-name.js';
import { excelBook, type Sheet } from './book.js';
import { readBookInThread } from './read-in-thread.js';
import { UnreadableBook, type BookFault } from './unreadable-book.js';

export interface FormColumn {
  /** What it is called in the Vietnamese template. */
  readonly heading: string;
  /** What it holds, for who fills it in. */
  readonly note: string;
  readonly isRequired?: true;
  /** One more name that it may stand under. */
  readonly alias?: string;
}

/** A table that people fill in, a line a thing: its columns by their codes, in the order of the template. */
export interface Form<Column extends string> {
  /** The name of its sheet. */
  readonly name: string;
  readonly columns: Readonly<Record<Column, FormColumn>>;
}

/** A sentence, or the part of one after the name of a column, for the person who keeps the file: English for CSV, Vietnamese for Excel. */
export interface Reason {
  readonly en: string;
  readonly vi: string;
}

export interface FormLine<Column extends string> {
  /** Of its file, from 1. */
  readonly line: number;
  /** Its cells by column, as they stand in the file. */
  readonly row: Readonly<Partial<Record<Column, string>>>;
}

/** A line that can't be taken, and why. */
export interface RejectedLine<Column extends string> extends FormLine<Column> {
  readonly reasons: readonly Reason[];
}

/** A file of which nothing can be read: the reason, a whole sentence, says what to do about it. */
export class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm';
  constructor(
    readonly reason: Reason,
    options?: ErrorOptions,
  ) {
    super(reason.vi, options);
  }
}

/** Rows of one file, and the columns that a template and a few notes of people's own need. */
const LIMITS = { rows: 50_001, columns: 64 };
const LINE = 'Dòng trong tệp';
const REASON = 'Lý do';

const FAULTS: Readonly<Record<BookFault, Reason>> = {
  NO_BOOK: {
    en: 'The file is no Excel book (.xlsx), or is damaged: open it in Excel and save it as .xlsx again.',
    vi: 'Tệp không phải là sổ Excel (.xlsx), hoặc đã hỏng: hãy mở bằng Excel rồi lưu lại dạng .xlsx.',
  },
  TOO_LARGE: {
    en: 'Unpacked, the file is too large: copy just the rows into the template and save that.',
    vi: 'Tệp quá lớn khi giải nén: hãy chép riêng các dòng dữ liệu sang tệp mẫu rồi lưu lại.',
  },
  TOO_MANY_ROWS: {
    en: 'The file has more than 50,000 rows: split it into several.',
    vi: 'Tệp có hơn 50.000 dòng: hãy chia thành nhiều tệp.',
  },
  TOO_MANY_COLUMNS: {
    en: 'The file has more than 64 columns: copy those that are needed into the template.',
    vi: 'Tệp có hơn 64 cột: hãy chép các cột cần thiết sang tệp mẫu.',
  },
  DOCUMENT_TYPE: {
    en: 'The file has a part that belongs to no Excel book and is not taken: open it in Excel and save it as .xlsx again.',
    vi: 'Tệp có phần không thuộc sổ Excel và không được nhận: hãy mở bằng Excel rồi lưu lại dạng .xlsx.',
  },
};

export const codesOf = <Column extends string>({ columns }: Form<Column>): Column[] => Object.keys(columns) as Column[];

/** The columns that a heading names, in Vietnamese or by their codes; or what is wrong with it. `ignored` are headings of columns that are left unread. */
export function columnsOf<Column extends string>(
  form: Form<Column>,
  names: readonly string[],
  ignored: readonly string[] = [],
): {
  readonly columns: readonly (Column | null)[];
  readonly faults: { unknown: string[]; missing: Column[]; isTwice: boolean };
} {
  const codes = codesOf(form);
  const byName = new Map(
    codes.flatMap((code) => {
      const { heading, alias = code } = form.columns[code];
      return [code, heading, alias].map((name) => [plainName(name), code] as const);
    }),
  );
  const skipped = new Set(ignored.map(plainName));
  const columns = names.map((name) => byName.get(plainName(name)) ?? null);
  const named = columns.filter((column) => column !== null);
  const unknown = names.filter(
    (name, index) => columns[index] === null && name.trim() !== '' && !skipped.has(plainName(name)),
  );
  const missing = codes.filter((code) => form.columns[code].isRequired && !named.includes(code));
  return { columns, faults: { unknown, missing, isTwice: new Set(named).size < named.length } };
}

/** The lines of a form in Excel: of its first sheet, whose first line that holds something names the columns. */
export async function readForm<Column extends string>(
  form: Form<Column>,
  bytes: Buffer,
  signal?: AbortSignal,
): Promise<FormLine<Column>[]> {
  const [heading, ...lines] = await readBookInThread(bytes, LIMITS, signal).catch((error: unknown) => {
    throw error instanceof UnreadableBook ? new UnreadableForm(FAULTS[error.fault], { cause: error }) : error;
  });
  const columns = namedColumns(form, heading?.cells ?? []);
  return lines.map(({ line, cells }) => {
    const named = cells.flatMap((cell, index) => (columns[index] == null ? [] : [[columns[index], cell] as const]));
    return { line, row: Object.fromEntries(named) as FormLine<Column>['row'] };
  });
}

function namedColumns<Column extends string>(form: Form<Column>, names: readonly string[]) {
  const { columns, faults } = columnsOf(form, names, [LINE, REASON]);
  const { unknown, missing, isTwice } = faults;
  const lacking = missing.map((code) => form.columns[code].heading);
  const told: Reason[] = [
    ...(unknown.length > 0
      ? [{ en: `not in the template: ${unknown.join(', ')}`, vi: `cột không có trong mẫu: ${unknown.join(', ')}` }]
      : []),
    ...(lacking.length > 0 ? [{ en: `missing: ${lacking.join(', ')}`, vi: `thiếu cột: ${lacking.join(', ')}` }] : []),
    ...(isTwice ? [{ en: 'a column stands there twice', vi: 'một cột có hai lần' }] : []),
  ];
  if (told.length > 0)
    throw new UnreadableForm({
      en: `The line of headings can't be used: ${told.map(({ en }) => en).join('; ')}.`,
      vi: `Dòng tiêu đề không dùng được: ${told.map(({ vi }) => vi).join('; ')}.`,
    });
  return columns;
}

/** The lines that can't be taken, and no others, with why: mended, they can be read as the form again. */
export function rejectedBook<Column extends string>(
  form: Form<Column>,
  lines: readonly RejectedLine<Column>[],
): Readable {
  const codes = codesOf(form);
  const sheet: Sheet = {
    name: 'Dòng bị từ chối',
    heading: [LINE, REASON, ...codes.map((code) => form.columns[code].heading)],
    columnWidths: [10, 60, ...codes.map(() => 18)],
    rows: lines.map(({ line, row, reasons }) => [
      { number: line },
      reasons.map(({ vi }) => vi).join('; '),
      ...codes.map((code) => row[code] ?? ''),
    ]),
  };
  return excelBook([sheet]);
}

/** The form, empty, and a sheet that says what each column holds. */
export function templateBook<Column extends string>(form: Form<Column>): Readable {
  const columns = codesOf(form).map((code) => form.columns[code]);
  const headings = columns.map(({ heading }) => heading);
  return excelBook([
    { name: form.name, heading: headings, columnWidths: headings.map(() => 22), rows: [] },
    {
      name: 'Hướng dẫn',
      heading: ['Cột', 'Nội dung'],
      columnWidths: [28, 110],
      rows: columns.map(({ heading, note }) => [heading, { text: note, as: 'WRAPPED' as const }]),
    },
  ]);
}
