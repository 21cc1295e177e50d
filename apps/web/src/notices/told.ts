import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { UnreadChanged } from './documents';

/**
 * Calls at first, and when something has happened to what is the viewer's, while they look.
 * @returns how much of it they haven't read
 */
export function useTold(onTold: () => void): number | undefined {
  const [{ data }] = useSubscription({ query: UnreadChanged });
  const count = data?.unreadNoticesChanged;
  useEffect(() => {
    if (count !== undefined) onTold();
  }, [count]);
  return count;
}
