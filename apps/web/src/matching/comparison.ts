import type { Match } from './documents';

type Part = Match['parts'][number];

/** Side by side more can't be read on a phone. */
export const MOST_COMPARED = 3;

/** Of each value, whether it is the greatest; nothing is best where all are alike. */
export function bestOf(values: readonly number[]): boolean[] {
  const most = Math.max(...values);
  const isDecided = values.some((value) => value < most);
  return values.map((value) => isDecided && value === most);
}

interface Row {
  readonly criterion: Part['criterion'];
  readonly weight: number;
  /** One for each match, in their order. */
  readonly cells: readonly { readonly part: Part; readonly isBest: boolean }[];
}

/** What each match is made of, criterion by criterion, what counts most first. */
export function rowsOf(matches: readonly Match[]): Row[] {
  const [first] = matches;
  return (first?.parts ?? [])
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ criterion, weight }) => {
      const parts = matches.flatMap((match) => match.parts.filter((part) => part.criterion === criterion));
      const best = bestOf(parts.map(({ value }) => value));
      return { criterion, weight, cells: parts.map((part, at) => ({ part, isBest: best[at] === true })) };
    });
}

/** The matches that an address names, in its order; those that no longer fit are left out. */
export const namedIn = (text: string | undefined, matches: readonly Match[]): Match[] =>
  (text ?? '')
    .split('~')
    .slice(0, MOST_COMPARED)
    .flatMap((id) => matches.filter(({ other }) => other.id === id));

export const nameThem = (ids: readonly string[]): string => ids.join('~');
