import type { RoundListing } from './round.js';

export type Range = readonly [start: number, end: number];

/** Listings of one commodity that lie near to each other: neighbours in CompatiblePairs, and the box around them. */
export interface Square {
  readonly listings: Range;
  /** Hundredths of a degree. */
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** By whole degrees: some 100 km. Large enough that there are few, small enough that the way into it says most of the way. */
export const squareNumber = ({ latitude, longitude }: RoundListing): number =>
  360 * Math.floor(latitude) + Math.floor(longitude);

/** Of listings that lie by square. */
export function squaresOf(listings: readonly RoundListing[], [first, end]: Range): Square[] {
  const squares: Square[] = [];
  for (let start = first; start < end;) {
    const number = squareNumber(listings[start]!);
    let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity];
    let next = start;
    for (; next < end && squareNumber(listings[next]!) === number; next += 1) {
      const latitude = Math.round(listings[next]!.latitude * 100);
      const longitude = Math.round(listings[next]!.longitude * 100);
      [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
      [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
    }
    squares.push({ listings: [start, next], south, north, west, east });
    start = next;
  }
  return squares;
}
