import { LAST_DAY } from '@lienket/platform';
import { z } from 'zod';

/** Rules of form of a field's arguments, by `Type.field`: whatever can be judged on the values alone. */
export type Forms = Readonly<Record<string, z.ZodType>>;
export const FORMS = Symbol('Forms');

/** Decimals arrive as canonical strings of at most ten digits and three decimals: a double holds them exactly. */
export const decimalBetween = (least: number, most: number, whole: boolean) =>
  z.string().refine((text) => Number(text) >= least && Number(text) <= most && (!whole || !text.includes('.')));

export const quantityKg = decimalBetween(0.001, 1e9, false);
export const acceptedKg = decimalBetween(0, 1e9, false);
export const priceVndPerKg = decimalBetween(1, 1e8, true);
export const day = z.string().refine((value) => value <= LAST_DAY);
export const count = (least: number, most: number) => z.number().int().min(least).max(most);

/** The rule of every list: 1 to 100 at a time. */
export const isPageSize = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 100;

/** What a document may hold at most; a page with everything on it has some 500. */
export const TOKENS_MAX = 8000;
