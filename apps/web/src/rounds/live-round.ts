import { useSubscription } from 'urql';
import { RoundChanged, type RoundSummary } from './documents';

export const isOver = ({ status }: Pick<RoundSummary, 'status'>): boolean =>
  status !== 'QUEUED' && status !== 'RUNNING';

/** A round as it is while one looks, until it is over. */
export function useLiveRound<Known extends RoundSummary>(round: Known): Known {
  const [{ data }] = useSubscription({ query: RoundChanged, variables: { id: round.id }, pause: isOver(round) });
  const live = data?.matchingRoundChanged;
  return live && !isOver(round) ? { ...round, ...live } : round;
}
