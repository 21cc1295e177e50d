import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type Database, Transaction } from '@lienket/platform';
import fc from 'fast-check';
import type { Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type pg from 'pg';
import { act, questions, World, type Act } from '../../../test/oracle/history.js';
import { askOracle, type OracleAnswer, type OracleQuestion } from '../../../test/oracle/participation-oracle.js';
import { openTestDatabase, type OpenTestDatabase } from '../../../test/support/database.js';
import { readRates } from './readings.js';
import { Tallies } from './tallies.js';
import { drift } from './recount.js';

const HISTORIES = Number(process.env['LIENKET_HISTORIES'] ?? 60);
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const MUTANT_HISTORIES = 200;
const AROUND = [-31, -1, 0, 1, 31];

/** Rewrites statements on their way to the database: a fault planted where the real one would stand. */
interface Fault {
  readonly from: string;
  readonly to: string;
}

class FaultyTransaction extends Transaction {
  constructor(
    entities: EntityManager,
    private readonly fault: Fault,
    private readonly planted: () => void,
  ) {
    super(entities);
  }

  override query<Row>(statement: Sql): Promise<Row[]> {
    if (!statement.text.includes(this.fault.from)) return super.query(statement);
    this.planted();
    return this.entities.query(statement.text.replaceAll(this.fault.from, this.fault.to), statement.values);
  }
}

const counts = { histories: 0, acts: 0, answers: 0, answersAgain: 0 };

describe('participation in two times', () => {
  let testDatabase: OpenTestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await openTestDatabase();
    ({ database } = testDatabase);
  });

  afterAll(() => testDatabase.close());

  /** Tells one history, asks after each act, and at the end asks everything again as it was known then. */
  async function tell(
    history: readonly (readonly [Act, readonly OracleQuestion[]])[],
    transactionOf: (entities: EntityManager) => Transaction,
  ) {
    const outcome = await database
      .transaction(async ({ entities }) => {
        const tx = transactionOf(entities);
        const world = new World(tx);
        const noted: { knownAt: Date; asked: OracleQuestion; answer: OracleAnswer }[] = [];
        for (const [happens, asked] of history) {
          await world.carryOut(happens);
          for (const one of asked) {
            const answer = await askOracle(clientOf(tx), one);
            const figure = await ask(tx, one, null);
            expect(figure.answer).toEqual(answer);
            noted.push({ knownAt: figure.knownAt, asked: one, answer });
          }
        }
        for (const { knownAt, asked, answer } of noted) {
          const again = await ask(tx, asked, knownAt);
          expect(again.answer).toEqual(answer);
          expect(again.knownAt).toEqual(knownAt);
        }
        expect(await drift(tx)).toBe(0);
        counts.histories += 1;
        counts.acts += history.length;
        counts.answers += noted.length;
        counts.answersAgain += noted.length;
        throw new Done();
      })
      .catch((error: unknown) => {
        if (error instanceof Done) return 'told';
        throw error;
      });
    expect(outcome).toBe('told');
  }

  const histories = fc.array(fc.tuple(act, questions), { minLength: 5, maxLength: 14 });

  it(`answers ${String(HISTORIES)} random histories like a recount by hand, and every known instant for ever`, async () => {
    console.info(`seed ${String(SEED)}`);
    await fc.assert(
      fc.asyncProperty(histories, (history) => tell(history, (entities) => new Transaction(entities))),
      { numRuns: HISTORIES, seed: SEED },
    );
    console.info(
      `histories ${String(counts.histories)}, acts ${String(counts.acts)}, answers compared ${String(counts.answers)}, asked again as known then ${String(counts.answersAgain)}`,
    );
  }, 240_000);

  const faults: Record<string, Fault> = {
    'a forgotten half-open bound': {
      from: 'width_bucket(upper(fact.valid) - 1, ',
      to: 'width_bucket(upper(fact.valid), ',
    },
    'a known range that is not closed': {
      from: 'set known = tstzrange(lower(fact.known), ',
      to: 'set known = fact.known + tstzrange(lower(fact.known), ',
    },
    'a union counted for its members': {
      from: '- coalesce((select range_agg(valid) from registry.organization_profile_v',
      to: '- coalesce((select range_agg(valid) filter (where false) from registry.organization_profile_v',
    },
    'an attested contract taken for one signed here': { from: "filter (where origin = 'SIGNED_HERE')", to: '' },
  };

  it.each(Object.entries(faults))('turns red on %s', async (_, fault) => {
    let planted = 0;
    const plant = () => {
      planted += 1;
    };
    const history = fc.asyncProperty(histories, (told) =>
      tell(told, (entities) => new FaultyTransaction(entities, fault, plant)),
    );
    const run = await fc.check(history, { numRuns: MUTANT_HISTORIES, seed: SEED, endOnFailure: true });
    expect(planted).toBeGreaterThan(0);
    expect(run.failed).toBe(true);
  });
});

class Done extends Error {}

/** What is known now is asked as one day of a series, what was known then as a day by itself. */
async function ask(tx: Transaction, asked: OracleQuestion, knownAt: Date | null) {
  const days = knownAt ? [asked.day] : AROUND.map((away) => addDays(asked.day, away));
  const rates = await readRates(tx, new Tallies(tx), { days, denominator: asked.denominator, scope: asked, knownAt });
  const rate = rates.find(({ asOf }) => asOf === asked.day);
  if (!rate) throw new Error('No figure.');
  const excluded = Object.fromEntries(
    rate.excluded.map(({ reason, count }) => [reason, count] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const answer: OracleAnswer = {
    counted: rate.counted,
    participating: rate.participating,
    byAttestation: rate.participatingByAttestation,
    excluded,
  };
  return { answer, knownAt: rate.knownAt };
}

/** The oracle speaks plain pg; here it has to look from inside the transaction that is never committed. */
function clientOf(tx: Transaction): pg.ClientBase {
  return {
    query: async (text: string, values: unknown[]) => ({ rows: await tx.entities.query<unknown[]>(text, values) }),
  } as unknown as pg.ClientBase;
}
