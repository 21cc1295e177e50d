import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/** A document that is valid against the schema, and which of its operations is to run. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Asked = Pick<Operation, 'document' | 'operation'>;

const fragmentsOf = ({ document }: Asked): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions
      .filter((part): part is FragmentDefinitionNode => part.kind === 'FragmentDefinition')
      .map((part) => [part.name.value, part]),
  );

/** The operation and the fragments that it reaches: what another operation of the document uses is not asked for. */
export function reachedParts(asked: Asked): readonly (OperationDefinitionNode | FragmentDefinitionNode)[] {
  const fragments = fragmentsOf(asked);
  const reached = new Set<OperationDefinitionNode | FragmentDefinitionNode>([asked.operation]);
  const follow = (selection: SelectionNode): void => {
    if (selection.kind === 'FragmentSpread') {
      const fragment = fragments.get(selection.name.value);
      if (fragment) reached.add(fragment);
    } else {
      selection.selectionSet?.selections.forEach(follow);
    }
  };
  // A set answers also what is added to it while it is being read.
  for (const part of reached) part.selectionSet.selections.forEach(follow);
  return [...reached];
}

/** What follows from an operation alone, worked out once: a document that is asked again is the same object, and takes this with it when it goes. */
export function rememberedOf<T extends object>(workOut: (asked: Omit<Operation, 'variables'>) => T): typeof workOut {
  const known = new WeakMap<OperationDefinitionNode, T>();
  return (asked) => {
    const remembered = known.get(asked.operation);
    if (remembered !== undefined) return remembered;
    const workedOut = workOut(asked);
    known.set(asked.operation, workedOut);
    return workedOut;
  };
}

/** The fields of ours that an operation asks for, fragments followed; of a document that has passed validation. */
export function rootFields(asked: Asked): FieldNode[] {
  const fragments = fragmentsOf(asked);
  const collect = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === 'Field') return selection.name.value.startsWith('__') ? [] : [selection];
      if (selection.kind === 'InlineFragment') return collect(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      return fragment ? collect(fragment.selectionSet) : [];
    });
  return collect(asked.operation.selectionSet);
}
