import type { Crop } from '../demo/demo-crops.js';
import type { Dice } from '../demo/demo-dice.js';
import { roundedPrice } from '../demo/demo-desk.js';
import { atHour, dayOf, workingTime } from './national-days.js';
import { diceFor, idAt, logUniform, weightedDraw } from './national-dice.js';
import { cropDraw } from './national-crops.js';
import { traderDraws, type NationalOrganization, type NationalRegister } from './national-organizations.js';
import type { NationalPlan } from './national-plan.js';

/** What a contract says, and what became of it. Amounts are whole kilograms, instants milliseconds since the epoch. */
export interface Agreement {
  readonly id: string;
  readonly origin: 'SIGNED_HERE' | 'ATTESTED';
  readonly form: string;
  readonly status: 'OFFERED' | 'SIGNED' | 'COMPLETED' | 'TERMINATED' | 'DECLINED' | 'WITHDRAWN';
  readonly crop: Crop;
  readonly supplier: NationalOrganization;
  readonly buyer: NationalOrganization;
  readonly offeredBySupplier: boolean;
  readonly offeredAt: number;
  /** null where the first version was the last. */
  readonly counteredAt: number | null;
  /** Of the supplier and of the buyer, where they have signed. */
  readonly signedAt: { readonly supplier: number | null; readonly buyer: number | null };
  readonly signedOn: number | null;
  readonly startsOn: number;
  readonly endsOn: number;
  /** When it was terminated, declined or withdrawn. */
  readonly endedAt: number | null;
  readonly terminatedOn: number | null;
  /** Of every version the one line, with the same posting. */
  readonly lineIds: readonly string[];
  readonly quantityKg: number;
  readonly acceptedKg: number;
  readonly priceVndPerKg: number;
  readonly grade: string | null;
  readonly listing: AgreedPosting | null;
  readonly demand: AgreedPosting | null;
  readonly deliveries: readonly AgreedDelivery[];
}

/** The posting from which a line takes, made with it. */
export interface AgreedPosting {
  readonly id: string;
  readonly createdAt: number;
  readonly quantityKg: number;
  readonly heldKg: number;
  readonly from: number;
  readonly until: number;
}

export interface AgreedDelivery {
  readonly id: string;
  readonly on: number;
  readonly at: number;
  readonly quantityKg: number;
  readonly acceptedKg: number;
  readonly bySupplier: boolean;
}

const FORMS: readonly (readonly [form: string, weight: number])[] = [
  ['PRODUCTION', 29],
  ['INPUTS_PRODUCTION', 19],
  ['PROCESSING', 13],
  ['PRODUCTION_PROCESSING', 13],
  ['INPUTS', 9],
  ['FULL_CHAIN', 8],
  ['INPUTS_PROCESSING', 4],
  ['SPOT_SALE', 5],
];
const TERM_DAYS = [150, 240, 365, 365, 365, 540, 730, 1095];
const ATTESTED_SHARE = 0.42;
const UNSIGNED_SHARE = 0.1;
/** Before its first contract an organization is there for so long, and has posted. */
const SETTLED_DAYS = 14;
const POSTED_BEFORE_MS = 5 * 86_400_000;
const COUNTERED_SHARE = 0.12;
const TERMINATED_SHARE = 0.06;
const LISTED_SHARE = 0.7;
const DEMANDED_SHARE = 0.4;
const SUPPLIER_OFFERS_SHARE = 0.45;
const UNSIGNED = ['OFFERED', 'OFFERED', 'DECLINED', 'WITHDRAWN'] as const;

const UNSIGNED_YET = { supplier: null, buyer: null } as const;
const NO_END = { endedAt: null, terminatedOn: null } as const;

const formDraw = weightedDraw(FORMS.map(([, weight]) => weight));
const lotKg = logUniform(200, 13_000);

/** Contracts since the first day, more and more of them. */
export function makeAgreements(
  seed: number,
  plan: NationalPlan,
  crops: readonly Crop[],
  { suppliers, buyers }: NationalRegister,
): Agreement[] {
  const dice = diceFor(seed, 'agreements');
  const supplierOf = traderDraws(suppliers);
  const buyerOf = traderDraws(buyers);
  const draw = cropDraw(crops, (crop) => supplierOf.has(crop) && buyerOf.has(crop));
  return Array.from({ length: plan.contracts }, () => {
    const crop = draw(dice);
    const [supplier, one, other] = [supplierOf.get(crop)?.(dice), buyerOf.get(crop)?.(dice), buyerOf.get(crop)?.(dice)];
    if (!supplier || !one || !other) throw new Error('Only what is sold and bought is drawn.');
    const isNear = (buyer: NationalOrganization) => buyer.province.regionVi === supplier.province.regionVi;
    return agree(dice, plan, { crop, supplier, buyer: isNear(other) && !isNear(one) ? other : one });
  });
}

interface Deal {
  readonly crop: Crop;
  readonly supplier: NationalOrganization;
  readonly buyer: NationalOrganization;
  readonly concludedOn: number;
  readonly startsOn: number;
  readonly endsOn: number;
  readonly quantityKg: number;
}

