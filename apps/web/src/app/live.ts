import type { SubscriptionForwarder } from '@urql/core';
import { CloseCode, createClient } from 'graphql-ws';
import { keptLanguage } from './language';
import { currentSession, endSession } from './session';

const LONGEST_WAIT_MS = 20_000;

const socket = createClient({
  url: `${location.origin.replace('http', 'ws')}/graphql`,
  connectionParams: () => {
    const session = currentSession();
    return { language: keptLanguage(), ...(session && { authorization: `Bearer ${session.token}` }) };
  },
  // A phone loses its network now and then: it comes back, later each time.
  shouldRetry: () => true,
  retryAttempts: Infinity,
  retryWait: (tries) => new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries))),
});

/** What changes while one looks at it, over one socket that is there while something is followed. */
export const follow: SubscriptionForwarder = ({ query, variables }) => ({
  subscribe: (sink) => ({
    unsubscribe: socket.subscribe(
      { query: query ?? '', variables },
      {
        next: sink.next,
        error: (error) => {
          const isOver = (error as Partial<CloseEvent>).code === CloseCode.Unauthorized;
          if (isOver) endSession();
          else sink.error(error);
        },
        complete: sink.complete,
      },
    ),
  }),
});
