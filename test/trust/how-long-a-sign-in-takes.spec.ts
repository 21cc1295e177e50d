import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addUser } from '@lienket/identity';
import { Dice } from '../support/dice.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { PASSWORD, startLienket, type Lienket } from '../support/lienket.js';
import { addPerson } from '../support/people.js';

const SIGN_INS = inShortOrLong(25, 200);
/** On a busy machine one round may be off; who answers an unknown login without hashing is off in all of them. */
const ROUNDS_MAX = 3;

let lienket: Lienket;
let dice: Dice;
beforeAll(async () => {
  dice = Dice.thrown('how long a sign-in takes');
  lienket = await startLienket({ LIENKET_ROLE: 'api', LIENKET_FAILED_SIGN_INS: '100000' });
  await lienket.owner.transaction((tx) =>
    addUser(tx, { login: 'country@example.vn', password: PASSWORD, role: 'PROGRAM_MANAGER' }, new Date()),
  );
});
afterAll(() => lienket.close());

describe('GHSA-6f65-4fv2-wwch: how long a sign-in takes tells who has an account', () => {
  const SIGN_IN = 'mutation ($login: String!) { signIn(login: $login, password: "not the right one") { token } }';
  const millisecondsOf = async (login: string): Promise<number> => {
    const from = performance.now();
    const { errors } = await lienket.send(SIGN_IN, { login });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    return performance.now() - from;
  };
  const medianOf = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

  /** One known and one unknown, in either order, again and again: whatever else the machine does, it does to both. */
  async function ratioOf(known: string, count: number): Promise<number> {
    const [ours, others]: [number[], number[]] = [[], []];
    for (let n = 0; n < count; n += 1) {
      const pair = [() => millisecondsOf(known).then((ms) => ours.push(ms))];
      pair.push(() => millisecondsOf(`nobody${String(n)}@example.vn`).then((ms) => others.push(ms)));
      for (const attempt of dice.shuffled(pair)) await attempt();
    }
    return medianOf(ours) / medianOf(others);
  }

  it('a known and an unknown login take as long', async () => {
    const ratios: number[] = [];
    do ratios.push(await ratioOf('country@example.vn', SIGN_INS));
    while ((ratios.at(-1)! < 0.8 || ratios.at(-1)! > 1.25) && ratios.length < ROUNDS_MAX);
    console.info(
      `sign-ins ${String(SIGN_INS)} known, ${String(SIGN_INS)} unknown: ratio of medians ${ratios.join(', ')}`,
    );
    expect(ratios.at(-1)).toBeGreaterThan(0.8);
    expect(ratios.at(-1)).toBeLessThan(1.25);
  }, 300_000);

  it('and where they did not, it would be seen', async () => {
    await addPerson(lienket, 'cheap@example.vn', 'TRADER');
    expect(await ratioOf('cheap@example.vn', 5)).toBeLessThan(0.8);
  });
});
