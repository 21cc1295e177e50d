import type { Form, FormLine, Reason } from './form.js';

/** A cell that can't be read. */
export class UnreadableCell extends Error {
  constructor(readonly reason: Reason) {
    super(reason.en);
  }
}

/** Reads one cell of a line. Why it can't be read goes to `reasons`, and null is answered. */
export function readCell<Column extends string, T>(
  form: Form<Column>,
  { row }: Pick<FormLine<Column>, 'row'>,
  column: Column,
  read: (cell: string) => T,
  reasons: Reason[],
): T | null {
  try {
    return read((row[column] ?? '').trim());
  } catch (error) {
    if (!(error instanceof UnreadableCell)) throw error;
    reasons.push(aboutColumns(form, [column], error.reason));
    return null;
  }
}

/** A reason with the columns that it is about: by their codes in English, as they are headed in Vietnamese. */
export const aboutColumns = <Column extends string>(
  { columns }: Form<Column>,
  about: readonly Column[],
  { en, vi }: Reason,
  colon = '',
): Reason => ({
  en: `${about.join(' and ')}${colon} ${en}`,
  vi: `${about.map((column) => columns[column].heading).join(' và ')}${colon} ${vi}`,
});
