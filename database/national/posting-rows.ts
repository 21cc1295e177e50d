import type { Crop } from '../demo/demo-crops.js';
import { roundedPrice, varietyOf } from '../demo/demo-desk.js';
import type { Dice } from '../demo/demo-dice.js';
import { instantText, listText, type TableRows } from './copy-rows.js';
import type { AgreedPosting, Agreement } from './national-agreements.js';
import { cropDraw, seasonOf } from './national-crops.js';
import { atHour, stretchText, workingTime } from './national-days.js';
import { diceFor, idAt, logUniform } from './national-dice.js';
import { traderDraws, type NationalOrganization, type NationalRegister } from './national-organizations.js';
import type { NationalPlan } from './national-plan.js';

type Kind = 'LISTING' | 'DEMAND';

/** A posting with what both kinds have; the instant of its withdrawal where it is withdrawn. */
interface Posting extends AgreedPosting {
  readonly owner: NationalOrganization;
  readonly crop: Crop;
  readonly withdrawnAt: number | null;
  /** Of the contract with which it was made: its goods are those of the contract. */
  readonly agreement: Agreement | null;
}

const WINDOW_DAYS = { LISTING: [7, 52], DEMAND: [5, 30] } as const;
const SHARED_COLUMNS = [
  'id',
  'commodity_code',
  'variety',
  'quantity_kg',
  'held_kg',
  'province_code',
  'withdrawn_at',
  'created_at',
];
/** Beside so many open ones, one was withdrawn and one ran out unsold. */
const OPEN_FOR_EACH_CLOSED = 20;
const POSTED_WITHIN_DAYS = 40;
/** From the end of a working day: before midnight. */
const WITHDRAWN_WITHIN_MS = 6 * 3_600_000;
/** In which share of listings an organization holds the first of its crop's certificates, the second, and so on. */
const CERTIFICATE_SHARES = [0.45, 0.2, 0.12, 0.06];
const REQUIRED_SHARES = [0.12, 0.04];

const lotKg = logUniform(200, 13_000);

export function listingRows(
  seed: number,
  plan: NationalPlan,
  crops: readonly Crop[],
  { suppliers }: NationalRegister,
  agreements: readonly Agreement[],
): TableRows {
  const dice = diceFor(seed, 'market.listing');
  return {
    table: 'market.listing',
    columns: [
      ...SHARED_COLUMNS, 'organization_id', 'grade', 'certifications', 'minimum_lot_kg', 'available', 'ask_price_vnd_per_kg',
    ], // prettier-ignore
    rows: postings('LISTING', dice, plan, { crops, traders: suppliers, agreements, quantityKg: lotKg }, (posting) => {
      const { crop, quantityKg, agreement } = posting;
      const price = agreement
        ? agreement.priceVndPerKg * dice.between(0.97, 1.03)
        : crop.priceVndPerKg * dice.between(0.88, 1.12);
      return [
        posting.owner.id,
        agreement ? agreement.grade : gradeOf(dice, crop),
        certificates(dice, crop, CERTIFICATE_SHARES),
        Math.max(100, Math.floor((quantityKg * dice.between(0, 0.2)) / 100) * 100),
        stretchText(posting.from, posting.until),
        dice.chance(0.1) ? null : roundedPrice(price),
      ];
    }),
  };
}

export function demandRows(
  seed: number,
  plan: NationalPlan,
  crops: readonly Crop[],
  { buyers }: NationalRegister,
  agreements: readonly Agreement[],
): TableRows {
  const dice = diceFor(seed, 'market.demand');
  const wantedKg = () => dice.whole(2000, 99_000);
  return {
    table: 'market.demand',
    columns: [
      ...SHARED_COLUMNS, 'buyer_id', 'minimum_grade', 'required_certifications', 'minimum_lot_kg', 'maximum_suppliers', 'deliver',
      'maximum_price_vnd_per_kg',
    ], // prettier-ignore
    rows: postings('DEMAND', dice, plan, { crops, traders: buyers, agreements, quantityKg: wantedKg }, (posting) => {
      const { crop, quantityKg, agreement } = posting;
      const price = agreement
        ? agreement.priceVndPerKg * dice.between(1, 1.1)
        : crop.priceVndPerKg * dice.between(0.95, 1.2);
      return [
        posting.owner.id,
        agreement ? null : leastGradeOf(dice, crop),
        certificates(dice, crop, REQUIRED_SHARES),
        Math.min(quantityKg, dice.whole(200, 1200)),
        dice.whole(3, 14),
        stretchText(posting.from, posting.until),
        dice.chance(0.1) ? null : roundedPrice(price),
      ];
    }),
  };
}

