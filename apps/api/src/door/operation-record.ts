import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import { rootFields } from './operation.js';

/** What may be told of an operation: which fields of ours it asked for, and what became of each. Never its values. */
export interface OperationRecord {
  /** Field name → OK, or the code of its error. No field where the document was not of our schema. */
  readonly fields: Readonly<Record<string, string>>;
  /** OK, or the code of the first error. */
  readonly outcome: string;
}

type AnsweredError = Pick<GraphQLFormattedError, 'path' | 'extensions'>;

/** An error with a path belongs to its root field; one without, judged before anything ran, to every field. */
export function recordOf(
  asked: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } | null,
  errors: readonly AnsweredError[],
): OperationRecord {
  const ofAll = errors.find(({ path }) => path === undefined);
  const byKey = new Map(errors.map((error) => [error.path?.[0], codeOf(error)]));
  const fields: Record<string, string> = {};
  for (const { name, alias } of asked ? rootFields(asked) : []) {
    const outcome = ofAll ? codeOf(ofAll) : (byKey.get((alias ?? name).value) ?? 'OK');
    if ((fields[name.value] ?? 'OK') === 'OK') fields[name.value] = outcome;
  }
  return { fields, outcome: errors[0] ? codeOf(errors[0]) : 'OK' };
}

function codeOf({ extensions }: AnsweredError): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
