import {
  Client,
  cacheExchange,
  fetchExchange,
  makeOperation,
  mapExchange,
  subscriptionExchange,
  type CombinedError,
  type OperationContext,
  type SubscriptionForwarder,
} from '@urql/core';
import { keptLanguage } from './language';
import { noteReached } from './network';
import { currentSession, endSession } from './session';

/** On each request, so that it holds whoever is signed in now. */
export const askingHeaders = (): Record<string, string> => {
  const session = currentSession();
  return {
    'accept-language': keptLanguage(),
    ...(session && { authorization: `Bearer ${session.token}` }),
  };
};

const notice = mapExchange({
  onOperation: (operation) =>
    makeOperation(operation.kind, operation, { ...operation.context, askedBy: currentSession()?.token }),
  onResult({ error, operation }) {
    noteReached(!error?.networkError);
    // Unless another session has begun meanwhile, as by a new password.
    const isOfThis = operation.context['askedBy'] === currentSession()?.token;
    if (codeOf(error) === 'UNAUTHENTICATED' && isOfThis) endSession();
  },
});

/** A client of its own for each person, so that nobody finds what the one before was answered. */
export const createConsoleClient = (): Client =>
  new Client({
    url: '/graphql',
    exchanges: [cacheExchange, notice, fetchExchange, subscriptionExchange({ forwardSubscription: followLater })],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: askingHeaders() }),
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.any([...signalOf(init), timeLimit()]) }),
  });

/** The socket's code comes when something is followed: a form in a field needs none of it. */
const followLater: SubscriptionForwarder = (operation, request) => ({
  subscribe: (sink) => {
    let isOver = false;
    let leave = () => {
      isOver = true;
    };
    void import('./live').then(({ follow }) => {
      if (!isOver) leave = follow(operation, request).subscribe(sink).unsubscribe;
    });
    return { unsubscribe: () => leave() };
  },
});

/** A mutation that does nothing again, however often it is sent. */
export const askingOnce = (key: string): Partial<OperationContext> => ({
  fetchOptions: () => ({ headers: { ...askingHeaders(), 'idempotency-key': key } }),
});

/** Longer than the API takes to answer anything. */
const timeLimit = (): AbortSignal => AbortSignal.timeout(20_000);
const signalOf = (init: RequestInit | undefined): AbortSignal[] => (init?.signal ? [init.signal] : []);

/** The API's code of what it refused; undefined where nothing was refused, or it wasn't reached. */
export const codeOf = (error: CombinedError | undefined): string | undefined =>
  error?.graphQLErrors[0]?.extensions['code'] as string | undefined;

/** Path of the input field at fault, `input.quantityKg`. */
export const faultyFieldOf = (error: CombinedError): string | undefined =>
  error.graphQLErrors[0]?.extensions['field'] as string | undefined;

/** Nothing was decided: asking again, by the same key, is right. */
export const isUndecided = (error: CombinedError): boolean =>
  error.networkError !== undefined ||
  ['UNAVAILABLE', 'OUTCOME_UNKNOWN', 'INTERNAL_SERVER_ERROR', 'RATE_LIMITED'].includes(codeOf(error) ?? '');
