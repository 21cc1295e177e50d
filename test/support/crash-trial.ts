import type { OfferInput } from '@lienket/contracts';
import type { Viewer } from '@lienket/identity';
import type { BundleOfferInput } from '@lienket/matching';
import type { Client } from 'graphql-ws';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { insertAgreedOffers } from './agreed-offers.js';
import { arm, type CrashPoint } from './crash-points.js';
import { addCrowd } from './crowd.js';
import { eventually } from './eventually.js';
import { follow, startLienket, type Lienket } from './lienket.js';
import { MortalHouse, type Planted, type Wish } from './mortal-house.js';
import { bundleOffer, createDemand, createLot, offerBetween } from './offers.js';

const REACHED_WITHIN_MS = 10_000;
const SETTLED_WITHIN_MS = 30_000;
const TRIES_MAX = 20;
const BUYERS = 10;
const LOTS = 10;
const AWARDED = 3;

interface Outcome {
  readonly lost: number;
  readonly doubled: number;
  readonly drifted: number;
  readonly untold: number;
  readonly books: Readonly<Record<string, number>>;
  readonly settledMs: number | null;
  readonly onScreen: string;
  readonly byOracle: string;
}

/** One house after the other that dies, over one database; and beside them one that lives and only looks. */
export class CrashTrial {
  private readonly acknowledged = new Map<string, Wish>();
  private readonly burials: Promise<void>[] = [];
  private readonly screen: Client;
  private readonly wishCounts = { SIGN: 0, OFFER: 0, AWARD: 0 };
  private onScreen = '';
  private open: Wish | null = null;
  private living: MortalHouse | null = null;

  private constructor(
    private readonly home: Lienket,
    private readonly books: Bookkeeper,
    private readonly contracts: readonly { readonly id: string; readonly buyer: Viewer }[],
    private readonly offerInput: (terms: string) => OfferInput,
    private readonly bundleInput: (terms: string) => BundleOfferInput,
    private readonly planted: Planted,
  ) {
    this.screen = home.socket();
  }

  /** @param crashes how many at most */
  static async open(crashes: number, planted: Planted = {}): Promise<CrashTrial> {
    const home = await startLienket({ LIENKET_ROLE: 'api' });
    const books = await Bookkeeper.of(home.config.DATABASE_URL);
    await books.client.query('create schema planted');
    await books.client.query('create table planted.sum as select 0 as linked, false as counts');
    await books.client.query('grant usage on schema planted to lienket_worker');
    await books.client.query('grant select, update on planted.sum to lienket_worker');
    const suppliers = await addCrowd(home.owner, 'COOPERATIVE', 2 * crashes, 'PRODUCER');
    const buyers = await addCrowd(home.owner, 'ENTERPRISE', BUYERS, 'PROCESSOR');
    const lots: string[] = [];
    for (const owner of suppliers.slice(0, LOTS)) lots.push(await createLot(home, owner, '1000000000'));
    // Each links an organization of its own, so that not one lost effect is covered up by another's.
    const offers = suppliers.map((supplier, index) => ({
      supplier,
      buyer: buyers[index % BUYERS]!,
      lines: [{ listingId: lots[index % LOTS]!, quantityKg: '1' }],
    }));
    const ids = await insertAgreedOffers(books.client, offers);
    const demand = await createDemand(home, buyers[0]!, '1000000');
    const contracts = ids.map((id, index) => ({ id, buyer: traderOf(buyers[index % BUYERS]!) }));
    const trial = new CrashTrial(
      home,
      books,
      contracts,
      (terms) => offerBetween(suppliers[0]!, buyers[0]!, terms),
      (terms) => bundleOffer(demand, lots.slice(0, AWARDED), terms),
      planted,
    );
    void trial.watch();
    return trial;
  }

  get acknowledgedCount(): number {
    return this.acknowledged.size;
  }

  /**
   * Starts a house, carries out what the one before left open, and has it die at the point.
   * @param reachedWithinMs then it dies wherever it is: a planted fault may leave out the step
   * @returns whether it got there
   */
  async dieAt(point: CrashPoint, reachedWithinMs = REACHED_WITHIN_MS): Promise<boolean> {
    const house = await this.build();
    if (this.open) await this.insist(house, this.open);
    const died = arm(house.wire, point).then(() => true);
    this.open = this.nextWish(point.wish);
    const answered = this.tryOnce(house, this.open);
    const reached = await Promise.race([died, sleep(reachedWithinMs, false)]);
    this.burials.push(house.bury());
    this.living = null;
    if (await answered) this.open = null;
    return reached;
  }

