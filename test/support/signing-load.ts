import type { Database } from '@lienket/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { insertAgreedOffers } from './agreed-offers.js';
import { addCrowd, type Member } from './crowd.js';
import { doorAt, type Lienket } from './lienket.js';
import { createLot, SIGN } from './offers.js';
import { PatientClient } from './patient-client.js';

const CLIENTS = 8;
const LINE_KG = 1000;

/** Signatures that clients ask for until they are answered, so many between one fault and the next. */
export class SigningLoad {
  readonly acknowledged = new Set<string>();
  private client: PatientClient | undefined;
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
    this.client = new PatientClient(doorAt(url).send, () => this.goesOn());
    const client = async () => {
      for (let id = this.next(); id !== undefined; id = this.next()) {
        while (this.goesOn() && this.taken > (this.faultCount + 1) * this.perFault) await sleep(10);
        await this.sign(id);
      }
    };
    try {
      await Promise.all([striking, ...Array.from({ length: CLIENTS }, client)]);
    } finally {
      this.isOver = true;
    }
  }

  /** How long the slowest request took, answered or not. */
  get slowestMs(): number {
    return this.client?.slowestMs ?? 0;
  }

  /** How often the clients were told what other than yes. */
  get toldOtherwise(): ReadonlyMap<string, number> {
    return this.client?.toldOtherwise ?? new Map<string, number>();
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

  private async sign(id: string): Promise<void> {
    const answer = await this.client?.ask(SIGN, { id }, { token: this.buyer.token, key: id });
    if (answer) this.acknowledged.add(id);
  }
}
