import { IdIndex, WORDS, writeId } from './ids.js';
import type { OwnerEntry } from './posting-entry.js';

/** The organizations that own postings: their facts stand once, for all their rows. */
export class Owners {
  reliability = new Float64Array(256);
  /** The value of INCLUSION, 0 or 1. */
  inclusion = new Uint8Array(256);
  private ids = new Uint32Array(256 * WORDS);
  private readonly index = new IdIndex(() => this.ids);
  private count = 0;

  /** Its number, which it keeps. */
  put({ id, included, endedLineCount, kept }: OwnerEntry): number {
    const number = this.numberOf(id);
    this.reliability[number] = (kept + 2.1) / (endedLineCount + 3);
    this.inclusion[number] = included ? 1 : 0;
    return number;
  }

  numberOf(id: string): number {
    const known = this.index.slotOf(id);
    if (known >= 0) return known;
    const number = this.count;
    this.count += 1;
    if (number === this.inclusion.length) this.grow(Math.ceil(1.5 * number));
    writeId(id, this.ids, number);
    this.index.add(number);
    return number;
  }

  private grow(capacity: number): void {
    const { ids, reliability, inclusion } = this;
    (this.ids = new Uint32Array(capacity * WORDS)).set(ids);
    (this.reliability = new Float64Array(capacity)).set(reliability);
    (this.inclusion = new Uint8Array(capacity)).set(inclusion);
  }
}
