import { useEffect } from 'react';
import { useClient } from 'urql';
import { useOnline } from '../app/network';
import { useSession } from '../app/session';

const TRY_EVERY_MS = 15_000;

/** Sends what waits at once, when the API can be reached again, and now and then. The code that sends comes after the page. */
export function useSending(): void {
  const client = useClient();
  const userId = useSession()?.userId;
  const isOnline = useOnline();
  useEffect(() => {
    const send = () => void import('./posting-outbox').then(({ sendUnsent }) => sendUnsent(client));
    send();
    if (!isOnline) return undefined;
    const ticker = setInterval(send, TRY_EVERY_MS);
    return () => clearInterval(ticker);
  }, [client, userId, isOnline]);
}
