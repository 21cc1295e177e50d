import { accept, invalid, type Result } from './result.js';

/** What a caller asks of a list: how many, and after which row. The cursor holds the keys of that row's place. */
export interface PageRequest {
  readonly first: number;
  readonly after: readonly string[] | null;
}

export interface Page<Row> {
  readonly rows: Row[];
  readonly hasNextPage: boolean;
}

/** Cuts a list that was read with one row too many, which only tells that there is a next page. */
export const pageOf = <Row>(rowsAndOne: Row[], first: number): Page<Row> => ({
  rows: rowsAndOne.slice(0, first),
  hasNextPage: rowsAndOne.length > first,
});

export const encodeCursor = (keys: readonly string[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Refuses what is not a cursor of a list with these many keys. */
export function decodeCursor(cursor: string, keyCount: number): Result<readonly string[]> {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isCursor =
      Array.isArray(keys) &&
      keys.length === keyCount &&
      keys.every((key) => typeof key === 'string' && !key.includes('\0'));
    return isCursor ? accept(keys as string[]) : invalid('after', 'FORM');
  } catch (error) {
    if (error instanceof SyntaxError) return invalid('after', 'FORM');
    throw error;
  }
}
