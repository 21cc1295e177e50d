import fc from 'fast-check';
import { deepStrictEqual } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import {
  copyOf,
  live,
  noLives,
  seenOf,
  type Act,
  type Lives,
  type Terms,
  type Who,
} from '../oracle/lifecycle-model.js';
import { inShortOrLong } from './fault-counts.js';
import type { LifecycleDesk } from './lifecycle-desk.js';

type Command = fc.AsyncCommand<Lives, LifecycleDesk>;
/** An act on the contract or lot that has this number, counted round and round; the version is said when it is sent. */
type Aimed = (lives: Lives) => Act | null;

const COMMANDS_MAX = 20;
/** fast-check takes any length up to this one; of the long form half are cut. */
const COMMANDS_DRAWN_MAX = inShortOrLong(COMMANDS_MAX, 2 * COMMANDS_MAX);
const ALONE_FOR_EACH_AT_ONCE = 3;
const BEGINNING: readonly Act[] = [
  { does: 'POST', kg: 500, forDays: 20 },
  {
    ...{ does: 'OFFER', by: 'MILL', withUnion: false },
    terms: { kg: 400, lot: 0, startsIn: 0, lastsDays: 40, validForDays: 10 },
  },
];

/** What came of all the acts of a run, by what was answered. */
export type Tally = Map<string, number>;

export const everySequence = (tally: Tally): fc.Arbitrary<Iterable<Command>> =>
  fc.commands(
    [
      ...Array.from({ length: ALONE_FOR_EACH_AT_ONCE }, () => aimed.map(({ act, text }) => new One(act, text, tally))),
      fc
        .tuple(onContract, onContract)
        .map(([one, other]) => new AtOnce([one.act, other.act], `${one.text} ∥ ${other.text}`, tally)),
    ],
    { maxCommands: COMMANDS_DRAWN_MAX, size: 'max' },
  );

/** Runs one sequence, from an offer on. Throws with both sides where the house differs from the model. */
export const runSequence = (commands: Iterable<Command>, open: () => Promise<LifecycleDesk>): Promise<void> =>
  fc.asyncModelRun(async () => {
    const [model, real] = [noLives(), await open()];
    for (const act of BEGINNING) {
      live(model, act);
      await real.carryOut(act);
    }
    await real.look();
    return { model, real };
  }, firstOf(commands));

function* firstOf(commands: Iterable<Command>): Iterable<Command> {
  let count = 0;
  for (const command of commands) {
    if (count === COMMANDS_MAX) return;
    count += 1;
    yield command;
  }
}

class One implements Command {
  constructor(
    private readonly act: Aimed,
    private readonly text: string,
    private readonly tally: Tally,
  ) {}

  check(lives: Readonly<Lives>): boolean {
    return this.act(lives) !== null;
  }

  async run(lives: Lives, desk: LifecycleDesk): Promise<void> {
    const act = this.act(lives)!;
    const answer = live(lives, act);
    deepStrictEqual(
      { act, answer: await desk.carryOut(act), seen: await desk.look() },
      { act, answer, seen: seenOf(lives) },
    );
    count(this.tally, act.does, codeOf(answer));
  }

  toString(): string {
    return this.text;
  }
}

/** Two acts on one contract, sent together: what comes of it must be what comes of one after the other, in either order. */
class AtOnce implements Command {
  constructor(
    private readonly acts: readonly [Aimed, Aimed],
    private readonly text: string,
    private readonly tally: Tally,
  ) {}

  check(lives: Readonly<Lives>): boolean {
    return this.acts.every((act) => act(lives) !== null);
  }

  async run(lives: Lives, desk: LifecycleDesk): Promise<void> {
    const [one, other] = [this.acts[0](lives)!, this.acts[1](lives)!];
    const orders = [
      { first: one, then: other },
      { first: other, then: one },
    ].map(({ first, then }) => {
      const after = copyOf(lives);
      const answers = [live(after, first), live(after, then)];
      return { after, answers: first === one ? answers : answers.reverse() };
    });
    const answers = await Promise.all([desk.carryOut(one), desk.carryOut(other)]);
    const seen = await desk.look();
    const fits = orders.find((order) =>
      isDeepStrictEqual({ answers, seen }, { answers: order.answers, seen: seenOf(order.after) }),
    );
    if (!fits) {
      const expected = orders.map((order) => ({ answers: order.answers, seen: seenOf(order.after) }));
      throw new Error(`Neither order leads there: ${JSON.stringify({ one, other, answers, seen, expected }, null, 1)}`);
    }
    Object.assign(lives, fits.after);
    count(this.tally, 'AT_ONCE', answers.map(codeOf).sort().join(' + '));
  }

  toString(): string {
    return this.text;
  }
}

const codeOf = (answer: string): string => answer.split(' ')[0]!;

function count(tally: Tally, what: string, answer: string): void {
  for (const key of [what, `${what} ${answer}`]) tally.set(key, (tally.get(key) ?? 0) + 1);
}

const who = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom<Who>('FARM', 'MILL') },
  { weight: 1, arbitrary: fc.constantFrom<Who>('UNION', 'STRANGER') },
);
/** Mostly the latest. */
const ago = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });
const isStale = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

interface Wish extends Omit<Terms, 'lot'> {
  readonly lotAgo: number | null;
}
const wish: fc.Arbitrary<Wish> = fc.record({
  kg: fc.constantFrom(200, 400, 600),
  lotAgo: fc.option(ago, { freq: 4 }),
  startsIn: fc.constantFrom(0, 0, 0, 2),
  lastsDays: fc.constantFrom(1, 5, 40, 40),
  validForDays: fc.option(fc.constantFrom(-1, 0, 2, 10), { freq: 2 }),
});

