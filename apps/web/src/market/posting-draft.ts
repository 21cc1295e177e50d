import { decimalOf, numberText, typedNumber } from '../app/amounts';
import { addDays, firstOfMonth, lastOfMonth } from '../app/business-day';
import type { Language } from '../app/language';
import type { Commodity, OwnPosting } from './documents';
import { contentOf, type Place, type PostingContent } from './posting';

export type When = 'NOW' | 'THIS_MONTH' | 'NEXT_MONTH' | 'OTHER_DAYS';

/** What somebody has answered so far, as they typed it. */
export interface PostingDraft {
  readonly commodityCode: string;
  readonly variety: string;
  readonly grade: string;
  readonly certifications: readonly string[];
  /** In the commodity's trade unit. */
  readonly amount: string;
  /** The smallest lot, in the same; empty where any will do. */
  readonly lot: string;
  /** Of a demand: by at most so many; empty where any number may fill it. */
  readonly suppliers: string;
  readonly when: When | '';
  /** Where `when` is OTHER_DAYS. */
  readonly from: string;
  readonly to: string;
  /** VND a kilogram; empty where it is left open. */
  readonly price: string;
  readonly place: Place | null;
}

export const EMPTY_DRAFT: PostingDraft = {
  commodityCode: '',
  variety: '',
  grade: '',
  certifications: [],
  amount: '',
  lot: '',
  suppliers: '',
  when: '',
  from: '',
  to: '',
  price: '',
  place: null,
};

export type Question = 'commodity' | 'amount' | 'days' | 'price' | 'lot' | 'suppliers';
export type Fault = 'MISSING' | 'NOT_A_NUMBER' | 'TOO_MUCH' | 'OVER_ALREADY' | 'WRONG_ORDER' | 'NOT_WHOLE';
export type Faults = Partial<Record<Question, Fault>>;

const MOST_KG = 1e9;
const MOST_VND = 1e8;
const MOST_SUPPLIERS = 10_000;
/** What lies ready is sold within two weeks. */
const READY_DAYS = 14;

export function daysOf({ when, from, to }: PostingDraft, today: string): { from: string; to: string } {
  if (when === 'NOW') return { from: today, to: addDays(today, READY_DAYS - 1) };
  if (when === 'THIS_MONTH') return { from: today, to: lastOfMonth(today) };
  if (when === 'NEXT_MONTH') return { from: firstOfMonth(today, 1), to: lastOfMonth(today, 1) };
  return { from, to };
}

/** Every question that isn't answered well, each with its first fault; the API has the last word. */
export function faultsOf(draft: PostingDraft, unit: Commodity | undefined, today: string, language: Language): Faults {
  const faults: Faults = {};
  if (!unit) faults.commodity = 'MISSING';
  const amount = typedNumber(draft.amount, language);
  if (draft.amount === '') faults.amount = 'MISSING';
  else if (amount === null) faults.amount = 'NOT_A_NUMBER';
  else if (unit && amount * Number(unit.kgPerTradeUnit) > MOST_KG) faults.amount = 'TOO_MUCH';
  const days = daysOf(draft, today);
  if (draft.when === '' || days.from === '' || days.to === '') faults.days = 'MISSING';
  else if (days.to < today) faults.days = 'OVER_ALREADY';
  else if (days.to < days.from) faults.days = 'WRONG_ORDER';
  return {
    ...faults,
    ...(draft.price !== '' && wholeFault('price', typedNumber(draft.price, language), MOST_VND)),
    ...(draft.lot !== '' && lotFault(typedNumber(draft.lot, language), amount)),
    ...(draft.suppliers !== '' && wholeFault('suppliers', typedNumber(draft.suppliers, language), MOST_SUPPLIERS)),
  };
}

function wholeFault(question: Question, value: number | null, most: number): Faults {
  if (value === null) return { [question]: 'NOT_A_NUMBER' };
  if (!Number.isInteger(value)) return { [question]: 'NOT_WHOLE' };
  return value > most ? { [question]: 'TOO_MUCH' } : {};
}

function lotFault(lot: number | null, amount: number | null): Faults {
  if (lot === null) return { lot: 'NOT_A_NUMBER' };
  return amount !== null && lot > amount ? { lot: 'TOO_MUCH' } : {};
}

/** What is sent, of a draft without faults. */
export function contentOfDraft(
  draft: PostingDraft,
  unit: Commodity,
  today: string,
  language: Language,
): PostingContent {
  const days = daysOf(draft, today);
  const kilograms = (text: string) => decimalOf((typedNumber(text, language) ?? 0) * Number(unit.kgPerTradeUnit));
  const price = typedNumber(draft.price, language);
  return {
    commodityCode: draft.commodityCode,
    variety: draft.variety.trim() || null,
    grade: draft.grade || null,
    certifications: [...draft.certifications],
    quantityKg: kilograms(draft.amount),
    minimumLotKg: draft.lot === '' ? null : kilograms(draft.lot),
    maximumSuppliers: typedNumber(draft.suppliers, language),
    from: days.from,
    to: days.to,
    priceVndPerKg: price === null ? null : decimalOf(price),
    place: draft.place,
  };
}

/** A posting to be changed, or one that the API refused, to be mended. */
export function draftOf(content: PostingContent, unit: UnitOf, language: Language): PostingDraft {
  const { minimumLotKg, maximumSuppliers, priceVndPerKg: price } = content;
  const amountText = (kg: string) => numberText(Number(kg) / Number(unit.kgPerTradeUnit), language);
  return {
    commodityCode: content.commodityCode,
    variety: content.variety ?? '',
    grade: content.grade ?? '',
    certifications: content.certifications,
    amount: amountText(content.quantityKg),
    lot: minimumLotKg === null || minimumLotKg === ANY_LOT_KG ? '' : amountText(minimumLotKg),
    suppliers: maximumSuppliers === null ? '' : numberText(maximumSuppliers, language),
    when: 'OTHER_DAYS',
    from: content.from,
    to: content.to,
    price: price === null ? '' : numberText(Number(price), language),
    place: content.place,
  };
}

/** What the API takes where none is said. */
const ANY_LOT_KG = '1';

type UnitOf = Pick<Commodity, 'kgPerTradeUnit'>;

/** Last season's posting once more: all of it but the days, which lie ahead now, and the place, which is where one is now. */
export const draftAfter = (before: OwnPosting, language: Language): PostingDraft => ({
  ...draftOf(contentOf(before), before.commodity, language),
  when: 'NOW',
  from: '',
  to: '',
  place: null,
});
