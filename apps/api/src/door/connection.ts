import { decodeCursor, encodeCursor, invalid, isUuid, type Page, type PageRequest } from '@lienket/platform';
import type { Language } from './language.js';
import { answer } from './refusal-error.js';

const PAGE_DEFAULT = 20;

/** What `first` and `after` ask for. The form of `first` was checked before; a cursor of another list is refused here. */
export function pageRequest(
  args: { first?: number | null; after?: string | null },
  keyCount: number,
  language: Language,
): PageRequest {
  const after = args.after == null ? null : answer(decodeCursor(args.after, keyCount), language);
  return { first: args.first ?? PAGE_DEFAULT, after };
}

/** The same for lists that are newest first: the cursor holds the instant and the id of a row. */
export function newestPageRequest(
  args: { first?: number | null; after?: string | null },
  language: Language,
): PageRequest {
  const page = pageRequest(args, 2, language);
  const [at = '', id = ''] = page.after ?? [];
  const instant = new Date(at);
  const isPlace = !Number.isNaN(instant.getTime()) && instant.toISOString() === at && isUuid(id);
  return page.after === null || isPlace ? page : answer(invalid('after', 'FORM'), language);
}

/** The same for lists whose rows follow each other by number; the cursor holds it. */
export function numberedPageRequest(
  args: { first?: number | null; after?: string | null },
  language: Language,
): PageRequest {
  const page = pageRequest(args, 1, language);
  const isPlace = page.after === null || /^\d{1,9}$/.test(page.after[0] ?? '');
  return isPlace ? page : answer(invalid('after', 'FORM'), language);
}

export const newestPlace = ({ createdAt, id }: { createdAt: Date; id: string }): readonly string[] => [
  createdAt.toISOString(),
  id,
];

/** A page as the schema's connections are; the count is read only when somebody selects it. */
export function connection<Row>(
  page: Page<Row>,
  keysOf: (row: Row) => readonly string[],
  totalCount: () => Promise<number>,
) {
  const cursorOf = (row: Row) => encodeCursor(keysOf(row));
  const last = page.rows.at(-1);
  return {
    edges: () => page.rows.map((node) => ({ node, cursor: cursorOf(node) })),
    nodes: page.rows,
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: last === undefined ? null : cursorOf(last) },
    totalCount,
  };
}
