/** The coordinate that is missing where one is given without the other. */
export function missingCoordinate(place: {
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}): 'latitude' | 'longitude' | null {
  const hasLatitude = place.latitude != null;
  const hasLongitude = place.longitude != null;
  if (hasLatitude === hasLongitude) return null;
  return hasLatitude ? 'longitude' : 'latitude';
}
