import type { Answer } from './lienket.js';

const LETTERS: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'U',
  NOT_FOUND: 'N',
  FORBIDDEN: 'F',
  INVALID_INPUT: 'I',
  CONFLICT: 'C',
  INVALID_STATE: 'S',
};

/** What became of a wish, in a letter; – for null or an empty list. */
export function letterOf({ data, errors }: Answer<{ it?: unknown }>): string {
  const code = errors?.[0]?.extensions.code;
  if (code !== undefined) return LETTERS[code] ?? code;
  const it = data?.it as null | undefined | boolean | { nodes?: unknown[]; secret?: unknown };
  const isEmpty =
    it === null ||
    it === undefined ||
    (Array.isArray(it) && it.length === 0) ||
    (typeof it === 'object' && (it.nodes?.length === 0 || it.secret === null));
  return isEmpty ? '–' : 'O';
}
