import { decimalOf, numberText, typedNumber } from '../app/amounts';
import { addDays, firstOfMonth, lastOfMonth } from '../app/business-day';
import type { VariablesOf } from '../app/graphql';
import type { Language } from '../app/language';
import type { Commodity, CreateListing, OwnListing } from './documents';

export type ListingInput = VariablesOf<typeof CreateListing>['input'];

export type When = 'NOW' | 'THIS_MONTH' | 'NEXT_MONTH' | 'OTHER_DAYS';

/** What somebody has answered so far, as they typed it. */
export interface ListingDraft {
  readonly commodityCode: string;
  readonly variety: string;
  readonly grade: string;
  readonly certifications: readonly string[];
  /** In the commodity's trade unit. */
  readonly amount: string;
  readonly when: When | '';
  /** Where `when` is OTHER_DAYS. */
  readonly from: string;
  readonly to: string;
  /** VND a kilogram; empty where it is left open. */
  readonly price: string;
}

export const EMPTY_DRAFT: ListingDraft = {
  commodityCode: '',
  variety: '',
  grade: '',
  certifications: [],
  amount: '',
  when: '',
  from: '',
  to: '',
  price: '',
};

export type Question = 'commodity' | 'amount' | 'days' | 'price';
export type Fault = 'MISSING' | 'NOT_A_NUMBER' | 'TOO_MUCH' | 'OVER_ALREADY' | 'WRONG_ORDER' | 'NOT_WHOLE';
export type Faults = Partial<Record<Question, Fault>>;

const MOST_KG = 1e9;
const MOST_VND = 1e8;
/** What lies ready is sold within two weeks. */
const READY_DAYS = 14;

export function daysOf({ when, from, to }: ListingDraft, today: string): { from: string; to: string } {
  if (when === 'NOW') return { from: today, to: addDays(today, READY_DAYS - 1) };
  if (when === 'THIS_MONTH') return { from: today, to: lastOfMonth(today) };
  if (when === 'NEXT_MONTH') return { from: firstOfMonth(today, 1), to: lastOfMonth(today, 1) };
  return { from, to };
}

/** Every question that isn't answered well, each with its first fault; the API has the last word. */
export function faultsOf(draft: ListingDraft, unit: Commodity | undefined, today: string, language: Language): Faults {
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
  const price = typedNumber(draft.price, language);
  if (draft.price !== '') {
    if (price === null) faults.price = 'NOT_A_NUMBER';
    else if (!Number.isInteger(price)) faults.price = 'NOT_WHOLE';
    else if (price > MOST_VND) faults.price = 'TOO_MUCH';
  }
  return faults;
}

/** What is sent, of a draft without faults. */
export function inputOf(draft: ListingDraft, unit: Commodity, today: string, language: Language): ListingInput {
  const days = daysOf(draft, today);
  const amount = typedNumber(draft.amount, language) ?? 0;
  const price = typedNumber(draft.price, language);
  return {
    commodityCode: draft.commodityCode,
    variety: draft.variety.trim() || null,
    grade: draft.grade || null,
    certifications: [...draft.certifications],
    quantityKg: decimalOf(amount * Number(unit.kgPerTradeUnit)),
    availableFrom: days.from,
    availableTo: days.to,
    askPriceVndPerKg: price === null ? null : decimalOf(price),
  };
}

/** Last season's listing once more: all of it but the days, which lie ahead now. */
export const draftAfter = (before: OwnListing, language: Language): ListingDraft => ({
  commodityCode: before.commodity.code,
  variety: before.variety ?? '',
  grade: before.grade ?? '',
  certifications: before.certifications,
  amount: numberText(Number(before.quantityKg) / Number(before.commodity.kgPerTradeUnit), language),
  when: 'NOW',
  from: '',
  to: '',
  price: before.askPriceVndPerKg === null ? '' : numberText(Number(before.askPriceVndPerKg), language),
});

/** A listing that the API refused, to be mended. */
export const draftOf = (input: ListingInput, unit: Commodity, language: Language): ListingDraft => ({
  commodityCode: input.commodityCode,
  variety: input.variety ?? '',
  grade: input.grade ?? '',
  certifications: input.certifications ?? [],
  amount: numberText(Number(input.quantityKg) / Number(unit.kgPerTradeUnit), language),
  when: 'OTHER_DAYS',
  from: input.availableFrom,
  to: input.availableTo,
  price: input.askPriceVndPerKg ? numberText(Number(input.askPriceVndPerKg), language) : '',
});
