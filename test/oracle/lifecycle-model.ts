/**
 * What a contract may do and what comes of it, written down once more from the API's words alone: plain objects, days as whole
 * numbers from the first day on, kilograms as whole numbers. It shares no code with the application.
 */
export type Who = 'FARM' | 'MILL' | 'UNION' | 'STRANGER';
type Party = Exclude<Who, 'STRANGER'>;

export interface Terms {
  readonly kg: number;
  /** Which of the farm's lots, by the order in which they were posted; null: none. */
  readonly lot: number | null;
  readonly startsIn: number;
  readonly lastsDays: number;
  /** null: the default. */
  readonly validForDays: number | null;
}

/** One thing that somebody does, or that time does. Contracts and lots by the order in which they came to be. */
export type Act =
  | { readonly does: 'OFFER'; readonly by: Who; readonly terms: Terms; readonly withUnion: boolean }
  | { readonly does: 'COUNTER'; readonly by: Who; readonly on: number; readonly version: number; readonly terms: Terms }
  | { readonly does: 'SIGN'; readonly by: Who; readonly on: number; readonly version: number }
  | { readonly does: 'DECLINE' | 'WITHDRAW'; readonly by: Who; readonly on: number }
  | { readonly does: 'TERMINATE'; readonly by: Who; readonly on: number; readonly inDays: number | null }
  | {
      readonly does: 'DELIVER';
      readonly by: Who;
      readonly on: number;
      /** Whose line it is on. */
      readonly version: number;
      readonly daysAgo: number;
      readonly acceptedKg: number;
    }
  | { readonly does: 'POST'; readonly kg: number; readonly forDays: number }
  | { readonly does: 'TAKE_DOWN'; readonly by: Who; readonly lot: number }
  | { readonly does: 'PASS'; readonly days: number }
  /** The nightly job. */
  | { readonly does: 'RECORD_LAPSED' };

interface Contract {
  readonly parties: Party[];
  offeredBy: Who;
  version: number;
  done: 'OFFERED' | 'SIGNED' | 'COMPLETED' | 'TERMINATED' | 'DECLINED' | 'WITHDRAWN';
  signedBy: Who[];
  kg: number;
  acceptedKg: number;
  lot: number | null;
  startsOn: number;
  endsOn: number;
  validUntil: number;
  signedOn: number | null;
  terminatedOn: number | null;
  readonly ledger: string[];
}

interface Lot {
  readonly kg: number;
  heldKg: number;
  readonly lastDay: number;
  isWithdrawn: boolean;
  /** Who sees it whatever becomes of it. */
  readonly knownTo: Who[];
}

export interface Lives {
  day: number;
  contracts: Contract[];
  lots: Lot[];
}

export const noLives = (): Lives => ({ day: 0, contracts: [], lots: [] });

export const copyOf = ({ day, contracts, lots }: Lives): Lives => ({
  day,
  contracts: contracts.map((each) => ({ ...each, signedBy: [...each.signedBy], ledger: [...each.ledger] })),
  lots: lots.map((lot) => ({ ...lot, knownTo: [...lot.knownTo] })),
});

const VALIDITY_DAYS = 30;
const DELIVERED_UNTIL_DAYS = 30;

/** What anybody can see of it all, in the same form as what is looked up in the database. */
export const seenOf = ({ day, contracts, lots }: Lives) => ({
  contracts: contracts.map((contract) => ({
    status: statusOf(contract, day),
    inForce: isInForce(contract, day),
    version: contract.version,
    signedBy: [...contract.signedBy].sort(),
    acceptedKg: contract.acceptedKg,
    ledger: contract.ledger,
  })),
  lots: lots.map(({ kg, heldKg, isWithdrawn }) => ({ leftKg: kg - heldKg, isWithdrawn })),
});

function statusOf({ done, validUntil, endsOn }: Contract, day: number): string {
  if (done === 'OFFERED' && (day > validUntil || day > endsOn)) return 'EXPIRED';
  return done === 'SIGNED' && day > endsOn ? 'COMPLETED' : done;
}

function isInForce({ signedOn, startsOn, endsOn, terminatedOn }: Contract, day: number): boolean {
  if (signedOn === null || day < signedOn || day < startsOn || day > endsOn) return false;
  return terminatedOn === null || day < terminatedOn;
}

