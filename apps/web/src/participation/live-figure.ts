import { useSubscription } from 'urql';
import { useAsked, useCalmed } from './asked';
import { FigureChanged, OneFigure, type Figure } from './documents';
import type { Question } from './question';

/** The figure that was asked for; today's moves within a second of a signature, while one looks. */
export function useFigure({ reading, asOf, before, scope, knownAt, isThen, isLive }: Question) {
  const followed = { reading, scope };
  const [{ data, operation }] = useSubscription({ query: FigureChanged, variables: followed, pause: !isLive });
  const isOfThis = isLive && JSON.stringify(operation?.variables) === JSON.stringify(followed);
  const live: Figure | undefined = isOfThis ? data?.participationChanged : undefined;
  const moment = useCalmed(live?.knownAt);
  const answer = useAsked(
    'figure',
    OneFigure,
    { reading, asOf, before, scope, knownAt, isThen },
    moment,
    ({ figure }) => figure.knownAt,
  );
  return { ...answer, figure: live ?? answer.data?.figure, isOfBefore: !live && answer.isOfBefore, moment };
}
