import type { Database } from '@lienket/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { insertAgreedOffers } from './agreed-offers.js';
import { addCrowd, type Member } from './crowd.js';
import { doorAt, type Answer, type Lienket } from './lienket.js';
import { createLot, SIGN } from './offers.js';

const CLIENTS = 8;
const LINE_KG = 1000;
/** Nothing was changed, nobody knows whether, or the first try still runs: the same key tells. */
const ASK_AGAIN = ['UNAVAILABLE', 'OUTCOME_UNKNOWN', 'CONFLICT'];

/** Signatures that clients ask for until they are answered, so many between one fault and the next. */
export class SigningLoad {
  readonly acknowledged = new Set<string>();
  /** How long the slowest request took, answered or not. */
  slowestMs = 0;
  private readonly lastAt: number[] = [];
  private taken = 0;
  private faultCount = 0;
  private isOver = false;

  private constructor(
    private readonly contracts: readonly string[],
    private readonly buyer: Member,
    private readonly perFault: number,
  ) {}

  /** Each contract links an organization of its own, so that not one lost effect is covered up by another's. */
  static async prepare(
    home: Pick<Lienket, 'ask'>,
    owner: { readonly database: Database; readonly client: pg.ClientBase },
    { faults, perFault }: { readonly faults: number; readonly perFault: number },
  ): Promise<SigningLoad> {
    const [buyer] = (await addCrowd(owner.database, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    const suppliers = await addCrowd(owner.database, 'COOPERATIVE', (faults + 1) * perFault, 'PRODUCER');
    const lot = await createLot(home, suppliers[0]!, String(LINE_KG * suppliers.length));
    const offers = suppliers.map((supplier) => ({
      supplier,
      buyer,
      lines: [{ listingId: lot, quantityKg: String(LINE_KG) }],
    }));
    return new SigningLoad(await insertAgreedOffers(owner.client, offers), buyer, perFault);
  }

  /** Signs all of them, and does to the house what is to be done to it, while there is always somebody asking. */
  async run(url: string, faults: number, strike: () => Promise<void>): Promise<void> {
    const striking = this.strikeAgainAndAgain(faults, strike);
    const { send } = doorAt(url);
    const client = async () => {
      for (let id = this.next(); id !== undefined; id = this.next()) {
        while (this.goesOn() && this.taken > (this.faultCount + 1) * this.perFault) await sleep(10);
        await this.signUntilAnswered(send, id);
      }
    };
    try {
      await Promise.all([striking, ...Array.from({ length: CLIENTS }, client)]);
    } finally {
      this.isOver = true;
    }
  }

  /** After each fault, how long nobody got an answer. */
  get backAfterMs(): readonly number[] {
    return this.lastAt;
  }

  private goesOn(): boolean {
    return !this.isOver;
  }

  private next(): string | undefined {
    return this.contracts[this.taken++];
  }

  private async strikeAgainAndAgain(faults: number, strike: () => Promise<void>): Promise<void> {
    while (this.goesOn() && this.faultCount < faults) {
      const due = this.faultCount * this.perFault + Math.ceil(this.perFault / 2);
      while (this.goesOn() && this.acknowledged.size < due) await sleep(5);
      const from = Date.now();
      const struck = strike();
      this.faultCount += 1;
      const before = this.acknowledged.size;
      await struck;
      while (this.goesOn() && this.acknowledged.size === before) await sleep(5);
      this.lastAt.push(Date.now() - from);
    }
  }

  private async signUntilAnswered(send: Lienket['send'], id: string): Promise<void> {
    while (this.goesOn()) {
      const from = Date.now();
      const answer = await this.trySigning(send, id);
      this.slowestMs = Math.max(this.slowestMs, Date.now() - from);
      const code = answer?.errors?.[0]?.extensions.code;
      if (answer && code === undefined) break;
      if (code !== undefined && !ASK_AGAIN.includes(code)) throw new Error(`Refused: ${code}`);
      await sleep(25);
    }
    this.acknowledged.add(id);
  }

  private async trySigning(send: Lienket['send'], id: string): Promise<Answer | null> {
    try {
      return await send(SIGN, { id }, { token: this.buyer.token, key: id });
    } catch {
      return null; // cut off in the middle: asked again with the same key
    }
  }
}
