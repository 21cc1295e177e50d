/** Everything that a fault suite leaves to chance comes from here: the same seed throws the same numbers. */
export class Dice {
  private state: number;

  private constructor(readonly seed: number) {
    this.state = seed;
  }

  /** By SEED, or by a seed of its own; printed, so that what failed can be seen again. */
  static thrown(suite: string): Dice {
    const dice = new Dice(Number(process.env['SEED'] ?? Date.now() % 2 ** 31));
    console.info(`${suite}: SEED=${String(dice.seed)}`);
    return dice;
  }

  /** At least 0 and less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 on, below the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  }

  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[] {
    const mixed = [...things];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
    }
    return mixed;
  }
}
