import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Dice } from '../support/dice.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { everySequence, runSequence, type Tally } from '../support/lifecycle-commands.js';
import { LifecycleDesk, openLane, type Lane } from '../support/lifecycle-desk.js';
import { plant, PLANTED_LIVES, type PlantedLife } from '../support/planted-lives.js';

const SEQUENCES = inShortOrLong(200, 2000);
const LANES = 4;
/** Chance may leave out in one what a run has to meet. */
const ROUNDS_MOST = 5;
const PLANTED_SEQUENCES_MAX = 1000;

let dice: Dice;
let lanes: Lane[];
beforeAll(async () => {
  dice = Dice.thrown('lifecycle model');
  lanes = await Promise.all(Array.from({ length: LANES }, openLane));
});
afterAll(() => Promise.all(lanes.map(({ world }) => world.close())));

interface Run {
  readonly seed: number;
  readonly sequences: number;
  readonly tally: Tally;
  readonly planted?: PlantedLife;
}

const check = (lane: Lane, { seed, sequences, tally, planted }: Run) =>
  fc.check(
    fc.asyncProperty(everySequence(tally), (commands) =>
      runSequence(commands, () => LifecycleDesk.open(lane, planted?.before)),
    ),
    { seed, numRuns: sequences, endOnFailure: planted !== undefined },
  );

/** With the seed and the path by which fast-check finds the sequence again, and what differed. */
const reportOf = (details: Awaited<ReturnType<typeof check>>): string =>
  `${fc.defaultReportMessage(details)}\n${String(details.errorInstance)}`;

describe('the life of a contract', () => {
  it('goes as the model says, step by step, also where two act at once', async () => {
    const tally: Tally = new Map();
    const round = (seed: number) =>
      Promise.all(lanes.map((lane, place) => check(lane, { seed: seed + place, sequences: SEQUENCES / LANES, tally })));
    const found = await round(dice.seed);
    for (let more = 1; more < ROUNDS_MOST && COMMON.some((answer) => !tally.has(answer)); more += 1)
      found.push(...(await round(dice.seed + more * LANES)));
    const sequences = found.reduce((sum, { numRuns }) => sum + numRuns, 0);
    const [acts, answers] = [true, false].map((isAct) =>
      Object.fromEntries([...tally].filter(([key]) => isAct === !key.includes(' ')).sort()),
    );
    const commands = Object.values(acts!).reduce((sum, count) => sum + count, 0);
    const different = found.filter(({ failed }) => failed);
    console.info(
      `sequences ${String(sequences)}, commands ${String(commands)} ${JSON.stringify(acts)}, differences ${String(different.length)}; ` +
        `answers ${JSON.stringify(answers)}`,
    );
    expect(different.map(reportOf)).toEqual([]);
    for (const answer of COMMON) expect([answer, tally.get(answer) ?? 0]).not.toEqual([answer, 0]);
  }, 1_800_000);

  it.each(PLANTED_LIVES.map((planted) => [planted.name, planted] as const))(
    'is told from one in which %s',
    async (name, planted) => {
      const [lane] = lanes as [Lane];
      await plant(lane.world, planted);
      const tally: Tally = new Map();
      const { failed, numRuns } = await check(lane, {
        ...{ seed: dice.seed + ROUNDS_MOST * LANES, sequences: PLANTED_SEQUENCES_MAX, tally, planted },
      });
      await plant(lane.world, { name: 'nothing' });
      console.info(`planted: ${name}: caught by sequence ${String(numRuns)}`);
      expect(failed).toBe(true);
    },
  );
});

/** What a run that is worth anything has met. */
const COMMON = [
  ...['OFFER DONE', 'OFFER INVALID_INPUT', 'COUNTER DONE', 'COUNTER CONFLICT', 'COUNTER INVALID_STATE'],
  ...['SIGN DONE', 'SIGN CONFLICT', 'SIGN NOT_FOUND', 'SIGN INVALID_STATE', 'SIGN INSUFFICIENT_QUANTITY'],
  ...['DECLINE DONE', 'DECLINE FORBIDDEN', 'WITHDRAW DONE', 'TERMINATE DONE', 'TERMINATE INVALID_STATE'],
  ...['DELIVER DONE', 'DELIVER INVALID_INPUT', 'TAKE_DOWN DONE', 'TAKE_DOWN FORBIDDEN', 'AT_ONCE DONE + DONE'],
  'AT_ONCE DONE + INVALID_STATE',
];