const missingOf = ({ parties, signedBy }: Lives['contracts'][number]): Who =>
  parties.find((party) => !signedBy.includes(party)) ?? 'FARM';
const latest = (count: number, back: number): number => count - 1 - (back % count);
const termsOf = ({ lots }: Lives, { lotAgo, ...terms }: Wish): Terms => ({
  ...terms,
  lot: lotAgo === null ? null : latest(lots.length, lotAgo),
});

/** An act with the words in which a failing sequence shows it. */
const say = (facts: object, act: Aimed) => ({ act, text: JSON.stringify(facts).replaceAll('"', '') });

function at<const Facts extends { readonly ago: number }>(
  facts: Facts,
  act: (on: number, version: number, facts: Facts, lives: Lives) => Act,
) {
  return say(facts, (lives) => {
    if (lives.contracts.length === 0) return null;
    const on = latest(lives.contracts.length, facts.ago);
    return act(on, lives.contracts[on]!.version, facts, lives);
  });
}

const counter = fc.record({ does: fc.constant('COUNTER' as const), by: who, ago, isStale, wish }).map((facts) =>
  at(facts, (on, version, { does, by, isStale: stale, wish: wanted }, lives) => ({
    ...{ does, by, on, terms: termsOf(lives, wanted) },
    version: stale ? version - 1 : version,
  })),
);
/** null: the first who hasn't signed yet, so that contracts come into force often. */
const sign = fc
  .record({ does: fc.constant('SIGN' as const), by: fc.option(who, { freq: 2 }), ago, isStale })
  .map((facts) =>
    at(facts, (on, version, { does, by, isStale: stale }, { contracts }) => ({
      ...{ does, on, version: stale ? version - 1 : version },
      by: by ?? missingOf(contracts[on]!),
    })),
  );
/** null: who may. */
const end = fc
  .record({ does: fc.constantFrom('DECLINE' as const, 'WITHDRAW' as const), by: fc.option(who, { freq: 2 }), ago })
  .map((facts) =>
    at(facts, (on, _, { does, by }, { contracts }) => {
      const { offeredBy } = contracts[on]!;
      const other = offeredBy === 'MILL' ? 'FARM' : 'MILL';
      return { does, on, by: by ?? (does === 'WITHDRAW' ? offeredBy : other) };
    }),
  );
const terminate = fc
  .record({
    does: fc.constant('TERMINATE' as const),
    by: who,
    ago,
    inDays: fc.option(fc.constantFrom(-1, 0, 3, 50), { freq: 1 }),
  })
  .map((facts) => at(facts, (on, _, { does, by, inDays }) => ({ does, by, on, inDays })));
const deliver = fc
  .record({
    ...{ does: fc.constant('DELIVER' as const), by: who, ago, isStale },
    ...{ daysAgo: fc.constantFrom(0, 0, 0, 0, 1, -1), acceptedKg: fc.constantFrom(0, 100, 200, 400, 600) },
  })
  .map((facts) =>
    at(facts, (on, version, { does, by, isStale: stale, daysAgo, acceptedKg }) => ({
      ...{ does, by, on, daysAgo, acceptedKg },
      version: stale && version > 1 ? version - 1 : version,
    })),
  );
const recordLapsed = fc.constant(say({ does: 'RECORD_LAPSED' }, () => ({ does: 'RECORD_LAPSED' })));
const takeDown = fc
  .record({ does: fc.constant('TAKE_DOWN' as const), by: who, ago })
  .map((facts) => say(facts, ({ lots }) => ({ does: facts.does, by: facts.by, lot: latest(lots.length, facts.ago) })));
const offer = fc
  .record({ does: fc.constant('OFFER' as const), by: who, wish, withUnion: fc.constantFrom(false, false, true) })
  .map(({ wish: wanted, ...facts }) =>
    say({ ...facts, wish: wanted }, (lives) =>
      lives.contracts.length < 3 ? { ...facts, terms: termsOf(lives, wanted) } : null,
    ),
  );
const post = fc
  .record({ does: fc.constant('POST' as const), kg: fc.constantFrom(200, 500), forDays: fc.constantFrom(0, 20) })
  .map((act) => say(act, ({ lots }) => (lots.length < 4 ? act : null)));
const pass = fc
  .record({ does: fc.constant('PASS' as const), days: fc.constantFrom(1, 1, 1, 3, 12, 45) })
  .map((act) => say(act, () => act));

/** What two may do at once. */
const onContract = fc.oneof(
  { weight: 6, arbitrary: sign },
  { weight: 2, arbitrary: counter },
  { weight: 3, arbitrary: end },
  { weight: 2, arbitrary: terminate },
  { weight: 2, arbitrary: deliver },
  { weight: 1, arbitrary: takeDown },
  { weight: 1, arbitrary: recordLapsed },
);
const aimed = fc.oneof(
  { weight: 4, arbitrary: offer },
  { weight: 10, arbitrary: sign },
  { weight: 3, arbitrary: counter },
  { weight: 2, arbitrary: end },
  { weight: 2, arbitrary: terminate },
  { weight: 4, arbitrary: deliver },
  { weight: 1, arbitrary: takeDown },
  { weight: 1, arbitrary: post },
  { weight: 2, arbitrary: pass },
  { weight: 1, arbitrary: recordLapsed },
);
