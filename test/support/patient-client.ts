import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Asking, Lienket } from './lienket.js';

/** Nothing was changed, nobody knows whether, or the first try still runs: the same key tells. */
const ASK_AGAIN = ['UNAVAILABLE', 'OUTCOME_UNKNOWN', 'CONFLICT'];
const AGAIN_AFTER_MS = 25;
/** Longer than any fault may last. */
const PATIENCE_MS = 120_000;

/** Asks until it is answered, with the same key, and remembers what it had to put up with. */
export class PatientClient {
  /** How long the slowest request took, answered or not. */
  slowestMs = 0;
  /** How often it was told what other than yes; NOTHING where the connection broke. */
  readonly toldOtherwise = new Map<string, number>();

  /** @param goesOn whether it is still to ask */
  constructor(
    private readonly send: Lienket['send'],
    private readonly goesOn: () => boolean,
  ) {}

  /** @returns null where it was told to stop before it was answered */
  async ask<Data>(document: string, variables: object, asking: Asking): Promise<Data | null> {
    const patientUntil = Date.now() + PATIENCE_MS;
    while (this.goesOn()) {
      const from = Date.now();
      const answer = await this.tryOnce<Data>(document, variables, asking);
      this.slowestMs = Math.max(this.slowestMs, Date.now() - from);
      const code = answer ? answer.errors?.[0]?.extensions.code : 'NOTHING';
      if (answer?.data && code === undefined) return answer.data;
      this.toldOtherwise.set(String(code), (this.toldOtherwise.get(String(code)) ?? 0) + 1);
      if (answer && !ASK_AGAIN.includes(String(code))) throw new Error(`Refused: ${JSON.stringify(answer.errors)}`);
      if (Date.now() > patientUntil) throw new Error(`Not answered: ${JSON.stringify([...this.toldOtherwise])}`);
      await sleep(AGAIN_AFTER_MS);
    }
    return null;
  }

  private async tryOnce<Data>(document: string, variables: object, asking: Asking): Promise<Answer<Data> | null> {
    try {
      return await this.send<Data>(document, variables, asking);
    } catch {
      return null; // cut off in the middle: asked again with the same key
    }
  }
}
