import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { UnreadChanged } from './documents';

/** Calls when something has happened to what is the viewer's, while they look. */
export function useTold(onTold: () => void): void {
  const [{ data }] = useSubscription({ query: UnreadChanged });
  const count = data?.unreadNoticesChanged;
  useEffect(() => {
    if (count !== undefined) onTold();
  }, [count]);
}
