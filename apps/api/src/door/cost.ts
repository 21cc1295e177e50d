import {
  GraphQLError,
  GraphQLList,
  GraphQLNonNull,
  isObjectType,
  visit,
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLOutputType,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { reachedParts, rememberedOf, type Operation } from './operation.js';

/** A page of 100 contracts with everything that stands on them and their organizations costs some 25,000. */
const COST_MAX = 30_000;
const DEPTH_MAX = 12;
const PAGE_DEFAULT = 20;
const ROOT_FIELD_COST = 5;
/**
 * A series reads the figure for as many days as it has months, a grouping for every key, a match weighs every posting, a bundle many sets
 * of them, a round all of them together; whole lists cost little to read, but much to say.
 */
const HEAVY: Readonly<Record<string, number>> = {
  participationSeries: 1000,
  participationBy: 500,
  matches: 100,
  bundles: 1000,
  startMatchingRound: 1000,
  byProvince: 100,
  provinces: 40,
  commodities: 60,
};

/** Lists without pages that lead back to where they are from, or are read anew for each thing, and how long they are at most. */
const LISTS: Readonly<Record<string, number>> = {
  'Award.contracts': 100,
  'Listing.photos': 4,
  'MatchingRound.byProvince': 34,
};

/** Whether a document is too deep, too wide or too costly to be carried out. */
export function costOf(asked: Operation): 'TOO_MUCH' | 'FINE' {
  const weighed = weighedOf(asked);
  if (weighed.isTooDeep) return 'TOO_MUCH';
  try {
    const cost = weighed.cost ?? complexityOf(asked);
    // Nothing is remembered of variables that the document can't take.
    if (weighed.isFixed) weighed.cost = cost;
    return cost > COST_MAX ? 'TOO_MUCH' : 'FINE';
  } catch (error) {
    // The values have been judged before: what is left to complain of is more nodes, fragments followed, than it counts.
    if (error instanceof GraphQLError) return 'TOO_MUCH';
    throw error;
  }
}

/** `isFixed`: it costs the same with any variables, and `cost` is that once it has been counted. */
const weighedOf = rememberedOf((asked): { isTooDeep: boolean; isFixed: boolean; cost: number | null } => ({
  isTooDeep: depthOf(asked.operation.selectionSet, asked.document) > DEPTH_MAX,
  isFixed: !isWeighedByVariables(asked),
  cost: null,
}));

/** Variables weigh where they say how long a page is, or whether something is asked at all. */
function isWeighedByVariables(asked: Omit<Operation, 'variables'>): boolean {
  let isSo = false;
  const look = ({ value }: ArgumentNode) => {
    isSo ||= value.kind === 'Variable';
  };
  const weighing = {
    Field: ({ arguments: given = [] }: FieldNode) => {
      given.filter(({ name }) => name.value === 'first').forEach(look);
    },
    Directive: ({ arguments: given = [] }: DirectiveNode) => {
      given.forEach(look);
    },
  };
  for (const part of reachedParts(asked)) visit(part, weighing);
  return isSo;
}

const complexityOf = ({ schema, document, variables, operation }: Operation): number =>
  getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    operationName: operation.name?.value,
    estimators: [estimate],
  });

const estimate: ComplexityEstimator = ({ field, type, args, childComplexity }) => {
  const own = HEAVY[field.name] ?? (type === schemaRoot(type) ? ROOT_FIELD_COST : 1);
  const first: unknown = args['first'];
  if (isConnection(field.type))
    return own + (typeof first === 'number' ? Math.max(1, first) : PAGE_DEFAULT) * childComplexity;
  return own + (LISTS[`${type.name}.${field.name}`] ?? 1) * childComplexity;
};

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const schemaRoot = <T extends { name: string }>(type: T): T | null => (ROOTS.has(type.name) ? type : null);

function isConnection(type: GraphQLOutputType): boolean {
  const bare = type instanceof GraphQLNonNull ? (type.ofType as GraphQLOutputType) : type;
  return !(bare instanceof GraphQLList) && isObjectType(bare) && bare.name.endsWith('Connection');
}

type SelectionSet = Operation['operation']['selectionSet'];

/** Validation has refused fragments that contain themselves, so this ends; it stops at the limit all the same. */
function depthOf(selectionSet: SelectionSet, document: Operation['document']): number {
  const fragments = new Map(
    document.definitions.flatMap((part) =>
      part.kind === 'FragmentDefinition' ? [[part.name.value, part.selectionSet] as const] : [],
    ),
  );
  const measured = new Map<SelectionSet, number>();
  const measure = (set: SelectionSet): number => {
    const known = measured.get(set);
    if (known !== undefined) return known;
    const depth = Math.max(
      0,
      ...set.selections.map((selection) => {
        if (selection.kind === 'Field')
          return selection.name.value.startsWith('__')
            ? 0
            : 1 + (selection.selectionSet ? measure(selection.selectionSet) : 0);
        const inner =
          selection.kind === 'InlineFragment' ? selection.selectionSet : fragments.get(selection.name.value);
        return inner ? measure(inner) : 0;
      }),
    );
    measured.set(set, depth);
    return depth;
  };
  return measure(selectionSet);
}