/** Carries it out. @returns 'DONE', or the refusal: its code and the fact that comes with it. Refused, nothing changes. */
export function live(lives: Lives, act: Act): string {
  switch (act.does) {
    case 'OFFER':
      return offer(lives, act);
    case 'POST':
      lives.lots.push({ kg: act.kg, heldKg: 0, lastDay: lives.day + act.forDays, isWithdrawn: false, knownTo: [] });
      return 'DONE';
    case 'TAKE_DOWN':
      return takeDown(lives, act);
    case 'PASS':
      lives.day += act.days;
      return 'DONE';
    case 'RECORD_LAPSED':
      recordLapsed(lives);
      return 'DONE';
    default: {
      const contract = lives.contracts[act.on]!;
      return isParty(contract, act.by) ? onContract(lives, contract, act) : 'NOT_FOUND';
    }
  }
}

type OnContract = Extract<Act, { on: number }>;

function onContract(lives: Lives, contract: Contract, act: OnContract): string {
  switch (act.does) {
    case 'COUNTER':
      return counter(lives, contract, act);
    case 'SIGN':
      return sign(lives, contract, act);
    case 'TERMINATE':
      return terminate(lives, contract, act);
    case 'DELIVER':
      return deliver(lives, contract, act);
    default: {
      // Whoever made the version withdraws it, the others decline it.
      if ((contract.offeredBy === act.by) !== (act.does === 'WITHDRAW')) return 'FORBIDDEN';
      const status = statusOf(contract, lives.day);
      if (status !== 'OFFERED') return `INVALID_STATE ${status}`;
      contract.done = act.does === 'WITHDRAW' ? 'WITHDRAWN' : 'DECLINED';
      contract.ledger.push(contract.done);
      return 'DONE';
    }
  }
}

const isParty = ({ parties }: Contract, who: Who): boolean => parties.some((party) => party === who);

function judgeTerms({ day, lots }: Lives, by: Who, terms: Terms): string | null {
  if (terms.lot !== null && !sees(lots[terms.lot]!, by, day)) return 'INVALID_INPUT input.lines.0.listingId';
  const { startsIn, lastsDays, validForDays } = terms;
  return validForDays !== null && (validForDays < 0 || validForDays > startsIn + lastsDays)
    ? 'INVALID_INPUT input.validUntil'
    : null;
}

const sees = (lot: Lot, who: Who, day: number): boolean =>
  who === 'FARM' || lot.knownTo.includes(who) || (!lot.isWithdrawn && lot.heldKg < lot.kg && day <= lot.lastDay);

function agreedOn(day: number, { kg, lot, startsIn, lastsDays, validForDays }: Terms) {
  const endsOn = day + startsIn + lastsDays;
  const validUntil = validForDays === null ? Math.min(day + VALIDITY_DAYS, endsOn) : day + validForDays;
  return { kg, lot, acceptedKg: 0, startsOn: day + startsIn, endsOn, validUntil, signedBy: [] };
}

function offer(lives: Lives, { by, terms, withUnion }: Extract<Act, { does: 'OFFER' }>): string {
  const parties: Party[] = ['FARM', 'MILL', ...(withUnion ? (['UNION'] as const) : [])];
  if (!parties.some((party) => party === by)) return 'INVALID_INPUT input.parties';
  const refused = judgeTerms(lives, by, terms);
  if (refused !== null) return refused;
  lives.contracts.push({
    ...agreedOn(lives.day, terms),
    ...{ parties, offeredBy: by, version: 1, done: 'OFFERED', signedOn: null, terminatedOn: null, ledger: ['OFFERED'] },
  });
  makeKnown(lives, terms.lot, parties);
  return 'DONE';
}

function counter(lives: Lives, contract: Contract, { by, version, terms }: Extract<Act, { does: 'COUNTER' }>): string {
  const refused = judgeTerms(lives, by, terms);
  if (refused !== null) return refused;
  if (version !== contract.version) return 'CONFLICT';
  const status = statusOf(contract, lives.day);
  if (status !== 'OFFERED') return `INVALID_STATE ${status}`;
  Object.assign(contract, agreedOn(lives.day, terms), { offeredBy: by, version: version + 1 });
  contract.ledger.push('COUNTERED');
  makeKnown(lives, terms.lot, contract.parties);
  return 'DONE';
}

