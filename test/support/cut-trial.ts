import { Commands, OutcomeUnknownError, urlOf } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { addCrowd, type Member } from './crowd.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import type { Dice } from './dice.js';
import { eventually } from './eventually.js';
import { startLienket, type Lienket } from './lienket.js';
import { OFFER, SIGNATURE, strike, type NetworkCut } from './network-cuts.js';
import { offerBetween } from './offers.js';
import { PatientClient } from './patient-client.js';
import { PostgresWire } from './postgres-wire.js';
import { SigningLoad } from './signing-load.js';

const SIGNATURES_PER_CUT = 8;
const OFFERERS = 2;
const READERS = 2;
const SETTLED_WITHIN_MS = 30_000;

const MAKE_OFFER = 'mutation ($input: OfferContractInput!) { offerContract(input: $input) { id } }';
const READ = '{ me { id } organizations(first: 10) { nodes { name } } contracts(first: 10) { nodes { number } } }';

/** Another way to carry commands out. */
export type Planted = (run: Commands['run']) => Commands['run'];

export interface Outcome {
  readonly struck: ReadonlyMap<string, number>;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly books: Readonly<Record<string, number>>;
  /** What people were refused that they may do, and had not done yet. */
  readonly refused: readonly string[];
  readonly told: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly settledMs: number | null;
}

/** People who sign, offer and read, while the network between Lienket and its PostgreSQL does its worst. */
export class CutTrial {
  private readonly offered = new Set<string>();
  private readonly refused: string[] = [];
  private isOver = false;

  private constructor(
    private readonly database: TestDatabase,
    private readonly wires: Readonly<Record<NetworkCut['side'], PostgresWire>>,
    private readonly home: Lienket,
    private readonly books: Bookkeeper,
    private readonly dice: Dice,
  ) {}

  static async open(dice: Dice, planted?: Planted): Promise<CutTrial> {
    const database = await createTestDatabase();
    const wireFor = (role: Parameters<typeof urlOf>[0]) =>
      PostgresWire.to(urlOf(role, { DATABASE_URL: database.url }), () => dice.next());
    const wires = { DOOR: await wireFor('lienket_api'), WORKER: await wireFor('lienket_worker') };
    const settings = {
      LIENKET_API_DATABASE_URL: wires.DOOR.url,
      LIENKET_WORKER_DATABASE_URL: wires.WORKER.url,
      LIENKET_SIGNATURES_PER_MINUTE: '100000',
      LIENKET_OFFERS_PER_MINUTE: '100000',
    };
    const home = await startLienket(settings, undefined, database);
    if (planted) {
      const commands = home.part(Commands);
      commands.run = planted(commands.run.bind(commands));
    }
    return new CutTrial(database, wires, home, await Bookkeeper.of(database.url), dice);
  }

  async run(cuts: readonly NetworkCut[]): Promise<Outcome> {
    const struck = new Map<string, number>();
    const signing = await SigningLoad.prepare(
      this.home,
      { database: this.home.owner, client: this.books.client },
      { faults: cuts.length, perFault: SIGNATURES_PER_CUT },
    );
    const [supplier] = (await addCrowd(this.home.owner, 'COOPERATIVE', 1, 'PRODUCER')) as [Member];
    const [buyer] = (await addCrowd(this.home.owner, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    const client = new PatientClient(this.home.send, () => !this.isOver);
    const others = [
      ...Array.from({ length: OFFERERS }, () => this.offerOn(client, supplier, buyer)),
      ...Array.from({ length: READERS }, () => this.readOn(client, buyer)),
    ];
    const coming = cuts[Symbol.iterator]();
    try {
      await signing.run(this.home.url, cuts.length, async () => {
        const cut = coming.next().value!;
        if (await strike(this.wires[cut.side], cut, this.dice)) struck.set(cut.name, (struck.get(cut.name) ?? 0) + 1);
      });
    } catch (refusal) {
      this.refused.push(String(refusal));
    }
    this.isOver = true;
    await Promise.all(others);
    const isQuiet = async () => (await this.books.waitingAnnouncements()) === 0 && (await this.books.drift()) === 0;
    const settledMs = await eventually(isQuiet, SETTLED_WITHIN_MS);
    const offers = await this.books.client.query<{ found: number }>(
      `select (select count(*)::int from contracts.contract where terms = wanted.key) as found from unnest($1::text[]) as wanted (key)`,
      [[...this.offered]],
    );
    const told: Record<string, number> = {};
    for (const [code, count] of [...signing.toldOtherwise, ...client.toldOtherwise])
      told[code] = (told[code] ?? 0) + count;
    return {
      struck,
      acknowledged: signing.acknowledged.size + this.offered.size,
      lost:
        (await this.books.unsignedOf(signing.acknowledged)).length +
        offers.rows.filter(({ found }) => found === 0).length,
      doubled: offers.rows.filter(({ found }) => found > 1).length,
      books: await this.books.faults(),
      refused: this.refused,
      told,
      slowestMs: Math.max(signing.slowestMs, client.slowestMs),
      settledMs,
    };
  }

  async close(): Promise<void> {
    await this.books.close();
    await this.home.close();
    await Promise.all(Object.values(this.wires).map((wire) => wire.close()));
    await this.database.drop();
  }

  private async offerOn(client: PatientClient, supplier: Member, buyer: Member): Promise<void> {
    while (!this.isOver) {
      const key = randomUUID();
      const input = offerBetween(supplier, buyer, key);
      try {
        if (await client.ask(MAKE_OFFER, { input }, { ...buyer, key })) this.offered.add(key);
      } catch (refusal) {
        this.refused.push(String(refusal));
      }
    }
  }

  private async readOn(client: PatientClient, reader: Member): Promise<void> {
    while (!this.isOver) await client.ask(READ, {}, reader);
  }
}

/** Commands built wrongly, and the cut at which it shows. */
export const PLANTED_IN_COMMANDS: readonly {
  readonly name: string;
  readonly cut: NetworkCut;
  readonly planted: Planted;
}[] = [
  {
    name: 'takes a COMMIT for done that was not answered',
    cut: { name: 'reset before COMMIT arrives', side: 'DOOR', fate: 'RESET', commits: SIGNATURE },
    planted: (run) => async (work, asked) => {
      let done: Awaited<ReturnType<typeof work>> | undefined;
      try {
        return await run(async (tx) => (done = await work(tx)), asked);
      } catch (error) {
        if (error instanceof OutcomeUnknownError && done) return done;
        throw error;
      }
    },
  },
  {
    name: 'tries again what was not answered, without its key',
    cut: { name: 'reset after COMMIT', side: 'DOOR', fate: 'RESET_AFTER', commits: OFFER },
    planted: (run) => async (work, asked) => {
      try {
        return await run(work, asked);
      } catch (error) {
        if (error instanceof OutcomeUnknownError) return run(work, { actor: asked?.actor });
        throw error;
      }
    },
  },
];
