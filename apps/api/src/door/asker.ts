import type { Viewer } from '@lienket/identity';
import type { Day } from '@lienket/platform';

/** Who asks and when: what every read of a request is answered for. */
export interface Asker {
  readonly viewer: Viewer | null;
  readonly today: Day;
  readonly now: Date;
  readonly requestId: string;
}

/** A viewer, in a place that the guard lets only signed-in callers reach. */
export function signedIn(context: Asker): Viewer {
  if (!context.viewer) throw new Error('A resolver for signed-in callers was reached without a viewer.');
  return context.viewer;
}