interface Market {
  readonly crops: readonly Crop[];
  readonly traders: readonly NationalOrganization[];
  readonly agreements: readonly Agreement[];
  readonly quantityKg: (dice: Dice) => number;
}
type Row = TableRows['rows'] extends Iterable<infer Values> ? Values : never;

/** Those that contracts were made of, some of them still open; new ones up to the plan's number of open ones; and closed ones. */
function* postings(
  kind: Kind,
  dice: Dice,
  plan: NationalPlan,
  market: Market,
  own: (posting: Posting) => Row,
): Generator<Row> {
  const { today } = plan;
  const wanted = kind === 'LISTING' ? plan.openListings : plan.openDemands;
  let open = 0;
  for (const agreement of market.agreements) {
    const agreed = kind === 'LISTING' ? agreement.listing : agreement.demand;
    if (!agreed) continue;
    const isOpen = agreed.until > today && agreed.heldKg < agreed.quantityKg;
    // Very many of one day could be more than the plan has: what is too many is taken back.
    const withdrawnAt = isOpen && open >= wanted ? Math.max(agreed.createdAt, atHour(today - 1, 18)) : null;
    if (isOpen && withdrawnAt === null) open += 1;
    const owner = kind === 'LISTING' ? agreement.supplier : agreement.buyer;
    yield rowOf(dice, { ...agreed, owner, crop: agreement.crop, withdrawnAt, agreement }, own);
  }
  const draw = posted(kind, dice, today, market);
  for (; open < wanted; open += 1) yield rowOf(dice, draw('OPEN'), own);
  for (let closed = 0; closed < wanted / OPEN_FOR_EACH_CLOSED; closed += 1) {
    yield rowOf(dice, draw('WITHDRAWN'), own);
    yield rowOf(dice, draw('RUN_OUT'), own);
  }
}

/** Draws postings of those who trade, in the season of what they trade. */
function posted(kind: Kind, dice: Dice, today: number, { crops, traders, quantityKg }: Market) {
  const traderOf = traderDraws(traders);
  const cropOf = cropDraw(crops, (crop) => traderOf.has(crop));
  const seasons = new Map(crops.map((crop) => [crop, seasonOf(crop, today)]));
  const [daysLeast, daysMost] = WINDOW_DAYS[kind];
  return (fate: 'OPEN' | 'WITHDRAWN' | 'RUN_OUT'): Posting => {
    const crop = cropOf(dice);
    const owner = traderOf.get(crop)?.(dice);
    if (!owner) throw new Error('Only what somebody trades is drawn.');
    const days = dice.whole(daysLeast, daysMost);
    const createdOn = today - dice.whole(1, POSTED_WITHIN_DAYS) - (fate === 'RUN_OUT' ? days : 0);
    const from = fate === 'RUN_OUT' ? createdOn : laterThan(today - days, dice, seasons.get(crop) ?? []);
    const createdAt = workingTime(dice, createdOn);
    const withdrawnAt = fate === 'WITHDRAWN' ? createdAt + dice.whole(60_000, WITHDRAWN_WITHIN_MS) : null;
    const id = idAt(dice, createdAt);
    const amount = { quantityKg: quantityKg(dice), heldKg: 0 };
    return { id, owner, crop, createdAt, ...amount, from, until: from + days, withdrawnAt, agreement: null };
  };
}

/** A day of the season after the given one: there is one, for a season reaches far beyond today. */
function laterThan(day: number, dice: Dice, season: readonly number[]): number {
  let from: number;
  do from = dice.of(season);
  while (from <= day);
  return from;
}

function rowOf(dice: Dice, posting: Posting, own: (posting: Posting) => Row): Row {
  const { id, crop, quantityKg, heldKg, owner, withdrawnAt, createdAt } = posting;
  return [
    id,
    crop.code,
    dice.chance(posting.agreement ? 0 : 0.3) ? varietyOf(dice, crop) : null,
    quantityKg,
    heldKg,
    owner.province.code,
    withdrawnAt === null ? null : instantText(withdrawnAt),
    instantText(createdAt),
    ...own(posting),
  ];
}

const certificates = (dice: Dice, { certifications }: Crop, shares: readonly number[]): string =>
  listText(certifications.filter((_, rank) => dice.chance(shares[rank] ?? 0)));

/** The best more often than all others together; a few don't say. */
function gradeOf(dice: Dice, { grades }: Crop): string | null {
  return grades[Math.floor(dice.next() * dice.next() * (grades.length + 1))] ?? null;
}

/** Mostly any, seldom only the best. */
function leastGradeOf(dice: Dice, { grades }: Crop): string | null {
  const rank = Math.floor(dice.next() * dice.next() * (grades.length + 1));
  return rank === 0 ? null : (grades[grades.length - rank] ?? null);
}
