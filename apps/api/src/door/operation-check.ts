import type { Viewer } from '@lienket/identity';
import { createHash } from 'node:crypto';
import {
  coerceInputValue,
  getArgumentValues,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { Idempotency } from '@lienket/platform';
import type { RequestContext } from './context.js';
import { costOf } from './cost.js';
import type { Operation } from './operation.js';
import { isPageSize, isWritableText, type Forms } from './form.js';
import { doorError, invalidInputError, type DoorError } from './refusal-error.js';

const WITHOUT_KEY = new Set(['signIn', 'signUp', 'signOut']);
const ALONE = new Set(['signIn', 'signUp']);

/**
 * What is judged before anything runs: the cost of the document, the form of every value, and the idempotency key.
 * The first fault found is thrown, with the path of the field at fault.
 */
export function checkOperation(asked: Operation, forms: Forms, context: RequestContext): void {
  const fail = (error: DoorError): never => {
    throw error;
  };
  const variables = coerceVariables(asked, (field) => fail(invalidInputError(context.language, 'FORM', field)));
  // After the variables: it can't be reckoned with values of a wrong form.
  if (costOf(asked) === 'TOO_MUCH') fail(doorError('QUERY_TOO_COMPLEX', context.language));
  checkArguments(asked, variables, forms, (field, rule) => fail(invalidInputError(context.language, rule, field)));
  if (asked.operation.operation === 'mutation') checkMutation(asked, variables, context, fail);
}

function coerceVariables(asked: Operation, fail: (field: string) => never): Record<string, unknown> {
  const coerced: Record<string, unknown> = {};
  for (const definition of asked.operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(asked.schema, definition.type as never) as GraphQLInputType;
    const given = Object.hasOwn(asked.variables, name);
    const value = given ? asked.variables[name] : undefined;
    if (!given && definition.defaultValue) {
      coerced[name] = valueFromAST(definition.defaultValue, type);
    } else if (value === undefined || value === null) {
      if (isNonNullType(type)) fail(placeOf(asked, definition));
      if (given) coerced[name] = null;
    } else {
      coerced[name] = coerceInputValue(value, type, (path) => fail([placeOf(asked, definition), ...path].join('.')));
    }
  }
  return coerced;
}

/** Where a variable is first used, as a path from the argument on; its own name where it is not used. */
function placeOf(asked: Operation, { variable }: VariableDefinitionNode): string {
  const name = variable.name.value;
  const places: string[] = [];
  visit(asked.document, {
    Argument(argument) {
      const place = pathTo(argument.value, name, [argument.name.value]);
      if (place !== null) places.push(place);
    },
  });
  return places[0] ?? name;
}

function pathTo(value: ValueNode, variable: string, path: readonly string[]): string | null {
  if (value.kind === 'Variable') return value.name.value === variable ? path.join('.') : null;
  const children: [string, ValueNode][] =
    value.kind === 'ObjectValue'
      ? value.fields.map((field) => [field.name.value, field.value])
      : value.kind === 'ListValue'
        ? value.values.map((item, index) => [String(index), item])
        : [];
  for (const [key, child] of children) {
    const found = pathTo(child, variable, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

function checkArguments(
  { schema, document, operation }: Operation,
  variables: Record<string, unknown>,
  forms: Forms,
  fail: (field: string, rule: 'FORM' | 'RANGE') => never,
): void {
  const types = new TypeInfo(schema);
  const check = {
    Field(node: FieldNode) {
      const definition = types.getFieldDef();
      const parent = types.getParentType();
      if (!definition || !parent || definition.args.length === 0) return;
      const values = getArgumentValues(definition, node, variables);
      for (const argument of definition.args) {
        const value = values[argument.name];
        checkTexts(argument.type, value, [argument.name], (path) => fail(path.join('.'), 'FORM'));
        if (argument.name === 'first' && value != null && !isPageSize(value)) fail('first', 'RANGE');
      }
      const issue = forms[`${parent.name}.${definition.name}`]?.safeParse(values).error?.issues[0];
      if (issue) fail(issue.path.join('.'), 'RANGE');
    },
  };
  const fragments = document.definitions.filter(
    (part): part is FragmentDefinitionNode => part.kind === 'FragmentDefinition',
  );
  for (const part of [operation, ...fragments]) visit(part, visitWithTypeInfo(types, check));
}

const SECRETS = new Set(['password']);

function checkTexts(
  type: GraphQLInputType,
  value: unknown,
  path: readonly string[],
  fail: (path: readonly string[]) => never,
): void {
  if (value === null || value === undefined) return;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) {
    (value as unknown[]).forEach((item, index) => {
      checkTexts(nullable.ofType, item, [...path, String(index)], fail);
    });
  } else if (isInputObjectType(nullable)) {
    for (const field of Object.values(nullable.getFields()))
      checkTexts(field.type, (value as Record<string, unknown>)[field.name], [...path, field.name], fail);
  } else if (typeof value === 'string' && !isEnumType(nullable)) {
    const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
    const isText = getNamedType(nullable).name === 'String' && !SECRETS.has(name);
    // An id of impossible length is an id that doesn't exist; only what PostgreSQL can't hold is refused.
    if (isText ? !isWritableText(name, value) : value.includes('\0')) fail(path);
  }
}

function checkMutation(
  asked: Operation,
  variables: Record<string, unknown>,
  context: RequestContext,
  fail: (error: DoorError) => never,
): void {
  const fields = rootFields(asked);
  const names = fields.map((field) => field.name.value);
  if (names.length > 1 && names.some((name) => ALONE.has(name))) fail(doorError('QUERY_TOO_COMPLEX', context.language));
  const key = context.idempotencyKey;
  const [field] = fields;
  if (key === null || field === undefined || (names.length === 1 && WITHOUT_KEY.has(field.name.value))) return;
  if (names.length > 1 || !/^[\x20-\x7e]{1,255}$/.test(key)) fail(invalidInputError(context.language, 'FORM'));
  if (context.viewer) context.idempotency = idempotencyOf(context.viewer, key, asked, field, variables);
}

function idempotencyOf(
  viewer: Viewer,
  key: string,
  { schema }: Operation,
  field: FieldNode,
  variables: Record<string, unknown>,
): Idempotency {
  const definition = schema.getMutationType()?.getFields()[field.name.value];
  const values = definition ? getArgumentValues(definition, field, variables) : {};
  const wish = JSON.stringify([field.name.value, sorted(values)]);
  return { userId: viewer.userId, key, fingerprint: createHash('sha256').update(wish).digest('hex') };
}

/** The same arguments in another order are the same wish. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

/** The fields of ours that an operation asks for, fragments followed; of a document that has passed validation. */
export function rootFields({ document, operation }: Pick<Operation, 'document' | 'operation'>): FieldNode[] {
  const fragments = new Map(
    document.definitions
      .filter((part): part is FragmentDefinitionNode => part.kind === 'FragmentDefinition')
      .map((part) => [part.name.value, part]),
  );
  const collect = (selections: OperationDefinitionNode['selectionSet']['selections']): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === 'Field') return selection.name.value.startsWith('__') ? [] : [selection];
      if (selection.kind === 'InlineFragment') return collect(selection.selectionSet.selections);
      return collect(fragments.get(selection.name.value)?.selectionSet.selections ?? []);
    });
  return collect(operation.selectionSet.selections);
}
