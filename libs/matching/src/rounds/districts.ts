import type { RoundListing } from './round.js';

export type Range = readonly [start: number, end: number];

/** Listings of one commodity that lie near to each other: neighbours in CompatiblePairs, and the box around them. */
export interface District {
  readonly listings: Range;
  /** Hundredths of a degree. */
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** By whole degrees: some 100 km. Large enough that there are few, small enough that the way into it says most of the way. */
export const districtNumber = ({ latitude, longitude }: RoundListing): number =>
  360 * Math.floor(latitude) + Math.floor(longitude);

/** Of listings that lie by district. */
export function districtsOf(listings: readonly RoundListing[], [first, end]: Range): District[] {
  const districts: District[] = [];
  for (let start = first; start < end;) {
    const number = districtNumber(listings[start]!);
    let next = start;
    while (next < end && districtNumber(listings[next]!) === number) next += 1;
    const its = listings.slice(start, next);
    const latitudes = its.map(({ latitude }) => Math.round(latitude * 100));
    const longitudes = its.map(({ longitude }) => Math.round(longitude * 100));
    districts.push({
      listings: [start, next],
      south: Math.min(...latitudes),
      north: Math.max(...latitudes),
      west: Math.min(...longitudes),
      east: Math.max(...longitudes),
    });
    start = next;
  }
  return districts;
}
