import {
  buildASTSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  isInterfaceType,
  isIntrospectionType,
  isUnionType,
  getNamedType,
  parse,
  visit,
} from 'graphql';

/**
 * What of the promised schema the served one lacks or breaks, a sentence each. It may hold more; descriptions may differ.
 * What is marked [later], and what can be reached only through that, is not promised yet.
 */
export function brokenPromises(promisedSource, servedSchema) {
  const promised = promisedSchema(parse(promisedSource));
  return [
    ...findBreakingChanges(promised, servedSchema),
    ...findDangerousChanges(promised, servedSchema).filter(
      ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
    ),
  ].map(({ description }) =>
    description.replace(/ was removed\.$/, ' is missing.').replace(' changed type from ', ' changed its type from '),
  );
}

function promisedSchema(document) {
  const now = withoutLaterMembers(document);
  const reachable = reachableTypes(buildASTSchema(now));
  const reachableLater = reachableTypes(buildASTSchema(document));
  // A type that no field leads to at all, such as the list of error codes, is promised as it stands.
  const isPromised = ({ name, ...node }) =>
    reachable.has(name.value) || !(reachableLater.has(name.value) || isMarkedLater(node));
  const definitions = now.definitions.filter((node) => !node.name || isPromised(node));
  return buildASTSchema({ ...now, definitions });
}

const isMarkedLater = (node) => /^\s*\[later\]/.test(node.description?.value ?? '');

function withoutLaterMembers(document) {
  const drop = (node) => (isMarkedLater(node) ? null : undefined);
  return visit(document, { FieldDefinition: drop, InputValueDefinition: drop, EnumValueDefinition: drop });
}

/** Names of the types that a document could use, starting at the schema's roots. */
function reachableTypes(schema) {
  const seen = new Set();
  const open = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(Boolean);
  while (open.length > 0) {
    const type = open.pop();
    if (seen.has(type.name) || isIntrospectionType(type)) continue;
    seen.add(type.name);
    if (isUnionType(type)) open.push(...type.getTypes());
    if (isInterfaceType(type)) open.push(...schema.getPossibleTypes(type));
    for (const field of Object.values(type.getFields?.() ?? {})) {
      open.push(getNamedType(field.type), ...(field.args ?? []).map((argument) => getNamedType(argument.type)));
    }
  }
  return seen;
}
