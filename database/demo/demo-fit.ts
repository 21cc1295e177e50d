import type { Crop, DemoProvince } from './demo-crops.js';
import type { DemoOrganization } from './demo-organization.js';
import type { DemandRow, ListingRow } from './demo-rows.js';

const FRESH_DAYS = 2;
const FRESH_KM_MAX = 300;
const EARTH_RADIUS_KM = 6371;

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface FitBackground {
  readonly organizations: ReadonlyMap<string, DemoOrganization>;
  readonly provinces: readonly DemoProvince[];
  readonly crops: readonly Crop[];
}

/** A posting with what its fit rests on, worked out once. */
export interface Fitted<Row> {
  readonly row: Row;
  readonly crop: Crop;
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
  readonly place: Place;
}

export function fitted<Row extends ListingRow | DemandRow>(
  row: Row,
  { organizations, provinces, crops }: FitBackground,
): Fitted<Row> {
  const [from = '', until = ''] = ('available' in row ? row.available : row.deliver).slice(1, -1).split(',');
  const owner = organizations.get('available' in row ? row.organization_id : row.buyer_id);
  const crop = crops.find(({ code }) => code === row.commodity_code);
  const seat = provinces.find(({ code }) => code === row.province_code);
  if (!owner || !crop || !seat) throw new Error('A posting has an owner, a crop and a province.');
  const { latitude, longitude } = owner;
  return { row, crop, from, until, place: latitude !== null && longitude !== null ? { latitude, longitude } : seat };
}

/**
 * Whether an open listing and an open demand fit by the rules of matching, near enough to steer by: how many really fit
 * is what matching says.
 */
export function fits(listing: Fitted<ListingRow>, demand: Fitted<DemandRow>): boolean {
  const [offered, wanted] = [listing.row, demand.row];
  if (listing.crop !== demand.crop || listing.from >= demand.until || demand.from >= listing.until) return false;
  if (wanted.variety !== null && offered.variety !== wanted.variety) return false;
  const { grades, perishableDays } = listing.crop;
  const rank = offered.grade === null ? grades.length : grades.indexOf(offered.grade);
  if (wanted.minimum_grade !== null && rank > grades.indexOf(wanted.minimum_grade)) return false;
  if (!wanted.required_certifications.every((scheme) => offered.certifications.includes(scheme))) return false;
  if ((offered.ask_price_vnd_per_kg ?? 0) > (wanted.maximum_price_vnd_per_kg ?? Infinity)) return false;
  const lotKg = Math.min(offered.quantity_kg - offered.held_kg, wanted.quantity_kg - wanted.held_kg);
  if (lotKg < Math.max(offered.minimum_lot_kg, wanted.minimum_lot_kg)) return false;
  return (
    perishableDays === null ||
    perishableDays > FRESH_DAYS ||
    kilometresBetween(listing.place, demand.place) <= FRESH_KM_MAX
  );
}

function kilometresBetween(from: Place, to: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const east = radians(to.longitude - from.longitude) * Math.cos(radians((from.latitude + to.latitude) / 2));
  return EARTH_RADIUS_KM * Math.hypot(radians(to.latitude - from.latitude), east);
}
