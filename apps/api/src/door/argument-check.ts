import { isPossibleId, isWritableText } from '@lienket/platform';
import {
  getArgumentValues,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';
import { isPageSize, type Forms } from './form.js';
import { reachedParts, rememberedOf, type Operation } from './operation.js';
import { childrenOf } from './variables.js';

type Path = readonly string[];
type Refuse = (field: string, rule: 'FORM' | 'RANGE') => never;

/** Whatever can be judged on the values of arguments alone: texts, page sizes, and the rules that the rooms give as forms. */
export function checkArguments(
  asked: Operation,
  variables: Record<string, unknown>,
  forms: Forms,
  refuse: Refuse,
): void {
  const refuseForm = (path: Path) => refuse(path.join('.'), 'FORM');
  for (const place of placesOf(asked))
    if ('argument' in place) checkNulls(place.argument.type, place.value, variables, [place.argument.name], refuseForm);
    else checkField(place, variables, forms, refuse);
}

/** An argument where it is written, or a field that takes arguments. */
type Place =
  | { readonly argument: GraphQLArgument; readonly value: ValueNode }
  | { readonly node: FieldNode; readonly definition: GraphQLField<unknown, unknown>; readonly name: string };

/** In the order in which they are judged. */
const placesOf = rememberedOf((asked): readonly Place[] => {
  const types = new TypeInfo(asked.schema);
  const places: Place[] = [];
  const collect = {
    Argument({ value }: ArgumentNode) {
      const argument = types.getArgument();
      if (argument) places.push({ argument, value });
    },
    // On leaving: by then no variable leaves a place empty that may not be, which getArgumentValues would throw at.
    Field: {
      leave(node: FieldNode) {
        const definition = types.getFieldDef();
        const parent = types.getParentType();
        if (definition && parent && definition.args.length > 0)
          places.push({ node, definition, name: `${parent.name}.${definition.name}` });
      },
    },
  };
  for (const part of reachedParts(asked)) visit(part, visitWithTypeInfo(types, collect));
  return places;
});

function checkField(
  { node, definition, name: field }: Extract<Place, { node: FieldNode }>,
  variables: Record<string, unknown>,
  forms: Forms,
  refuse: Refuse,
): void {
  const values = getArgumentValues(definition, node, variables);
  for (const { name, type } of definition.args) {
    checkTexts(type, values[name], [name], (path) => refuse(path.join('.'), 'FORM'));
    if (name === 'first' && values[name] != null && !isPageSize(values[name])) refuse('first', 'RANGE');
  }
  const issue = forms[field]?.safeParse(values).error?.issues[0];
  if (issue) refuse(issue.path.join('.'), 'RANGE');
}

/** A variable that may be null, with a default, fits a place that may not be; only its value can tell. */
function checkNulls(
  type: GraphQLInputType,
  value: ValueNode,
  variables: Record<string, unknown>,
  path: Path,
  refuse: (path: Path) => never,
): void {
  if (value.kind === 'Variable') {
    if (isNonNullType(type) && variables[value.name.value] == null) refuse(path);
    return;
  }
  const nullable = isNonNullType(type) ? type.ofType : type;
  for (const [key, child] of childrenOf(value)) {
    const inner = isInputObjectType(nullable)
      ? nullable.getFields()[key]?.type
      : isListType(nullable)
        ? nullable.ofType
        : undefined;
    if (inner) checkNulls(inner, child, variables, [...path, key], refuse);
  }
}

/** The identity forms count a password's characters themselves. */
const SECRETS = new Set(['password', 'currentPassword', 'newPassword']);

function checkTexts(type: GraphQLInputType, value: unknown, path: Path, refuse: (path: Path) => never): void {
  if (value === null || value === undefined) return;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) {
    (value as unknown[]).forEach((item, index) => {
      checkTexts(nullable.ofType, item, [...path, String(index)], refuse);
    });
  } else if (isInputObjectType(nullable)) {
    for (const field of Object.values(nullable.getFields()))
      checkTexts(field.type, (value as Record<string, unknown>)[field.name], [...path, field.name], refuse);
  } else if (typeof value === 'string' && !isEnumType(nullable)) {
    const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
    const isText = getNamedType(nullable).name === 'String' && !SECRETS.has(name);
    if (isText ? !isWritableText(name, value) : !isPossibleId(value)) refuse(path);
  }
}
