import {
  REGISTER_COLUMNS,
  UnreadableCell,
  type RegisterBackground,
  type RegisterColumn,
  type RegisterEntry,
} from './register-columns.js';

/** A line as it stands in the file: its cells by column. */
export type RegisterRow = Readonly<Partial<Record<RegisterColumn, string>>>;

/** What the register holds already of the tax codes that a file names. */
export interface KnownTaxCodes {
  readonly taken: ReadonlySet<string>;
  readonly unions: ReadonlySet<string>;
}

export interface CheckedRow {
  readonly entry: RegisterEntry | null;
  /** Why the row can't be taken, one reason a fault; empty where it can. */
  readonly reasons: readonly string[];
}

const COLUMNS = Object.keys(REGISTER_COLUMNS) as RegisterColumn[];
const RATED = new Set<string>(['COOPERATIVE', 'COOPERATIVE_UNION']);

/** Reads every cell of a row, and says of each that can't be read why. */
export function readRow(row: RegisterRow, background: RegisterBackground): CheckedRow {
  const reasons: string[] = [];
  const cells = COLUMNS.map((column) => {
    try {
      return [column, REGISTER_COLUMNS[column]((row[column] ?? '').trim(), background)] as const;
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      reasons.push(`${column} ${error.message}`);
      return [column, null] as const;
    }
  });
  return { entry: reasons.length === 0 ? (Object.fromEntries(cells) as unknown as RegisterEntry) : null, reasons };
}

/** Judges the rows of a file against themselves, each other and the register. */
export function checkRows(rows: readonly CheckedRow[], known: KnownTaxCodes): CheckedRow[] {
  const used = new Map<string, number>();
  const unions = new Set(known.unions);
  for (const { entry } of rows) {
    if (entry?.taxCode == null) continue;
    used.set(entry.taxCode, (used.get(entry.taxCode) ?? 0) + 1);
    if (entry.kind === 'COOPERATIVE_UNION') unions.add(entry.taxCode);
  }
  return rows.map((row) => {
    const { entry } = row;
    if (entry === null) return row;
    const reasons = [...faultsWithin(entry)];
    if (entry.taxCode !== null && known.taken.has(entry.taxCode)) reasons.push('taxCode is in the register already');
    if (entry.taxCode !== null && (used.get(entry.taxCode) ?? 0) > 1)
      reasons.push('taxCode stands in this file more than once');
    if (entry.unionTaxCode !== null && !unions.has(entry.unionTaxCode))
      reasons.push('unionTaxCode is of no union in this file or in the register');
    return { entry: reasons.length === 0 ? entry : null, reasons };
  });
}

function* faultsWithin(entry: RegisterEntry): Generator<string> {
  if ((entry.latitude === null) !== (entry.longitude === null))
    yield 'latitude and longitude stand together or not at all';
  if ((entry.ratingYear === null) !== (entry.ratingScore === null))
    yield 'ratingYear and ratingScore stand together or not at all';
  if (entry.ratingYear !== null && !RATED.has(entry.kind)) yield 'ratingYear: only cooperatives and unions are rated';
  if (entry.unionTaxCode !== null && entry.kind !== 'COOPERATIVE')
    yield 'unionTaxCode: only a cooperative belongs to a union';
}
