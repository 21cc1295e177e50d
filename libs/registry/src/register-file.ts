import { codesOf, columnsOf, csvOf } from '@lienket/platform';
import { parse } from 'csv-parse/sync';
import { REGISTER_FORM, type RegisterLine, type RejectedRegisterLine } from './register-form.js';

const COLUMNS = codesOf(REGISTER_FORM);

/** A file that can't be read as a register at all: the message says what to do about it. */
export class UnreadableRegister extends Error {
  override readonly name = 'UnreadableRegister';
}

/** The rows of a register in CSV: UTF-8, with a heading, separated by commas (or by semicolons, as Excel does in Vietnamese). */
export function readRegister(bytes: Buffer): RegisterLine[] {
  const text = decode(bytes);
  if (text.trim() === '') namedColumns([]);
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  try {
    const rows: RegisterLine['row'][] = parse(text, {
      delimiter: heading.includes(',') ? ',' : ';',
      columns: (names: string[]) => namedColumns(names),
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    return rows.map((row, index) => ({ line: index + 2, row }));
  } catch (error) {
    if (error instanceof UnreadableRegister) throw error;
    throw new UnreadableRegister(`The file is no CSV: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableRegister('The file is not in UTF-8: save it as "CSV UTF-8".');
  }
}

function namedColumns(names: readonly string[]): (string | false)[] {
  const { columns, faults } = columnsOf(REGISTER_FORM, names);
  const { unknown, missing, isTwice } = faults;
  const told = [
    ...(unknown.length > 0 ? [`these columns are unknown: ${unknown.map((name) => name.trim()).join(', ')}`] : []),
    ...(missing.length > 0 ? [`these columns are missing: ${missing.join(', ')}`] : []),
    ...(isTwice ? ['a column stands there twice'] : []),
  ];
  if (told.length > 0)
    throw new UnreadableRegister(`The heading can't be used: ${told.join('; ')}. Columns: ${COLUMNS.join(', ')}.`);
  return columns.map((column) => column ?? false);
}

/** The rows that were refused, with why, as CSV that a spreadsheet opens without running anything in it. */
export function writeRejected(rows: readonly RejectedRegisterLine[]): string {
  const lines = rows.map(({ line, row, reasons }) => [
    String(line),
    reasons.map(({ en }) => en).join('; '),
    ...COLUMNS.map((column) => row[column] ?? ''),
  ]);
  return csvOf([['row', 'reasons', ...COLUMNS], ...lines]);
}
