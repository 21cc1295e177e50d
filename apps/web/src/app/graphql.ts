import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../generated/graphql-env';

/** Documents are typed by schema.graphql: a page that asks for what isn't there doesn't compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; Decimal: string };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
