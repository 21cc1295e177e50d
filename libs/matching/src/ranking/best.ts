import { compareIds, idPrefix } from './ids.js';
import type { Rows } from './rows.js';

const MILLION = 1_000_000;
/**
 * In millionths. A score is some thirty operations on doubles up to 1, each off by at most 2^-53 of its value: together less than
 * 1e-14, or 1e-8 millionths. Where half a millionth lies nearer than this, either rounding may be the right one.
 */
const DOUBT = 1e-6;

/** A row that may be among the best: its score in millionths is at least `low` and at most `high`, which differ where in doubt. */
export interface Candidate {
  readonly slot: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Keeps the best so many by score rounded half up to millionths, then by id: a heap with the worst on top, by their low scores.
 * Those in doubt are kept beside it, so that whoever ranks exactly finds everything that may belong to the best.
 */
export class Best {
  /** What scores less, as a double, is surely not among the best. */
  least = -Infinity;
  private readonly heap: Candidate[] = [];
  private doubtful: Candidate[] = [];

  constructor(
    private readonly rows: Rows,
    private readonly most: number,
  ) {}

  /** Whether a score of at most this much, with an id that begins like this or later, might be among the best. */
  mayTake(score: number, prefix: number): boolean {
    if (!this.isFull) return true;
    const high = Math.floor(score * MILLION + 0.5 + DOUBT);
    const worst = this.heap[0]!;
    return high > worst.low || (high === worst.low && prefix <= idPrefix(this.rows.ids, worst.slot));
  }

  offer(slot: number, score: number): void {
    const scaled = score * MILLION + 0.5;
    const candidate = { slot, low: Math.floor(scaled - DOUBT), high: Math.floor(scaled + DOUBT) };
    if (!this.reaches(candidate)) return;
    if (candidate.low !== candidate.high) this.doubtful.push(candidate);
    this.keep(candidate);
    if (this.isFull) this.least = (this.heap[0]!.low - 0.5 - DOUBT) / MILLION;
  }

  /** Everything that may be among the best: just these, unless roundings are in doubt. */
  candidates(): Candidate[] {
    const kept = new Set(this.heap);
    return [...this.heap, ...this.doubtful.filter((candidate) => !kept.has(candidate) && this.reaches(candidate))];
  }

  private get isFull(): boolean {
    return this.heap.length === this.most;
  }

  private reaches({ slot, high }: Candidate): boolean {
    if (!this.isFull) return true;
    const worst = this.heap[0]!;
    return high > worst.low || (high === worst.low && this.compare(slot, worst.slot) < 0);
  }

  private keep(candidate: Candidate): void {
    const { heap } = this;
    if (!this.isFull) {
      let place = heap.push(candidate) - 1;
      for (let above = (place - 1) >> 1; place > 0 && this.isWorse(candidate, heap[above]!); above = (place - 1) >> 1) {
        heap[place] = heap[above]!;
        place = above;
      }
      heap[place] = candidate;
      return;
    }
    if (this.isWorse(candidate, heap[0]!)) return;
    let place = 0;
    for (let below = 1; below < heap.length; below = 2 * place + 1) {
      if (below + 1 < heap.length && this.isWorse(heap[below + 1]!, heap[below]!)) below += 1;
      if (!this.isWorse(heap[below]!, candidate)) break;
      heap[place] = heap[below]!;
      place = below;
    }
    heap[place] = candidate;
  }

  private isWorse(a: Candidate, b: Candidate): boolean {
    return a.low !== b.low ? a.low < b.low : this.compare(a.slot, b.slot) > 0;
  }

  private compare(slot: number, other: number): number {
    return compareIds(this.rows.ids, slot, this.rows.ids, other);
  }
}
