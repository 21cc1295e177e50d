import { csvOf } from '@lienket/platform';
import { parse } from 'csv-parse/sync';
import { REGISTER_COLUMNS, type RegisterColumn } from './register-columns.js';
import type { RegisterRow } from './register-rows.js';

/** A file that can't be read as a register at all: the message says what to do about it. */
export class UnreadableRegister extends Error {
  override readonly name = 'UnreadableRegister';
}

const COLUMNS = Object.keys(REGISTER_COLUMNS) as RegisterColumn[];
const REQUIRED: readonly RegisterColumn[] = ['kind', 'name', 'provinceCode', 'chainRoles'];

/** The rows of a register in CSV: UTF-8, with a heading, separated by commas (or by semicolons, as Excel does in Vietnamese). */
export function readRegister(bytes: Buffer): RegisterRow[] {
  const text = decode(bytes);
  if (text.trim() === '') columnsOf([]);
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  try {
    return parse(text, {
      delimiter: heading.includes(',') ? ',' : ';',
      columns: (names: string[]) => columnsOf(names),
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
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

function columnsOf(names: readonly string[]): string[] {
  const columns = names.map((name) => (name.trim() === 'province' ? 'provinceCode' : name.trim()));
  const unknown = columns.filter((name) => !(COLUMNS as string[]).includes(name));
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  const faults = [
    ...(unknown.length > 0 ? [`these columns are unknown: ${unknown.join(', ')}`] : []),
    ...(missing.length > 0 ? [`these columns are missing: ${missing.join(', ')}`] : []),
    ...(new Set(columns).size < columns.length ? ['a column stands there twice'] : []),
  ];
  if (faults.length > 0)
    throw new UnreadableRegister(`The heading can't be used: ${faults.join('; ')}. Columns: ${COLUMNS.join(', ')}.`);
  return columns;
}

/** The rows that were refused, with why, as CSV that a spreadsheet opens without running anything in it. */
export function writeRejected(
  rows: readonly { readonly line: number; readonly row: RegisterRow; readonly reasons: readonly string[] }[],
): string {
  const lines = rows.map(({ line, row, reasons }) => [
    String(line),
    reasons.join('; '),
    ...COLUMNS.map((column) => row[column] ?? ''),
  ]);
  return csvOf([['row', 'reasons', ...COLUMNS], ...lines]);
}
