import { addDays, latest, type Day } from '@lienket/platform';
import { daysBetween, monthOf } from './demo-calendar.js';
import type { Crop, DemoProvince } from './demo-crops.js';
import { certificationsOf, roundedPrice, varietyOf, workingTime, type Desk } from './demo-desk.js';
import { fits, fitted, type Fitted } from './demo-fit.js';
import { isActive, type DemoOrganization } from './demo-organization.js';
import type { DemoRegister } from './demo-organizations.js';
import type { DemandRow, ListingRow } from './demo-rows.js';

const OPEN_LISTINGS = 400;
const OPEN_DEMANDS = 150;
/** How many listings an open demand fits on average. */
const FITS_WANTED = 10;
const TRIES = 16;
const WITHDRAWN_LISTINGS = 12;
const WITHDRAWN_DEMANDS = 5;

/** Fills the market up to its numbers of open postings, beside those that contracts have left open. */
export function fillMarket(
  desk: Desk,
  register: DemoRegister,
  provinces: readonly DemoProvince[],
  crops: readonly Crop[],
): void {
  const { dice, rows, calendar } = desk;
  const { today } = calendar;
  const settledOn = addDays(today, -25);
  const traders = register.all.filter(
    (organization) =>
      organization.crops.length > 0 && isActive(organization, settledOn) && isActive(organization, today),
  );
  const suppliers = traders.filter(({ first }) => first.kind !== 'ENTERPRISE');
  const buyers = traders.filter(({ first }) => first.kind === 'ENTERPRISE');
  const background = {
    organizations: new Map(register.all.map((organization) => [organization.id, organization])),
    provinces,
    crops,
  };
  const isOpen = ({ row, until }: Fitted<ListingRow | DemandRow>): boolean =>
    row.withdrawn_at === null && row.held_kg < row.quantity_kg && until > today && traders.includes(ownerOf(row));
  const ownerOf = (row: ListingRow | DemandRow): DemoOrganization =>
    background.organizations.get('available' in row ? row.organization_id : row.buyer_id) ?? register.pinned.coop;

  const inSeason = crops.filter(
    (crop) =>
      [0, 30, 60].some((days) => crop.sellingMonths.includes(monthOf(addDays(today, days)))) &&
      suppliers.some((supplier) => supplier.crops.includes(crop)),
  );
  const listings = rows.listings.map((row) => fitted(row, background)).filter(isOpen);
  const list = (row: ListingRow): void => {
    rows.listings.push(row);
    const posting = fitted(row, background);
    if (isOpen(posting)) listings.push(posting);
  };
  list(
    tourListing(desk, register.pinned.coop, {
      tonnes: 40,
      grade: 0,
      priceVndPerKg: 10_800,
      certifications: ['VIETGAP'],
    }),
  );
  list(
    tourListing(desk, register.pinned.coop2, {
      tonnes: 18,
      grade: 0,
      priceVndPerKg: 98_500,
      certifications: ['FOUR_C', 'RAINFOREST_ALLIANCE'],
    }),
  );
  while (listings.length < OPEN_LISTINGS) {
    const crop = dice.weighted(inSeason, ({ marketWeight }) => marketWeight ** 1.4);
    list(
      newListing(
        desk,
        dice.of(suppliers.filter((supplier) => supplier.crops.includes(crop) && !isPinned(register, supplier))),
        crop,
        null,
      ),
    );
  }
  for (let count = 0; count < WITHDRAWN_LISTINGS; count += 1) {
    const owner = dice.of(suppliers.filter((supplier) => !isPinned(register, supplier)));
    list(newListing(desk, owner, dice.of(owner.crops), addDays(calendar.yesterday, -dice.whole(0, 20))));
  }

  const demands = rows.demands.map((row) => fitted(row, background)).filter(isOpen);
  const fitCount = (demand: Fitted<DemandRow>) => listings.filter((listing) => fits(listing, demand)).length;
  let fitSum = demands.reduce((sum, demand) => sum + fitCount(demand), 0);
  const want = (row: DemandRow): void => {
    rows.demands.push(row);
    const demand = fitted(row, background);
    if (!isOpen(demand)) return;
    demands.push(demand);
    fitSum += fitCount(demand);
  };
  want(
    tourDemand(desk, register.pinned.buyer, {
      tonnes: 80,
      minimumLotTonnes: 5,
      priceVndPerKg: 11_500,
      certifications: ['VIETGAP'],
    }),
  );
  want(
    tourDemand(desk, register.pinned.buyer2, {
      tonnes: 120,
      minimumLotTonnes: 10,
      priceVndPerKg: 101_000,
      certifications: ['FOUR_C'],
    }),
  );
  const supplyOf = new Map(inSeason.map((crop) => [crop, listings.filter((listing) => listing.crop === crop).length]));
  const wanted = inSeason.filter(
    (crop) => (supplyOf.get(crop) ?? 0) >= 5 && buyers.some((buyer) => buyer.crops.includes(crop)),
  );
  while (demands.length < OPEN_DEMANDS) {
    const crop = dice.weighted(wanted, (candidate) => (supplyOf.get(candidate) ?? 0) ** 1.5);
    const buyer = dice.of(buyers.filter((candidate) => candidate.crops.includes(crop)));
    // Around the wish, and steered back where the sum so far has drifted off.
    const aim = FITS_WANTED + dice.between(-6, 6) + (FITS_WANTED * demands.length - fitSum) / 6;
    const drafts = Array.from({ length: TRIES }, () => fitted(newDemand(desk, buyer, crop, null), background)).map(
      (draft) => ({ draft, off: Math.abs(fitCount(draft) - aim) }),
    );
    want(drafts.reduce((best, other) => (other.off < best.off ? other : best)).draft.row);
  }
  for (let count = 0; count < WITHDRAWN_DEMANDS; count += 1) {
    const buyer = dice.of(buyers);
    want(newDemand(desk, buyer, dice.of(buyer.crops), addDays(calendar.yesterday, -dice.whole(0, 20))));
  }
}

