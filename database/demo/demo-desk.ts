import { digest, entryHash, type ContractEventType } from '@lienket/contracts';
import { addDays, type Day } from '@lienket/platform';
import { instantOn, type DemoCalendar } from './demo-calendar.js';
import type { Crop } from './demo-crops.js';
import type { Dice } from './demo-dice.js';
import type { DemoParty } from './demo-linkages.js';
import type { DemoOrganization } from './demo-organization.js';
import type { DemandRow, DemoRows, LineRow, ListingRow } from './demo-rows.js';

/** Who writes the demo's contracts down, and with what. */
export interface Desk {
  readonly dice: Dice;
  readonly calendar: DemoCalendar;
  readonly rows: DemoRows;
  /** The manager who attests. */
  readonly managerId: string;
  /** The person who signs and posts for an organization. */
  readonly userOf: (organization: DemoOrganization) => string;
}

export interface Happening {
  readonly type: ContractEventType;
  readonly at: Date;
  readonly organizationId: string | null;
  readonly version: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A time of day at which people work, to the millisecond. */
export const workingTime = (dice: Dice, day: Day, fromHour = 8, toHour = 17): Date =>
  new Date(instantOn(day, dice.whole(fromHour * 60, toHour * 60)).getTime() + dice.whole(0, 59_999));

/** Writes the history of a contract with its chain of hashes, oldest first. */
export function writeLedger({ rows }: Desk, contractId: string, happenings: readonly Happening[]): void {
  let hash = '';
  for (const [index, happening] of [...happenings].sort((a, b) => a.at.getTime() - b.at.getTime()).entries()) {
    const sequence = index + 1;
    hash = entryHash({ ...happening, contractId, sequence }, hash);
    const { type, at, organizationId, version, facts } = happening;
    rows.events.push({
      contract_id: contractId,
      sequence,
      type,
      at,
      organization_id: organizationId,
      version,
      facts,
      hash,
    });
  }
}

export const contentDigest = (content: object): string => digest(content);

const MECHANISMS: readonly (readonly [mechanism: string, weight: number])[] = [
  ['FIXED', 5],
  ['FLOOR_WITH_MARKET', 3],
  ['MARKET_LINKED', 2],
  ['COST_PLUS', 0.5],
];

export interface Deal {
  readonly contractId: string;
  readonly offeredOn: Day;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly crop: Crop;
  readonly supplier: DemoParty;
  readonly buyer: DemoParty;
}

/** One line of a first version, often of a listing, sometimes of a demand too. */
export function firstLine(desk: Desk, deal: Deal): LineRow {
  const { dice } = desk;
  const { contractId, crop, supplier, buyer, offeredOn } = deal;
  const quantityKg = Math.max(500, Math.round(crop.typicalTonnes * dice.between(0.3, 1.4) * 10) * 100);
  const price = roundedPrice(crop.priceVndPerKg * dice.between(0.88, 1.06));
  const line = {
    commodity_code: crop.code,
    variety: dice.chance(0.4) ? varietyOf(dice, crop) : null,
    grade: dice.of([...crop.grades.slice(0, 2), null]),
  };
  const traded = { ...line, quantityKg, price, day: offeredOn, crop };
  const listing = dice.chance(0.45) ? pastListing(desk, supplier.organization, traded) : null;
  const demand =
    buyer.organization.first.kind === 'ENTERPRISE' && dice.chance(0.3)
      ? pastDemand(desk, buyer.organization, traded)
      : null;
  return {
    ...line,
    id: dice.id(instantOn(offeredOn, 0)),
    contract_id: contractId,
    version: 1,
    position: 0,
    supplier_id: supplier.organization.id,
    buyer_id: buyer.organization.id,
    listing_id: listing?.id ?? null,
    demand_id: demand?.id ?? null,
    quantity_kg: quantityKg,
    accepted_kg: 0,
    price_mechanism: dice.weighted(MECHANISMS, ([, weight]) => weight)[0],
    price_vnd_per_kg: price,
  };
}

interface Traded {
  readonly crop: Crop;
  readonly variety: string | null;
  readonly grade: string | null;
  readonly quantityKg: number;
  readonly price: number;
  readonly day: Day;
}

function postedBefore({ dice, calendar }: Desk, owner: DemoOrganization, { day }: Traded) {
  const earliestDay = addDays(owner.foundedOn > calendar.takeOver ? owner.foundedOn : calendar.takeOver, 1);
  const postedOn = dice.day(addDays(day, -25) > earliestDay ? addDays(day, -25) : earliestDay, addDays(day, -1));
  return { created_at: workingTime(dice, postedOn), window: `[${postedOn},${addDays(day, dice.whole(20, 110))})` };
}

function pastListing(desk: Desk, owner: DemoOrganization, traded: Traded): ListingRow {
  const { dice } = desk;
  const { created_at, window } = postedBefore(desk, owner, traded);
  desk.userOf(owner);
  const listing: ListingRow = {
    id: dice.id(created_at),
    organization_id: owner.id,
    commodity_code: traded.crop.code,
    variety: traded.variety,
    grade: traded.grade,
    certifications: certificationsOf(dice, traded.crop),
    quantity_kg: dice.chance(0.4)
      ? traded.quantityKg
      : Math.round((traded.quantityKg * dice.between(1, 1.8)) / 100) * 100,
    held_kg: 0,
    minimum_lot_kg: Math.round(traded.quantityKg / 1000) * 100,
    available: window,
    ask_price_vnd_per_kg: dice.chance(0.15) ? null : roundedPrice(traded.price * dice.between(0.99, 1.06)),
    province_code: owner.first.provinceCode,
    latitude: null,
    longitude: null,
    withdrawn_at: null,
    created_at,
  };
  desk.rows.listings.push(listing);
  return listing;
}

function pastDemand(desk: Desk, owner: DemoOrganization, traded: Traded): DemandRow {
  const { dice } = desk;
  const { created_at, window } = postedBefore(desk, owner, traded);
  desk.userOf(owner);
  const demand: DemandRow = {
    id: dice.id(created_at),
    buyer_id: owner.id,
    commodity_code: traded.crop.code,
    variety: null,
    minimum_grade: traded.crop.grades.at(-1) ?? null,
    required_certifications: [],
    quantity_kg: Math.round((traded.quantityKg * dice.between(1, 2.5)) / 100) * 100,
    held_kg: 0,
    minimum_lot_kg: Math.round(traded.quantityKg / 1000) * 100,
    maximum_suppliers: dice.chance(0.3) ? dice.whole(2, 8) : null,
    deliver: window,
    maximum_price_vnd_per_kg: dice.chance(0.15) ? null : roundedPrice(traded.price * dice.between(1, 1.08)),
    province_code: owner.first.provinceCode,
    latitude: null,
    longitude: null,
    withdrawn_at: null,
    created_at,
  };
  desk.rows.demands.push(demand);
  return demand;
}

/** To hundreds of VND where a kilogram costs thousands, to tens below. */
export const roundedPrice = (vndPerKg: number): number =>
  vndPerKg >= 5000 ? Math.round(vndPerKg / 100) * 100 : Math.round(vndPerKg / 10) * 10;

export const varietyOf = (dice: Dice, crop: Crop): string | null =>
  crop.varieties.length > 0 ? dice.of(crop.varieties) : null;

export const certificationsOf = (dice: Dice, crop: Crop): string[] =>
  dice
    .some(
      crop.certifications,
      dice.weighted([0, 1, 2], (count) => [4, 5, 2][count] ?? 1),
    )
    .sort();
