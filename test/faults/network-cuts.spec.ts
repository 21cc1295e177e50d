import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CutTrial, PLANTED_IN_COMMANDS } from '../support/cut-trial.js';
import { Dice } from '../support/dice.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { NETWORK_CUTS } from '../support/network-cuts.js';

const CUTS = inShortOrLong(10, 300);
const REQUEST_MAX_MS = 10_000;
const NOTHING_WRONG = { lost: 0, doubled: 0, refused: [] };

describe('signatures, offers and questions while the network to PostgreSQL fails', () => {
  let dice: Dice;
  let trial: CutTrial;

  beforeAll(() => {
    dice = Dice.thrown('network cuts');
  });

  afterEach(() => trial.close());

  it('lose nothing acknowledged, do nothing twice, and take no longer than 10 s', async () => {
    trial = await CutTrial.open(dice);
    const rounds = Math.ceil(CUTS / NETWORK_CUTS.length);
    const plan = Array.from({ length: rounds }, () => dice.shuffled(NETWORK_CUTS)).flat();
    const { struck, ...outcome } = await trial.run(plan);
    const struckCount = [...struck.values()].reduce((a, b) => a + b, 0);
    console.info(
      `cuts ${String(struckCount)} of ${String(plan.length)} (${[...struck].map(([name, count]) => `${name} ${String(count)}`).join(', ')}), ${JSON.stringify(outcome)}`,
    );
    expect(outcome).toMatchObject(NOTHING_WRONG);
    expect(outcome.books).toEqual({});
    expect(outcome.slowestMs).toBeLessThan(REQUEST_MAX_MS);
    expect(outcome.told['OUTCOME_UNKNOWN']).toBeGreaterThan(0);
    expect(outcome.settledMs).not.toBeNull();
    expect(Object.fromEntries(struck)).toEqual(Object.fromEntries(NETWORK_CUTS.map(({ name }) => [name, rounds])));
  }, 3_600_000);

  it.each(PLANTED_IN_COMMANDS)('are caught where a command $name', async ({ name, cut, planted }) => {
    trial = await CutTrial.open(dice, planted);
    const { lost, doubled, refused, books } = await trial.run([cut, cut, cut]);
    console.info(`planted: a command ${name}: ${JSON.stringify({ lost, doubled, refused, books })}`);
    expect(lost + doubled).toBeGreaterThan(0);
  });
});
