import { DENOMINATORS, type Question } from '@lienket/participation';
import type { Day } from '@lienket/platform';
import type { GraphQLScalarType } from 'graphql';
import { day } from '../door/form.js';
import type { Language } from '../door/language.js';
import { invalidInputError } from '../door/refusal-error.js';
import { scalars } from '../door/scalars.js';

/** What the address of a file asks for: the arguments of `participation`, lists with commas. */
export type FigureQuery = Readonly<Record<string, string | string[] | undefined>>;

export interface AskedFigure {
  readonly asOf: Day;
  readonly question: Question;
}

/** Of the organizations behind a figure. */
export interface AskedOrganizations extends AskedFigure {
  /** Those that take part, those that don't; null for both. */
  readonly participates: boolean | null;
}

const KINDS = ['COOPERATIVE_GROUP', 'COOPERATIVE', 'COOPERATIVE_UNION', 'ENTERPRISE'] as const;
const LIST_MAX = 100;
const KNOWN = ['asOf', 'knownAt', 'denominator', 'provinceCodes', 'kinds', 'commodityCodes'];

/** Refuses, at its name, what GraphQL would refuse, and what it doesn't know. */
export function askedFigure(query: FigureQuery, today: Day, language: Language): AskedFigure {
  const refuse = (field: string): never => {
    throw invalidInputError(language, 'FORM', field);
  };
  const unknown = Object.keys(query).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) refuse(unknown);
  const one = (name: string): string | null => {
    const value = query[name] ?? null;
    if (value === null || typeof value === 'string') return value;
    return refuse(name);
  };
  const parsed = <T>(name: string, scalar: GraphQLScalarType<T, unknown>): T | null => {
    const value = one(name);
    try {
      return value === null ? null : scalar.parseValue(value);
    } catch {
      return refuse(name);
    }
  };
  const among = <T extends string>(name: string, values: readonly string[], allowed: readonly T[]): readonly T[] =>
    values.every((value): value is T => (allowed as readonly string[]).includes(value)) ? values : refuse(name);
  const listed = (name: string): readonly string[] | null => {
    const values = (one(name) ?? '').split(',').filter((value) => value !== '');
    if (values.length > LIST_MAX) refuse(name);
    return values.length === 0 ? null : values;
  };
  const asOf = parsed('asOf', scalars.Date) ?? today;
  if (!day.safeParse(asOf).success) refuse('asOf');
  const kinds = listed('kinds');
  const [denominator] = among(
    'denominator',
    one('denominator') === null ? [] : [one('denominator') ?? ''],
    DENOMINATORS,
  );
  return {
    asOf,
    question: {
      ...(denominator && { denominator }),
      scope: {
        provinceCodes: listed('provinceCodes'),
        kinds: kinds && among('kinds', kinds, KINDS),
        commodityCodes: listed('commodityCodes'),
      },
      knownAt: parsed('knownAt', scalars.DateTime),
    },
  };
}

/** The same of organizations, and which of them. */
export function askedOrganizations(
  { participates, ...query }: FigureQuery,
  today: Day,
  language: Language,
): AskedOrganizations {
  if (participates !== undefined && participates !== 'true' && participates !== 'false')
    throw invalidInputError(language, 'FORM', 'participates');
  const isAsked = participates !== undefined;
  return { ...askedFigure(query, today, language), participates: isAsked ? participates === 'true' : null };
}
