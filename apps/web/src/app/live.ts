import type { SubscriptionForwarder } from '@urql/core';
import { CloseCode, createClient } from 'graphql-ws';
import { keptLanguage } from './language';
import { currentSession, endSession } from './session';

const LONGEST_WAIT_MS = 20_000;

/** By which session the socket was opened. */
let openedBy: string | undefined;

const socket = createClient({
  url: `${location.origin.replace('http', 'ws')}/graphql`,
  connectionParams: () => {
    const session = currentSession();
    openedBy = session?.token;
    return { language: keptLanguage(), ...(session && { authorization: `Bearer ${session.token}` }) };
  },
  // A phone loses its network now and then: it comes back, later each time.
  shouldRetry: () => true,
  retryAttempts: Infinity,
  retryWait: (tries) => new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries))),
});

/** What changes while one looks at it, over one socket that is there while something is followed. */
export const follow: SubscriptionForwarder = ({ query, variables }) => ({
  subscribe: (sink) => {
    const begin = () =>
      socket.subscribe(
        { query: query ?? '', variables },
        {
          next: sink.next,
          error: (error) => {
            const isOver = (error as Partial<CloseEvent>).code === CloseCode.Unauthorized;
            if (!isOver) sink.error(error);
            else if (openedBy === currentSession()?.token) endSession();
            // Another session has begun meanwhile, as by a new password: it is followed by that one.
            else leave = begin();
          },
          complete: sink.complete,
        },
      );
    let leave = begin();
    return { unsubscribe: () => leave() };
  },
});