const isPinned = ({ pinned }: DemoRegister, organization: DemoOrganization): boolean =>
  organization === pinned.coop || organization === pinned.coop2;

/** Days on which a crop is sold, some of them from today on. */
function sellingWindow({ dice, calendar }: Desk, crop: Crop): string {
  const { today } = calendar;
  let from = addDays(today, dice.whole(-15, 60));
  for (let days = 0; days <= 75 && !crop.sellingMonths.includes(monthOf(from)); days += 1)
    from = addDays(today, days - 15);
  let until = addDays(latest(from, today), dice.whole(20, 75));
  while (daysBetween(latest(from, today), until) > 4 && !crop.sellingMonths.includes(monthOf(until)))
    until = addDays(until, -3);
  return `[${from},${until})`;
}

function postedOn({ dice, calendar }: Desk, owner: DemoOrganization, before: Day | null): Date {
  const last = before ?? calendar.yesterday;
  return workingTime(
    dice,
    dice.day(latest(addDays(last, -40), addDays(owner.foundedOn, 1)), last),
    8,
    before === null ? 17 : 11,
  );
}

function newListing(desk: Desk, owner: DemoOrganization, crop: Crop, withdrawnOn: Day | null): ListingRow {
  const { dice } = desk;
  desk.userOf(owner);
  const created_at = postedOn(desk, owner, withdrawnOn);
  const quantityKg = Math.max(300, Math.round(crop.typicalTonnes * dice.between(0.3, 1.8) * 10) * 100);
  const [best = null, second = best] = crop.grades;
  return {
    id: dice.id(created_at),
    organization_id: owner.id,
    commodity_code: crop.code,
    variety: dice.chance(0.6) ? varietyOf(dice, crop) : null,
    grade: dice.weighted([best, second, crop.grades.at(-1) ?? null, null], (grade) =>
      grade === null ? 1 : grade === best ? 9 : 5,
    ),
    certifications: certificationsOf(dice, crop),
    quantity_kg: quantityKg,
    held_kg: 0,
    minimum_lot_kg: Math.max(100, Math.round((quantityKg * dice.between(0.03, 0.2)) / 100) * 100),
    available: sellingWindow(desk, crop),
    ask_price_vnd_per_kg: dice.chance(0.12) ? null : roundedPrice(crop.priceVndPerKg * dice.between(0.9, 1.12)),
    province_code: owner.first.provinceCode,
    latitude: null,
    longitude: null,
    withdrawn_at: withdrawnOn === null ? null : workingTime(dice, withdrawnOn, 13),
    created_at,
  };
}

