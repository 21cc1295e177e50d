import { isWatched, type AccessKind } from '@lienket/identity';
import type { RequestContext } from './context.js';

/**
 * What is personal, shown to a manager or an administrator only once it is written down that they looked: were it not, they
 * would be told that we are unavailable. For everybody else it is the value itself.
 * @param of the organizations whose it is
 */
export function shown<T>(
  value: T,
  kind: AccessKind,
  { viewer, loaders }: RequestContext,
  of: () => Promise<readonly string[]> | readonly string[],
): T | Promise<T> {
  if (value === null || viewer === null || !isWatched(viewer)) return value;
  const noted = async () =>
    Promise.all((await of()).map((organizationId) => loaders.identity.access.load({ organizationId, kind })));
  return noted().then(() => value);
}

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Two decimals are shown to everybody: only what is exacter is a look. */
export const shownPlace = <T extends Place | null>(place: T, context: RequestContext, organizationId: string) =>
  place !== null && [place.latitude, place.longitude].some((degrees) => Number(degrees.toFixed(2)) !== degrees)
    ? shown(place, 'PLACE', context, () => [organizationId])
    : place;
