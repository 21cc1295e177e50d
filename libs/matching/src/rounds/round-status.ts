import type { RoundProgress } from './round.js';

export type RoundStatus = 'QUEUED' | 'RUNNING' | 'SOLVED' | 'FAILED' | 'CANCELLED';

/** Reading the book comes before what the solver tells of. */
export type RoundStage = 'BOOK' | RoundProgress['stage'];

export interface RoundProgressSeen extends Omit<RoundProgress, 'stage'> {
  readonly stage: RoundStage;
}

export const isFinished = (status: RoundStatus): boolean => status !== 'QUEUED' && status !== 'RUNNING';
