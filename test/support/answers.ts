import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';

/** All that comes back over the wire, but for what is another one each time: the hour and the number of the request. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const OF_THE_MOMENT = new Set(['date', 'x-request-id', 'content-length', 'etag']);

export async function answerOf(url: string, document: string, token?: string): Promise<RawAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document }),
  });
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !OF_THE_MOMENT.has(name)));
  return { status: response.status, headers, body: await response.text() };
}

/**
 * An answer in which two worlds must agree to the last byte: without the instant at which something became known to
 * anybody, and without how many organizations of every status are enterprises or not ACTIVE, which everybody may know.
 */
export function comparable({ status, headers, body }: RawAnswer): string {
  const content: unknown = JSON.parse(body, (key, value: unknown) => {
    if (key === 'knownAt') return '(whenever)';
    if (key === 'requestId') return '(another one each time)';
    if (key !== 'excluded') return value;
    const exclusions = value as readonly { readonly reason?: string }[];
    return exclusions.every(({ reason }) => reason !== undefined)
      ? exclusions.filter(({ reason }) => reason !== 'NOT_ACTIVE' && reason !== 'ENTERPRISE')
      : '(reasons not asked for)';
  });
  return JSON.stringify({ status, headers, content });
}

type Content = Readonly<Record<string, unknown>> | null | undefined;

/** The fields, as `Listing.remainingKg`, in which two answers of the same operation differ. */
export function differingFields(type: GraphQLObjectType, one: Content, other: Content): string[] {
  const fields = type.getFields();
  return [...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])].flatMap((name) =>
    name === '__typename'
      ? []
      : differingValues(`${type.name}.${name}`, fields[name]!.type, one?.[name], other?.[name]),
  );
}

/** Lists whose order is by what may differ: who stands at a place in one is not who stands there in the other. */
const BY_SCORE = new Set(['MatchConnection.nodes', 'MatchConnection.edges']);

function differingValues(coordinate: string, type: GraphQLOutputType, one: unknown, other: unknown): string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  const nullable = isNonNullType(type) ? type.ofType : type;
  const named = getNamedType(nullable);
  if (!isObjectType(named) || one === null || other === null || BY_SCORE.has(coordinate)) return [coordinate];
  if (!isListType(nullable)) return differingFields(named, one as Content, other as Content);
  const [ours, theirs] = [one, other].map((items) => byIdentity(items as Identified[]));
  const inBoth = [...ours!.keys()].filter((key) => theirs!.has(key));
  const inner = inBoth.flatMap((key) => differingFields(named, ours!.get(key), theirs!.get(key)));
  return inBoth.length === ours!.size && inBoth.length === theirs!.size ? inner : [coordinate, ...inner];
}

interface Identified extends Readonly<Record<string, unknown>> {
  readonly id?: string;
  readonly key?: string;
  readonly node?: { readonly id?: string };
}

/** Things by their id, where it was asked for; by their place otherwise. */
const byIdentity = (items: readonly Identified[]): Map<string | number, Identified> =>
  new Map(items.map((item, place) => [item.id ?? item.key ?? item.node?.id ?? place, item]));
