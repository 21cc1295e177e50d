import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DECIMAL = /^(0|[1-9]\d{0,9})(\.\d{1,3})?$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

const isDay = (text: string): boolean =>
  DAY.test(text) &&
  !text.startsWith('0000') &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const decimal = (value: unknown): string => {
  if (typeof value !== 'string' || !DECIMAL.test(value))
    throw new GraphQLError('Decimal is an exact decimal as a string, like "1250.5".');
  return trimZeros(value);
};

const day = (value: unknown): string => {
  if (typeof value !== 'string' || !isDay(value)) throw new GraphQLError('Date is a calendar day, like "2026-11-22".');
  return value;
};

const instant = (value: unknown): Date => {
  const parsed = typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10)) ? new Date(value) : null;
  if (parsed === null || Number.isNaN(parsed.getTime()))
    throw new GraphQLError('DateTime is an instant, like "2026-11-22T07:30:00.000Z".');
  return parsed;
};

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

const scalar = <Internal, External>(
  name: string,
  parse: (value: unknown) => Internal,
  serialize: (value: unknown) => External,
) =>
  new GraphQLScalarType<Internal, External>({
    name,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
    serialize,
  });

export const scalars = {
  Decimal: scalar('Decimal', decimal, (value) => trimZeros(String(value))),
  Date: scalar('Date', day, String),
  DateTime: scalar('DateTime', instant, (value) => (value as Date).toISOString()),
};
