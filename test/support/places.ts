import { businessDay, projectFile } from '@lienket/platform';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLObjectType,
} from 'graphql';
import { readFileSync } from 'node:fs';

/** One place of the schema that takes a value: an argument, a field of an input, an item of a list. */
export interface Place {
  /** `Mutation.offerContract input.lines.0.quantityKg` */
  readonly name: string;
  /** `Mutation.offerContract` */
  readonly of: string;
  /** The path from the argument on, as extensions.field gives it. */
  readonly field: string;
  readonly root: 'query' | 'mutation' | 'subscription';
  readonly type: GraphQLNamedInputType;
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** A document that sends every argument by a variable. */
  readonly document: string;
  /** Variables of the right form but for this one value. */
  variablesWith(value: unknown): Record<string, unknown>;
  /** The same with the value written into the document. */
  documentWith(literal: string): string;
}

export const ID = '0190d1c2-0000-7000-8000-000000000000';
const NAMED: Readonly<Record<string, unknown>> = {
  latitude: 10.5,
  longitude: 105.5,
  taxCode: '0123456789',
  login: 'someone@example.vn',
  password: 'a long enough password',
  year: 2026,
  score: '70',
  dimension: 'KIND',
  // Months, not centuries.
  from: '2026-01-01',
};
const OF_TYPE: Readonly<Record<string, unknown>> = {
  ID,
  String: 'text',
  Int: 1,
  Float: 0.5,
  Boolean: true,
  Decimal: '1',
  Date: businessDay(new Date()),
  DateTime: '2026-11-22T07:30:00.000Z',
};

type Path = readonly string[];

/** Every place of every query, mutation and subscription, and of every field below them that takes arguments. */
export function placesOfSchema(): Place[] {
  const schema = buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));
  const query = schema.getQueryType()!;
  const roots = [
    ['query', query],
    ['mutation', schema.getMutationType()!],
    ['subscription', schema.getSubscriptionType()!],
  ] as const;
  const ofRoots = roots.flatMap(([root, type]) =>
    Object.values(type.getFields()).flatMap((field) => placesOf(root, type, field, (asked) => asked)),
  );
  const ofHeld = Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && roots.every(([, root]) => root !== type))
    .flatMap((type) => {
      const holder = Object.values(query.getFields()).find(
        ({ type: answered, args }) => getNamedType(answered) === type && args[0]?.name === 'id',
      );
      return Object.values(type.getFields()).flatMap((field) =>
        field.args.length === 0 || type.name.startsWith('__')
          ? []
          : placesOf('query', type, field, (asked) => `${holder!.name}(id: "${ID}") { ${asked} }`),
      );
    });
  return [...ofRoots, ...ofHeld];
}

function placesOf(
  root: Place['root'],
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  within: (asked: string) => string,
): Place[] {
  const answered = getNamedType(field.type);
  const selection = isObjectType(answered) ? ` { __typename ${scalarsOf(answered)} }` : '';
  const required = field.args.filter(({ type }) => isNonNullType(type));
  return field.args.flatMap((argument) => {
    const sent = [...required.filter(({ name }) => name !== argument.name), argument];
    const declared = sent.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const asked = (argumentTexts: string) => within(`${field.name}(${argumentTexts})${selection}`);
    const samples = Object.fromEntries(required.map(({ name, type }) => [name, sampleOf(name, type)]));
    return pathsIn(argument.name, argument.type).map(({ path, type, isList, isRequired }) => {
      const valueAt = (value: unknown) => valueAlong(argument, path.slice(1), value);
      return {
        name: `${parent.name}.${field.name} ${path.join('.')}`,
        of: `${parent.name}.${field.name}`,
        field: path.join('.'),
        root,
        type,
        isList,
        isRequired,
        document: `${root} (${declared}) { ${asked(sent.map(({ name }) => `${name}: $${name}`).join(', '))} }`,
        variablesWith: (value) => ({ ...samples, [argument.name]: valueAt(value) }),
        documentWith: (literal) => {
          const others = sent.filter((other) => other !== argument);
          const written = others.map(({ name, type: of }) => `${name}: ${literalOf(samples[name], of)}`);
          const whole = literalOf(valueAt(HOLE), argument.type).replace(HOLE, () => literal);
          return `${root} { ${asked([...written, `${argument.name}: ${whole}`].join(', '))} }`;
        },
      };
    });
  });
}

const scalarsOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(({ type: of }) => isNonNullType(of)))
    .map(({ name }) => name)
    .join(' ');

const HOLE = '@@hole@@';

function pathsIn(
  name: string,
  type: GraphQLInputType,
  path: Path = [name],
): (Pick<Place, 'type' | 'isList' | 'isRequired'> & { path: Path })[] {
  const nullable = isNonNullType(type) ? type.ofType : type;
  const here = { path, type: getNamedType(nullable), isList: isListType(nullable), isRequired: isNonNullType(type) };
  if (isListType(nullable)) return [here, ...pathsIn(name, nullable.ofType, [...path, '0'])];
  if (!isInputObjectType(nullable)) return [here];
  const fields = Object.values(nullable.getFields());
  return [here, ...fields.flatMap((field) => pathsIn(field.name, field.type, [...path, field.name]))];
}

function sampleOf(name: string, type: GraphQLInputType): unknown {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) {
    const item = sampleOf(name, nullable.ofType);
    return name === 'parties' ? [item, item] : [item];
  }
  if (isInputObjectType(nullable))
    return Object.fromEntries(
      Object.values(nullable.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, sampleOf(field.name, field.type)]),
    );
  if (name in NAMED) return NAMED[name];
  return isEnumType(nullable) ? nullable.getValues()[0]?.name : OF_TYPE[nullable.name];
}

function valueAlong({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) {
    const [, ...others] = sampleOf(name, nullable) as unknown[];
    return [valueAlong({ name, type: nullable.ofType }, rest, value), ...others];
  }
  if (!isInputObjectType(nullable)) throw new Error(`${name} holds no ${key}.`);
  const inner = nullable.getFields()[key]!;
  return { ...(sampleOf(name, nullable) as object), [key]: valueAlong(inner, rest, value) };
}

/** A value as it is written in a document. */
function literalOf(value: unknown, type: GraphQLInputType): string {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (value === HOLE) return HOLE;
  if (isListType(nullable))
    return `[${(value as unknown[]).map((item) => literalOf(item, nullable.ofType)).join(', ')}]`;
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    const parts = Object.entries(value as object).map(([key, item]) => `${key}: ${literalOf(item, fields[key]!.type)}`);
    return `{ ${parts.join(', ')} }`;
  }
  return isEnumType(nullable) ? String(value) : JSON.stringify(value);
}
