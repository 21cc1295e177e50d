import type { RoundProgress } from './round.js';

type Stage = RoundProgress['stage'];

/** Where each stage ends, as a part of the whole: about the share of time it takes in a large round. The last part is the certificate's. */
const ENDS: Record<Exclude<Stage, 'CERTIFICATE'>, readonly [start: number, end: number]> = {
  CANDIDATES: [0, 0.05],
  PRICES: [0.05, 0.4],
  LIMITS: [0.4, 0.95],
};

/** Tells how far a round is: what is done of a stage never becomes less. */
export class ProgressOf {
  private done = 0;

  constructor(
    private readonly stage: Exclude<Stage, 'CERTIFICATE'>,
    private readonly of: number,
    private readonly report: (progress: RoundProgress) => void,
  ) {
    this.tell();
  }

  reach(done: number): void {
    if (done <= this.done) return;
    this.done = done;
    this.tell();
  }

  private tell(): void {
    const { stage, done, of } = this;
    const [start, end] = ENDS[stage];
    this.report({ stage, done, of, progress: of === 0 ? end : start + (done / of) * (end - start) });
  }
}