  /**
   * One more house, which lives, and carries out so many wishes more.
   * @param withinMs then it is counted as it stands: what a planted fault has lost never comes
   */
  async settle(more = 0, withinMs = SETTLED_WITHIN_MS): Promise<Outcome> {
    await Promise.all(this.burials);
    const house = await this.build();
    for (let wishes = 0; wishes < more; wishes += 1) {
      await this.insist(house, this.nextWish('SIGN'));
      await this.insist(house, this.nextWish('OFFER'));
      await this.insist(house, this.nextWish('AWARD'));
    }
    if (this.open) await this.insist(house, this.open);
    const { books } = this;
    const isQuiet = async () => (await books.waitingAnnouncements()) === 0 && (await books.drift()) === 0;
    const isShown = async () => this.onScreen === (await books.figure());
    const settledMs = await eventually(async () => (await isQuiet()) && (await isShown()), withinMs);
    const outcome = {
      ...(await this.count()),
      untold: await books.untold(),
      books: await books.faults(),
      settledMs,
      onScreen: this.onScreen,
      byOracle: await books.figure(),
    };
    await house.close();
    this.living = null;
    return outcome;
  }

  async close(): Promise<void> {
    await Promise.all([...this.burials, this.living?.bury()]);
    await this.screen.dispose();
    await this.books.close();
    await this.home.close();
  }

  private async build(): Promise<MortalHouse> {
    this.living = await MortalHouse.start(this.home.config.DATABASE_URL, this.planted);
    return this.living;
  }

  private async count(): Promise<{ lost: number; doubled: number; drifted: number }> {
    const wishes = [...this.acknowledged.values()];
    const signed = wishes.flatMap(({ input }) => ('id' in input ? [input.id] : []));
    const offered = wishes.filter(({ input }) => !('id' in input));
    // Each contract of an award by itself, and the award once more: all of them or none.
    const { rows } = await this.books.client.query<{ found: number; wanted: number }>(
      `select wanted.count + (wanted.count > 1)::int as wanted,
         (select count(*) + count(distinct award_id) from contracts.contract left join contracts.award_contract on contract_id = id
          where terms = wanted.key) as found
       from unnest($1::text[], $2::int[]) as wanted (key, count)`,
      [offered.map(({ key }) => key), offered.map(({ input }) => ('demandId' in input ? AWARDED : 1))],
    );
    const { rows: sums } = await this.books.client.query<{ off: number }>(
      `select abs(linked - (select count(*) from contracts.contract where status = 'SIGNED')) as off from planted.sum where counts`,
    );
    return {
      lost: (await this.books.unsignedOf(signed)).length + rows.filter(({ found, wanted }) => found < wanted).length,
      doubled: rows.filter(({ found, wanted }) => found > wanted).length,
      drifted: (await this.books.drift()) + (sums[0]?.off ?? 0),
    };
  }

  private nextWish(kind: CrashPoint['wish']): Wish {
    const number = this.wishCounts[kind]++;
    const key = `${kind} ${String(number)}`;
    if (kind === 'OFFER') return { key, viewer: traderOf(this.offerer), input: this.offerInput(key) };
    if (kind === 'AWARD') return { key, viewer: traderOf(this.offerer), input: this.bundleInput(key) };
    const contract = this.contracts[number];
    if (!contract) throw new Error('There are no more contracts to sign.');
    return { key, viewer: contract.buyer, input: { id: contract.id } };
  }

  private get offerer(): { organizationId: string } {
    return this.offerInput('').parties.find(({ lead }) => lead === true)!;
  }

  private async tryOnce(house: MortalHouse, wish: Wish): Promise<boolean> {
    try {
      const { ok } = await house.carryOut(wish);
      if (ok) this.acknowledged.set(wish.key, wish);
      return ok;
    } catch {
      return false; // it died meanwhile: asked again with the same key
    }
  }

  private async insist(house: MortalHouse, wish: Wish): Promise<void> {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) if (await this.tryOnce(house, wish)) return;
    throw new Error(`${wish.key} was never carried out.`);
  }

  private async watch(): Promise<void> {
    const screen = follow<{ it: { participating: number; counted: number } }>(
      this.screen,
      'subscription { it: participationChanged { participating counted } }',
    );
    try {
      for await (const { it } of screen) this.onScreen = `${String(it.participating)}/${String(it.counted)}`;
    } catch {
      this.onScreen = ''; // the trial is over
    }
  }
}

const traderOf = ({ organizationId }: { organizationId: string }): Viewer => ({
  // Any id will do: nothing but the idempotency record and the history asks who of the organization it was.
  userId: organizationId,
  role: 'TRADER',
  organizationId,
  organizationRole: 'OWNER',
  provinceCodes: [],
});
