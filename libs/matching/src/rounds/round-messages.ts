import type { Day } from '@lienket/platform';
import type { RoundProgress } from './round.js';
import type { RoundFailure } from './round-status.js';
import type { RoundRun } from './round.store.js';
import type { RoundWish } from './round-wish.js';

/** What the thread is started with. */
export interface RoundStart {
  readonly databaseUrl: string;
  readonly round: RoundRun & RoundWish;
  readonly today: Day;
}

export type FromThread =
  | { readonly about: 'progress'; readonly progress: RoundProgress }
  /** Its result is stored, all of it. */
  | {
      readonly about: 'kept';
      readonly listingCount: number;
      readonly demandCount: number;
      readonly allocationCount: number;
    }
  /** The round was cancelled or begun again meanwhile: nothing of this run is stored. */
  | { readonly about: 'superseded' }
  /** It can't be solved, or what was found isn't sound: it would be the same the next time. */
  | { readonly about: 'failed'; readonly failure: RoundFailure; readonly error: unknown }
  /** Something was out of reach: it may go well the next time. */
  | { readonly about: 'fault'; readonly error: unknown };
