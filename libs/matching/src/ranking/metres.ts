import { distanceM } from '../distance.js';

const EARTH_DIAMETER_M = 2 * 6_371_008.8;
const RADIANS_PER_HUNDREDTH = 0.017453292519943295 / 100;
const TURN = 36_000;
const LATITUDE_MAX = 9000;
/** Far above what doubles lose on the way, 1e-8 m, and far below what matters often. */
const DOUBT_M = 1e-5;

/** sin²(difference / 2) by the difference in hundredths of a degree, and cos by the latitude: places have two decimals only. */
const HALF_CHORD = Float64Array.from(
  { length: TURN + 1 },
  (_, hundredths) => Math.sin((hundredths * RADIANS_PER_HUNDREDTH) / 2) ** 2,
);
const COSINE = Float64Array.from({ length: LATITUDE_MAX + 1 }, (_, hundredths) =>
  Math.cos(hundredths * RADIANS_PER_HUNDREDTH),
);

const metresOf = (chord: number): number => EARTH_DIAMETER_M * Math.asin(Math.min(1, Math.sqrt(chord)));

/** distanceM of two places in hundredths of a degree: by tables, and by its own steps where a rounding hangs on the last digits. */
export function wholeMetres(latitude: number, longitude: number, toLatitude: number, toLongitude: number): number {
  const metres = metresOf(
    HALF_CHORD[Math.abs(toLatitude - latitude)]! +
      COSINE[Math.abs(latitude)]! * COSINE[Math.abs(toLatitude)]! * HALF_CHORD[Math.abs(toLongitude - longitude)]!,
  );
  const whole = Math.floor(metres + 0.5);
  const beyond = metres + 0.5 - whole;
  if (beyond > DOUBT_M && beyond < 1 - DOUBT_M) return whole;
  return distanceM(
    { latitude: latitude / 100, longitude: longitude / 100 },
    { latitude: toLatitude / 100, longitude: toLongitude / 100 },
  );
}

/** No place of the box is nearer than this. */
export function metresToBox(
  latitude: number,
  longitude: number,
  south: number,
  north: number,
  west: number,
  east: number,
): number {
  const aside = Math.max(0, west - longitude, longitude - east);
  const farthest = Math.max(Math.abs(longitude - west), Math.abs(longitude - east));
  // Beyond half a turn places come nearer again.
  if (farthest > TURN / 2) return 0;
  const along = Math.max(0, south - latitude, latitude - north);
  const poleward = Math.max(Math.abs(south), Math.abs(north));
  const metres = metresOf(HALF_CHORD[along]! + COSINE[Math.abs(latitude)]! * COSINE[poleward]! * HALF_CHORD[aside]!);
  return Math.max(0, metres - 1);
}
