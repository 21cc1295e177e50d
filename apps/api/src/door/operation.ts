import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** A document that is valid against the schema, and which of its operations is to run. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}
