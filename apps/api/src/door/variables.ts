import {
  GraphQLError,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  visit,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { reachedParts, type Operation } from './operation.js';

type Path = readonly string[];
type Refuse = (path: Path) => never;

/**
 * The variables as the resolvers will get them. graphql-js names the object that lacks a field; here `refuse` is told
 * the field itself, as the API says it: the path from the argument on.
 */
export function coerceVariables(asked: Operation, refuse: (field: string) => never): Record<string, unknown> {
  const coerced: Record<string, unknown> = {};
  for (const definition of asked.operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(asked.schema, definition.type as never) as GraphQLInputType;
    const refuseAt: Refuse = (path) => refuse([placeOf(asked, definition), ...path].join('.'));
    const given = Object.hasOwn(asked.variables, name) && asked.variables[name] !== undefined;
    if (given) coerced[name] = coerce(asked.variables[name], type, [], refuseAt);
    else if (definition.defaultValue) coerced[name] = valueFromAST(definition.defaultValue, type);
    else if (isNonNullType(type)) refuseAt([]);
  }
  return coerced;
}

function coerce(value: unknown, type: GraphQLInputType, path: Path, refuse: Refuse): unknown {
  if (isNonNullType(type)) return value == null ? refuse(path) : coerce(value, type.ofType, path, refuse);
  if (value == null) return null;
  if (isListType(type))
    return Array.isArray(value)
      ? value.map((item: unknown, index) => coerce(item, type.ofType, [...path, String(index)], refuse))
      : [coerce(value, type.ofType, path, refuse)];
  return isInputObjectType(type) ? coerceObject(value, type, path, refuse) : coerceLeaf(value, type, path, refuse);
}

const NAME = /^\w{1,100}$/;

function coerceObject(value: unknown, type: GraphQLInputObjectType, path: Path, refuse: Refuse): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(path);
  const fields = type.getFields();
  const stranger = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (stranger !== undefined) refuse(NAME.test(stranger) ? [...path, stranger] : path);
  const coerced: Record<string, unknown> = {};
  for (const { name, type: fieldType, defaultValue } of Object.values(fields)) {
    const given = (value as Record<string, unknown>)[name];
    if (given !== undefined) coerced[name] = coerce(given, fieldType, [...path, name], refuse);
    else if (defaultValue !== undefined) coerced[name] = defaultValue;
    else if (isNonNullType(fieldType)) refuse([...path, name]);
  }
  return coerced;
}

function coerceLeaf(value: unknown, type: GraphQLLeafType, path: Path, refuse: Refuse): unknown {
  try {
    return type.parseValue(value);
  } catch (error) {
    if (error instanceof GraphQLError) return refuse(path);
    throw error;
  }
}

/** Where a variable is first used, as a path from the argument on; its own name where it is not used. */
function placeOf(asked: Operation, { variable }: VariableDefinitionNode): string {
  const name = variable.name.value;
  const places: string[] = [];
  for (const part of reachedParts(asked))
    visit(part, {
      Argument(argument) {
        const place = pathTo(argument.value, name, [argument.name.value]);
        if (place !== null) places.push(place);
      },
    });
  return places[0] ?? name;
}

function pathTo(value: ValueNode, variable: string, path: Path): string | null {
  if (value.kind === 'Variable') return value.name.value === variable ? path.join('.') : null;
  for (const [key, child] of childrenOf(value)) {
    const found = pathTo(child, variable, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

/** What stands inside an object or a list that was written into the document. */
export function childrenOf(value: ValueNode): readonly (readonly [string, ValueNode])[] {
  if (value.kind === 'ObjectValue') return value.fields.map((field) => [field.name.value, field.value]);
  if (value.kind === 'ListValue') return value.values.map((item, index) => [String(index), item]);
  return [];
}