function newDemand(desk: Desk, buyer: DemoOrganization, crop: Crop, withdrawnOn: Day | null): DemandRow {
  const { dice } = desk;
  desk.userOf(buyer);
  const created_at = postedOn(desk, buyer, withdrawnOn);
  const quantityKg = Math.max(1000, Math.round(crop.typicalTonnes * dice.between(0.8, 4)) * 1000);
  return {
    id: dice.id(created_at),
    buyer_id: buyer.id,
    commodity_code: crop.code,
    variety: dice.chance(0.1) ? varietyOf(dice, crop) : null,
    minimum_grade: dice.weighted(
      [null, crop.grades.at(-1) ?? null, crop.grades[1] ?? null, crop.grades[0] ?? null],
      () => 1,
    ),
    required_certifications: dice.chance(0.2) ? dice.some(crop.certifications.slice(0, 2), 1) : [],
    quantity_kg: quantityKg,
    held_kg: 0,
    minimum_lot_kg: Math.max(
      100,
      Math.round((Math.min(quantityKg, crop.typicalTonnes * 1000) * dice.between(0.01, 0.25)) / 100) * 100,
    ),
    maximum_suppliers: dice.chance(0.3) ? dice.whole(2, 10) : null,
    deliver: sellingWindow(desk, crop),
    maximum_price_vnd_per_kg: dice.chance(0.12) ? null : roundedPrice(crop.priceVndPerKg * dice.between(0.94, 1.2)),
    province_code: buyer.first.provinceCode,
    latitude: null,
    longitude: null,
    withdrawn_at: withdrawnOn === null ? null : workingTime(dice, withdrawnOn, 13),
    created_at,
  };
}

interface TourPosting {
  readonly tonnes: number;
  readonly priceVndPerKg: number;
  readonly certifications: readonly string[];
}

/** The listing of a demo account, open for two months: the README's tour begins with it. */
function tourListing(
  desk: Desk,
  owner: DemoOrganization,
  { tonnes, grade, priceVndPerKg, certifications }: TourPosting & { grade: number },
): ListingRow {
  const { today } = desk.calendar;
  const crop = tourCrop(owner);
  return {
    ...newListing(desk, owner, crop, null),
    variety: null,
    grade: crop.grades[grade] ?? null,
    certifications,
    quantity_kg: tonnes * 1000,
    minimum_lot_kg: 1000,
    available: `[${addDays(today, -3)},${addDays(today, 61)})`,
    ask_price_vnd_per_kg: priceVndPerKg,
  };
}

function tourDemand(
  desk: Desk,
  buyer: DemoOrganization,
  { tonnes, minimumLotTonnes, priceVndPerKg, certifications }: TourPosting & { minimumLotTonnes: number },
): DemandRow {
  const { today } = desk.calendar;
  const crop = tourCrop(buyer);
  return {
    ...newDemand(desk, buyer, crop, null),
    variety: null,
    minimum_grade: crop.grades[1] ?? null,
    required_certifications: certifications,
    quantity_kg: tonnes * 1000,
    minimum_lot_kg: minimumLotTonnes * 1000,
    deliver: `[${addDays(today, -1)},${addDays(today, 61)})`,
    maximum_price_vnd_per_kg: priceVndPerKg,
  };
}

function tourCrop({ crops }: DemoOrganization): Crop {
  const [crop] = crops;
  if (!crop) throw new Error('The accounts of the tour trade something.');
  return crop;
}
