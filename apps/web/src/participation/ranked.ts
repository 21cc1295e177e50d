import type { Group } from './documents';

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly rate: number | null;
  readonly participating: number;
  readonly counted: number;
  /** Points since the quarter before, as a share; null where one of both days has nobody. */
  readonly change: number | null;
}

/** The highest first; of the same rate by how many stand behind it; those where nobody is counted last. */
export function ranked(now: readonly Group[], before: readonly Group[], nameOf: (code: string) => string): Place[] {
  const then = new Map(before.map(({ key, rate }) => [key, rate.rate]));
  return now
    .map(({ key, rate: { rate, participating, counted } }): Place => {
      const earlier = then.get(key) ?? null;
      const change = rate === null || earlier === null ? null : rate - earlier;
      return { code: key, name: nameOf(key), rate, participating, counted, change };
    })
    .toSorted((a, b) => (b.rate ?? -1) - (a.rate ?? -1) || b.counted - a.counted || (a.code < b.code ? -1 : 1));
}
