import { aboutColumns, codesOf, readCell, type Reason } from '@lienket/platform';
import {
  REGISTER_COLUMNS,
  type RegisterBackground,
  type RegisterColumn,
  type RegisterEntry,
} from './register-columns.js';
import { RATED_KINDS } from './rating-band.js';
import { REGISTER_FORM, type RegisterLine } from './register-form.js';
import { REASONS } from './register-reasons.js';

/** What the register holds already of the tax codes that a file names. */
export interface KnownTaxCodes {
  readonly taken: ReadonlySet<string>;
  readonly unions: ReadonlySet<string>;
}

export interface CheckedRow {
  readonly entry: RegisterEntry | null;
  /** Why the row can't be taken, one reason a fault; empty where it can. */
  readonly reasons: readonly Reason[];
}

const COLUMNS = codesOf(REGISTER_FORM);

/** Reads every cell of a row, and says of each that can't be read why. */
export function readRow(row: RegisterLine['row'], background: RegisterBackground): CheckedRow {
  const reasons: Reason[] = [];
  const cells = COLUMNS.map((column) => {
    const read = (cell: string) => REGISTER_COLUMNS[column](cell, background);
    return [column, readCell(REGISTER_FORM, { row }, column, read, reasons)] as const;
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
    if (entry.taxCode !== null && known.taken.has(entry.taxCode)) reasons.push(about(['taxCode'], REASONS.known));
    if (entry.taxCode !== null && (used.get(entry.taxCode) ?? 0) > 1) reasons.push(about(['taxCode'], REASONS.twice));
    if (entry.unionTaxCode !== null && !unions.has(entry.unionTaxCode))
      reasons.push(about(['unionTaxCode'], REASONS.union));
    return { entry: reasons.length === 0 ? entry : null, reasons };
  });
}

function* faultsWithin(entry: RegisterEntry): Generator<Reason> {
  if ((entry.latitude === null) !== (entry.longitude === null))
    yield about(['latitude', 'longitude'], REASONS.together);
  if ((entry.ratingYear === null) !== (entry.ratingScore === null))
    yield about(['ratingYear', 'ratingScore'], REASONS.together);
  if (entry.ratingYear !== null && !RATED_KINDS.has(entry.kind)) yield about(['ratingYear'], REASONS.rated, ':');
  if (entry.unionTaxCode !== null && entry.kind !== 'COOPERATIVE') yield about(['unionTaxCode'], REASONS.member, ':');
}

const about = (columns: readonly RegisterColumn[], reason: Reason, colon = ''): Reason =>
  aboutColumns(REGISTER_FORM, columns, reason, colon);
