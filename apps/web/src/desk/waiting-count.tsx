import { useRemembered } from '../app/remembered';
import { WaitingCounts } from './documents';

/** How much waits, behind the name of the page where it does; nothing where nothing does. */
export function WaitingCount() {
  const { data } = useRemembered('waiting-counts', WaitingCounts, {});
  const count = data ? data.claims.totalCount + data.organizations.totalCount : 0;
  return count === 0 ? null : <span>({count})</span>;
}
