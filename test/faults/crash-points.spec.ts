import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { CRASH_POINTS, type CrashPoint } from '../support/crash-points.js';
import { CrashTrial } from '../support/crash-trial.js';
import { Dice } from '../support/dice.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { PLANTED_FAULTS } from '../support/planted-faults.js';

const CRASHES = inShortOrLong(80, 1000);
/** How long each step of a house with a planted fault is waited for. On a busy machine it may die before its fault can strike: then for longer. */
const PATIENCE_MS = [300, 1000, 3000];
const LOST_AFTER_MS = 1500;
const NOTHING_WRONG = { lost: 0, doubled: 0, drifted: 0, untold: 0, books: {} };

describe('a house that dies at a step of the way from a signature to the screen', () => {
  let dice: Dice;
  let trial: CrashTrial;

  beforeAll(() => {
    dice = Dice.thrown('crash points');
  });

  afterEach(() => trial.close());

  it('loses no acknowledged wish, does none twice, and ends with the right figure on the screen', async () => {
    trial = await CrashTrial.open(CRASHES);
    const hits = new Map(CRASH_POINTS.map(({ name }) => [name, 0]));
    const missed: string[] = [];
    const rounds = Math.ceil(CRASHES / CRASH_POINTS.length);
    const plan = Array.from({ length: rounds }, () => dice.shuffled(CRASH_POINTS)).flat();
    for (const point of plan) {
      if (await trial.dieAt(point)) hits.set(point.name, hits.get(point.name)! + 1);
      else missed.push(point.name);
    }
    const outcome = await trial.settle();
    const crashes = [...hits.values()].reduce((a, b) => a + b, 0);
    console.info(
      `crashes ${String(crashes)} at ${String(hits.size)} points, each at least ${String(Math.min(...hits.values()))} times, ` +
        `acknowledged ${String(trial.acknowledgedCount)}, ${JSON.stringify(outcome)}${missed.length > 0 ? `, not reached: ${missed.join('; ')}` : ''}`,
    );
    expect(outcome).toMatchObject(NOTHING_WRONG);
    expect(outcome.onScreen).toBe(outcome.byOracle);
    expect(outcome.settledMs).toBeLessThan(30_000);
    expect(crashes).toBeGreaterThanOrEqual(CRASHES);
    expect(Math.min(...hits.values())).toBeGreaterThanOrEqual(Math.floor(CRASHES / CRASH_POINTS.length));
  }, 900_000);

  it.each(PLANTED_FAULTS)(
    'is caught where it $name',
    async (fault) => {
      trial = await CrashTrial.open(PATIENCE_MS.length * CRASH_POINTS.length, fault);
      expect(await trial.settle(2)).toMatchObject(NOTHING_WRONG);
      const strike = async (patienceMs: number) => {
        const points = dice.shuffled(CRASH_POINTS.filter(({ side }: CrashPoint) => side === fault.side));
        for (const point of fault.weakest ? [...points, fault.weakest] : points) await trial.dieAt(point, patienceMs);
        const { onScreen: _, byOracle: __, settledMs: ___, ...found } = await trial.settle(0, LOST_AFTER_MS);
        console.info(`planted: ${fault.name}: ${JSON.stringify(found)}`);
        return isDeepStrictEqual(found, NOTHING_WRONG);
      };
      let isUnseen = true;
      for (const patienceMs of PATIENCE_MS) if (isUnseen) isUnseen = await strike(patienceMs);
      expect(isUnseen).toBe(false);
    },
    300_000,
  );
});