function makeKnown({ lots }: Lives, lot: number | null, parties: readonly Party[]): void {
  if (lot !== null) lots[lot]!.knownTo.push(...parties);
}

function sign(lives: Lives, contract: Contract, { by, version }: Extract<Act, { does: 'SIGN' }>): string {
  if (version !== contract.version) return 'CONFLICT';
  const status = statusOf(contract, lives.day);
  if (contract.signedBy.includes(by) && ['OFFERED', 'SIGNED', 'COMPLETED'].includes(status)) return 'DONE';
  if (status !== 'OFFERED') return `INVALID_STATE ${status}`;
  if (contract.signedBy.length + 1 === contract.parties.length) {
    const refused = hold(lives, contract);
    if (refused !== null) return refused;
    contract.done = 'SIGNED';
    contract.signedOn = lives.day;
    contract.ledger.push('SIGNED_BY_PARTY', 'SIGNED');
  } else contract.ledger.push('SIGNED_BY_PARTY');
  contract.signedBy.push(by);
  return 'DONE';
}

function hold({ day, lots }: Lives, contract: Contract): string | null {
  if (contract.lot === null) return null;
  const lot = lots[contract.lot]!;
  if (lot.isWithdrawn) return 'INVALID_STATE WITHDRAWN';
  if (lot.heldKg < lot.kg && day > lot.lastDay) return 'INVALID_STATE EXPIRED';
  if (lot.heldKg + contract.kg > lot.kg) return `INSUFFICIENT_QUANTITY ${String(lot.kg - lot.heldKg)}`;
  lot.heldKg += contract.kg;
  return null;
}

function terminate(lives: Lives, contract: Contract, { inDays }: Extract<Act, { does: 'TERMINATE' }>): string {
  const on = lives.day + (inDays ?? 0);
  if (inDays !== null && (inDays < 0 || on > contract.endsOn)) return 'INVALID_INPUT terminatedOn';
  const status = statusOf(contract, lives.day);
  if (status !== 'SIGNED') return `INVALID_STATE ${status}`;
  if (contract.lot !== null) lives.lots[contract.lot]!.heldKg -= Math.max(0, contract.kg - contract.acceptedKg);
  contract.done = 'TERMINATED';
  contract.terminatedOn = on;
  contract.ledger.push('TERMINATED');
  return 'DONE';
}

function deliver({ day }: Lives, contract: Contract, act: Extract<Act, { does: 'DELIVER' }>): string {
  if (act.version !== contract.version) return 'INVALID_INPUT input.lineId';
  // The line is the farm's and the mill's.
  if (act.by === 'UNION') return 'FORBIDDEN';
  const on = day - act.daysAgo;
  const from = Math.max(contract.startsOn, contract.signedOn ?? contract.startsOn);
  if (on < from || on > contract.endsOn || on > day) return 'INVALID_INPUT input.deliveredOn';
  const isOpen = contract.done === 'SIGNED' && day <= contract.endsOn + DELIVERED_UNTIL_DAYS;
  if (!isOpen) return `INVALID_STATE ${statusOf(contract, day)}`;
  const acceptedKg = contract.acceptedKg + act.acceptedKg;
  if (acceptedKg * 10 > contract.kg * 11) return 'INVALID_INPUT input.acceptedKg';
  contract.acceptedKg = acceptedKg;
  contract.ledger.push('DELIVERY_RECORDED');
  if (acceptedKg < contract.kg) return 'DONE';
  contract.done = 'COMPLETED';
  if (!contract.ledger.includes('COMPLETED')) contract.ledger.push('COMPLETED');
  return 'DONE';
}

function takeDown({ day, lots }: Lives, { by, lot: at }: Extract<Act, { does: 'TAKE_DOWN' }>): string {
  const lot = lots[at]!;
  if (!sees(lot, by, day)) return 'NOT_FOUND';
  if (by !== 'FARM') return 'FORBIDDEN';
  if (lot.isWithdrawn) return 'INVALID_STATE WITHDRAWN';
  lot.isWithdrawn = true;
  return 'DONE';
}

function recordLapsed({ day, contracts }: Lives): void {
  for (const contract of contracts) {
    const status = statusOf(contract, day);
    const isNew = status !== contract.done && !contract.ledger.includes(status);
    if (isNew) contract.ledger.push(status);
  }
}
