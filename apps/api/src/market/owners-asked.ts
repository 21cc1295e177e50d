import type { FieldNode, GraphQLResolveInfo, OperationDefinitionNode, SelectionSetNode } from 'graphql';

/** Of an organization: what is read with each posting of a page. Whatever else is asked of it comes by its loader. */
const READ_WITH_A_POSTING = new Set(['__typename', 'id', 'name', 'kind', 'status', 'province']);
const OWNERS = new Set(['organization', 'buyer']);

const known = new WeakMap<OperationDefinitionNode, Map<string | number, boolean>>();

/** Whether a page of postings asks for their organizations, and no more of them than can be read with it. Worked out once for each document. */
export function asksOwnersBriefly(info: GraphQLResolveInfo): boolean {
  const ofOperation = known.get(info.operation) ?? new Map<string | number, boolean>();
  known.set(info.operation, ofOperation);
  const isSo = ofOperation.get(info.path.key) ?? lookAt(info);
  ofOperation.set(info.path.key, isSo);
  return isSo;
}

function lookAt({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const fieldsIn = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === 'Field') return [selection];
      if (selection.kind === 'InlineFragment') return fieldsIn(selection.selectionSet);
      const fragment = fragments[selection.name.value];
      return fragment ? fieldsIn(fragment.selectionSet) : [];
    });
  const below = (fields: readonly FieldNode[], isMeant: (name: string) => boolean): FieldNode[] =>
    fields
      .filter(({ name }) => isMeant(name.value))
      .flatMap(({ selectionSet }) => (selectionSet ? fieldsIn(selectionSet) : []));
  const ofPage = fieldNodes.flatMap(({ selectionSet }) => (selectionSet ? fieldsIn(selectionSet) : []));
  const edges = below(ofPage, (name) => name === 'edges');
  const ofPostings = [...below(ofPage, (name) => name === 'nodes'), ...below(edges, (name) => name === 'node')];
  const ofOwners = below(ofPostings, (name) => OWNERS.has(name));
  return ofOwners.length > 0 && ofOwners.every(({ name }) => READ_WITH_A_POSTING.has(name.value));
}