function agree(
  dice: Dice,
  { firstDay, today }: NationalPlan,
  { crop, supplier, buyer }: Pick<Deal, 'crop' | 'supplier' | 'buyer'>,
): Agreement {
  const earliestOn = Math.max(firstDay, supplier.foundedOn) + SETTLED_DAYS;
  const concludedOn = earliestOn + Math.floor(Math.sqrt(dice.next()) * (today - 1 - earliestOn));
  const startsOn = concludedOn + dice.whole(0, 12);
  const endsOn = startsOn + dice.of(TERM_DAYS) - 1;
  const deal = { crop, supplier, buyer, concludedOn, startsOn, endsOn, quantityKg: lotKg(dice) * dice.whole(1, 8) };
  if (dice.chance(ATTESTED_SHARE)) return attest(dice, today, deal);
  const offeredAt = workingTime(dice, Math.max(earliestOn, concludedOn - dice.whole(0, 8)), 8, 12);
  return dice.chance(UNSIGNED_SHARE) ? offer(dice, deal, offeredAt) : sign(dice, today, deal, offeredAt);
}

// Each is written out whole, not put together of parts: there are a hundred thousand of them.

function attest(dice: Dice, today: number, deal: Deal): Agreement {
  const { crop, supplier, buyer, concludedOn, startsOn, endsOn, quantityKg } = deal;
  const recordedAt = workingTime(dice, Math.min(today - 1, concludedOn + dice.whole(0, 60)), 9);
  const { endedAt, terminatedOn } = drawEnd(dice, today, deal, dayOf(recordedAt));
  return {
    id: idAt(dice, recordedAt),
    origin: 'ATTESTED',
    form: drawForm(dice, 'ATTESTED'),
    status: terminatedOn === null ? 'SIGNED' : 'TERMINATED',
    crop,
    supplier,
    buyer,
    offeredBySupplier: false,
    offeredAt: recordedAt,
    counteredAt: null,
    signedAt: UNSIGNED_YET,
    signedOn: concludedOn,
    startsOn,
    endsOn,
    endedAt,
    terminatedOn,
    lineIds: [],
    quantityKg,
    acceptedKg: 0,
    priceVndPerKg: priceOf(dice, crop),
    grade: gradeOf(dice, crop),
    listing: null,
    demand: null,
    deliveries: [],
  };
}

/** An offer that nobody signs to the end. */
function offer(dice: Dice, deal: Deal, offeredAt: number): Agreement {
  const { crop, supplier, buyer, concludedOn, startsOn, endsOn, quantityKg } = deal;
  const counteredAt = drawCounter(dice, offeredAt);
  const offeredBySupplier = dice.chance(SUPPLIER_OFFERS_SHARE);
  const status = dice.of(UNSIGNED);
  const lastAt = atHour(concludedOn, 14);
  const signedAt = status === 'OFFERED' && dice.chance(0.4) ? lastAt : null;
  const lastBySupplier = offeredBySupplier !== (counteredAt !== null);
  return {
    id: idAt(dice, offeredAt),
    origin: 'SIGNED_HERE',
    form: drawForm(dice, 'SIGNED_HERE'),
    status,
    crop,
    supplier,
    buyer,
    offeredBySupplier,
    offeredAt,
    counteredAt,
    signedAt: lastBySupplier ? { supplier: signedAt, buyer: null } : { supplier: null, buyer: signedAt },
    signedOn: null,
    startsOn,
    endsOn,
    endedAt: status === 'OFFERED' ? null : lastAt + dice.whole(60_000, 7_200_000),
    terminatedOn: null,
    lineIds: idsOfLines(dice, offeredAt, counteredAt),
    quantityKg,
    acceptedKg: 0,
    priceVndPerKg: priceOf(dice, crop),
    grade: gradeOf(dice, crop),
    ...drawPostings(dice, deal, offeredAt, 0),
    deliveries: [],
  };
}

function sign(dice: Dice, today: number, deal: Deal, offeredAt: number): Agreement {
  const { crop, supplier, buyer, concludedOn, startsOn, endsOn, quantityKg } = deal;
  const counteredAt = drawCounter(dice, offeredAt);
  const lastAt = atHour(concludedOn, 14);
  const end = drawEnd(dice, today, deal, concludedOn);
  const until = end.endedAt === null ? Math.min(endsOn, today - 1) : dayOf(end.endedAt) - 1;
  const deliveries = deliver(dice, deal, until);
  const acceptedKg = deliveries.reduce((sum, delivery) => sum + delivery.acceptedKg, 0);
  const isFulfilled = acceptedKg >= quantityKg;
  const { endedAt, terminatedOn } = isFulfilled ? NO_END : end;
  return {
    id: idAt(dice, offeredAt),
    origin: 'SIGNED_HERE',
    form: drawForm(dice, 'SIGNED_HERE'),
    status: isFulfilled ? 'COMPLETED' : terminatedOn === null ? 'SIGNED' : 'TERMINATED',
    crop,
    supplier,
    buyer,
    offeredBySupplier: dice.chance(SUPPLIER_OFFERS_SHARE),
    offeredAt,
    counteredAt,
    signedAt: { supplier: lastAt + dice.whole(0, 1_799_999), buyer: lastAt + dice.whole(1_800_000, 3_600_000) },
    signedOn: concludedOn,
    startsOn,
    endsOn,
    endedAt,
    terminatedOn,
    lineIds: idsOfLines(dice, offeredAt, counteredAt),
    quantityKg,
    acceptedKg,
    priceVndPerKg: priceOf(dice, crop),
    grade: gradeOf(dice, crop),
    // A termination gives back what was not accepted.
    ...drawPostings(dice, deal, offeredAt, terminatedOn === null ? quantityKg : acceptedKg),
    deliveries,
  };
}

