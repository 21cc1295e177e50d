import type { RoundProgress } from './round.js';

export type RoundStatus = 'QUEUED' | 'RUNNING' | 'SOLVED' | 'FAILED' | 'CANCELLED';

/** TOO_LARGE for the memory there is; UNSOUND: not to be worked out, or not what the check wants; INTERRUPTED again and again. */
export type RoundFailure = 'TOO_LARGE' | 'UNSOUND' | 'INTERRUPTED';

/** Reading the book comes before what the solver tells of. */
export type RoundStage = 'BOOK' | RoundProgress['stage'];

export interface RoundProgressSeen extends Omit<RoundProgress, 'stage'> {
  readonly stage: RoundStage;
}

export const isFinished = (status: RoundStatus): boolean => status !== 'QUEUED' && status !== 'RUNNING';
