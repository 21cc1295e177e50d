export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a posting is: rounded to two decimals, so that no distance locates anybody. */
export interface Place extends GeoPoint {
  /** The seat of the province stands in for a location that nobody gave. */
  readonly approximate: boolean;
}

const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS_PER_DEGREE = 0.017453292519943295;

/** The posting's own location, else its organization's, else the seat of its province. */
export function placeOf(posting: GeoPoint | null, organization: GeoPoint | null, provinceSeat: GeoPoint): Place {
  const point = posting ?? organization ?? provinceSeat;
  return {
    latitude: twoDecimals(point.latitude),
    longitude: twoDecimals(point.longitude),
    approximate: point === provinceSeat,
  };
}

/** Rounds the decimal digits half up: 10.075, which a double holds only nearly, becomes 10.08. For degrees of Vietnam, all above 0. */
const twoDecimals = (degrees: number): number => Math.round(Number(`${degrees}e2`)) / 100;

/** Great-circle distance in whole metres (haversine, mean radius 6371.0088 km). SQL takes the same steps: see match-sql.ts. */
export function distanceM(from: GeoPoint, to: GeoPoint): number {
  const halfLatitude = ((to.latitude - from.latitude) * RADIANS_PER_DEGREE) / 2;
  const halfLongitude = ((to.longitude - from.longitude) * RADIANS_PER_DEGREE) / 2;
  const chord =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(from.latitude * RADIANS_PER_DEGREE) *
      Math.cos(to.latitude * RADIANS_PER_DEGREE) *
      Math.sin(halfLongitude) ** 2;
  return Math.floor(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord))) + 0.5);
}
