import { decimalOf, typedNumber } from '../app/amounts';
import type { VariablesOf } from '../app/graphql';
import type { Language } from '../app/language';
import type { StartRound } from './documents';

export type Wish = VariablesOf<typeof StartRound>['input'];

/** What is written in the form for a round. */
export interface TypedWish {
  readonly commodityCodes: readonly string[];
  readonly provinceCodes: readonly string[];
  readonly deliverFrom: string;
  readonly deliverTo: string;
  readonly transport: string;
  readonly bonus: string;
}

export const NOTHING_TYPED: TypedWish = {
  ...{ commodityCodes: [], provinceCodes: [], deliverFrom: '', deliverTo: '', transport: '', bonus: '' },
};

/** Null where what was typed for a number is none. What is left empty is left out, and the API's own counts. */
export function wishOf(typed: TypedWish, language: Language): Wish | null {
  const transport = amountOf(typed.transport, language);
  const bonus = amountOf(typed.bonus, language);
  if (transport === null || bonus === null) return null;
  const { commodityCodes, provinceCodes, deliverFrom, deliverTo } = typed;
  return {
    ...(commodityCodes.length > 0 && { commodityCodes: [...commodityCodes] }),
    ...(provinceCodes.length > 0 && { provinceCodes: [...provinceCodes] }),
    ...(deliverFrom !== '' && { deliverFrom }),
    ...(deliverTo !== '' && { deliverTo }),
    ...(transport !== undefined && { transportCostVndPerKgKm: transport }),
    ...(bonus !== undefined && { inclusionBonusVnd: bonus }),
  };
}

/** A decimal, 0 too; undefined where nothing was typed. */
export function amountOf(text: string, language: Language): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (/^0+$/.test(typed)) return '0';
  const value = typedNumber(typed, language);
  return value === null ? null : decimalOf(value);
}