const drawCounter = (dice: Dice, offeredAt: number): number | null =>
  dice.chance(COUNTERED_SHARE) ? offeredAt + dice.whole(1, 5_400_000) : null;

const idsOfLines = (dice: Dice, offeredAt: number, counteredAt: number | null): string[] =>
  counteredAt === null ? [idAt(dice, offeredAt)] : [idAt(dice, offeredAt), idAt(dice, counteredAt)];

const priceOf = (dice: Dice, { priceVndPerKg }: Crop): number => roundedPrice(priceVndPerKg * dice.between(0.88, 1.06));
const gradeOf = (dice: Dice, { grades }: Crop): string | null => grades[dice.whole(0, 2)] ?? null;

/** Paper is recorded for what makes a linkage; a plain sale is only ever agreed here. */
function drawForm(dice: Dice, origin: Agreement['origin']): string {
  const [form] = FORMS[formDraw(dice)] ?? ['PRODUCTION'];
  return origin === 'ATTESTED' && form === 'SPOT_SALE' ? 'PRODUCTION' : form;
}

/** A few are terminated in the middle of their term. */
function drawEnd(dice: Dice, today: number, { startsOn, endsOn }: Deal, recordedOn: number) {
  if (!dice.chance(TERMINATED_SHARE)) return NO_END;
  const knownOn = startsOn + Math.floor((endsOn - startsOn) * dice.between(0.3, 0.7));
  if (knownOn <= recordedOn + 1 || knownOn >= today) return NO_END;
  return { endedAt: workingTime(dice, knownOn), terminatedOn: Math.min(endsOn, knownOn + dice.of([0, 0, 15, 30])) };
}

/** Most contracts are fulfilled by their end, some to a part. */
function deliver(dice: Dice, { concludedOn, startsOn, endsOn, quantityKg }: Deal, until: number): AgreedDelivery[] {
  const from = Math.max(concludedOn + 1, startsOn);
  if (until < from) return [];
  const kept = dice.of([1, 1, 1, 0.93, 0.7]);
  const elapsed = until >= endsOn ? 1 : ((until - from) / Math.max(1, endsOn - from)) * dice.between(0.6, 0.95);
  const plannedKg = Math.floor(quantityKg * kept * elapsed);
  const count = Math.min(dice.whole(1, 3), Math.floor(plannedKg / 100));
  const days = Array.from({ length: count }, () => dice.whole(from, until)).sort((a, b) => a - b);
  let leftKg = plannedKg;
  return days.map((on, index) => {
    const acceptedKg = index === count - 1 ? leftKg : Math.floor(plannedKg / count);
    leftKg -= acceptedKg;
    // Of one day, later than the one before.
    const at = workingTime(dice, on, 9 + index * 2, 11 + index * 2);
    const broughtKg = Math.ceil(acceptedKg * dice.between(1, 1.05));
    return { id: idAt(dice, at), on, at, acceptedKg, quantityKg: broughtKg, bySupplier: dice.chance(0.4) };
  });
}

/** The listing and the demand that a line refers to, where it does. */
function drawPostings(
  dice: Dice,
  deal: Deal,
  offeredAt: number,
  heldKg: number,
): { listing: AgreedPosting | null; demand: AgreedPosting | null } {
  return {
    listing: dice.chance(LISTED_SHARE)
      ? drawPosting(dice, deal, { offeredAt, heldKg, days: dice.whole(7, 52), most: 1.8 })
      : null,
    demand: dice.chance(DEMANDED_SHARE)
      ? drawPosting(dice, deal, { offeredAt, heldKg, days: dice.whole(5, 30), most: 2.5 })
      : null,
  };
}

/** Open on the day on which the contract was concluded; the whole of it went into the contract, or up to `most` times as much was posted. */
function drawPosting(
  dice: Dice,
  { concludedOn, quantityKg }: Deal,
  { offeredAt, heldKg, days, most }: { offeredAt: number; heldKg: number; days: number; most: number },
): AgreedPosting {
  const createdAt = offeredAt - dice.whole(3_600_000, POSTED_BEFORE_MS);
  const from = concludedOn - dice.whole(0, days - 1);
  const postedKg = dice.chance(0.4) ? quantityKg : Math.round(quantityKg * dice.between(1, most));
  return { id: idAt(dice, createdAt), createdAt, quantityKg: postedKg, heldKg, from, until: from + days };
}
