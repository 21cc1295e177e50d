import { GiveConsent } from '@lienket/identity';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Mailbox } from './mailbox.js';
import { OfferContract, offerOf, type TradeWorld, type Trader } from './trade-world.js';

type Reader = Trader & { readonly address: string };

/** Offers to some who are told by e-mail too, and the news of them, which can be given out again. */
export class NoticeNews {
  private readonly offered: { readonly id: string; readonly to: Reader }[] = [];

  private constructor(
    private readonly world: TradeWorld,
    private readonly buyer: Trader,
    private readonly readers: readonly Reader[],
  ) {}

  static async open(world: TradeWorld, readerCount: number): Promise<NoticeNews> {
    const readers: Reader[] = [];
    for (let count = 0; count < readerCount; count += 1) readers.push(await addReader(world));
    return new NoticeNews(world, await world.trader({ kind: 'ENTERPRISE' }), readers);
  }

  async offer(reader: number): Promise<void> {
    const to = this.readers[reader]!;
    this.offered.push({ id: await this.world.must(OfferContract, this.buyer, offerOf(to, this.buyer)), to });
  }

  /** Takes what was announced of the last offer out of the outbox. */
  async takeNews(): Promise<string> {
    const [news] = await this.world.database.query<{ payload: unknown }>(
      sql`delete from platform.outbox where topic = 'contracts.history-written' returning payload`,
    );
    return JSON.stringify(news!.payload);
  }

  async announce(news: readonly string[]): Promise<void> {
    await this.world.database.query(sql`
      insert into platform.outbox (topic, payload)
      select 'contracts.history-written', payload from jsonb_array_elements(${`[${news.join()}]`}::jsonb) payload`);
  }

  /** How many e-mails are still to be sent. */
  async waiting(): Promise<number> {
    const [row] = await this.world.database.query<{ count: number }>(
      sql`select count(*) from notices.email where settled_at is null`,
    );
    return row!.count;
  }

  /** Of each offer how often its reader was told of it, and how often by e-mail; to anybody else counts too. */
  async timesTold({ letters }: Mailbox): Promise<{ told: number[]; mailed: number[] }> {
    const rows = await this.world.database.query<{ id: string; number: string; told: number }>(sql`
      select contract.id, number, (select count(*) from notices.notice where contract_id = contract.id) as told from contracts.contract`);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return {
      told: this.offered.map(({ id }) => byId.get(id)!.told),
      mailed: this.offered.map(({ id, to }) => {
        const mine = letters.filter(({ text }) => text.includes(`${byId.get(id)!.number}.`));
        return mine.every((letter) => letter.to === to.address) ? mine.length : NaN;
      }),
    };
  }
}

async function addReader(world: TradeWorld): Promise<Reader> {
  const trader = await world.trader();
  const address = `${randomUUID()}@example.vn`;
  await world.database.query(sql`
    insert into identity.app_user (id, login, role, organization_id, organization_role, created_at)
    values (${trader.userId}, ${address}, 'TRADER', ${trader.organizationId}, 'OWNER', now())`);
  await world.carryOut(trader, (tx) =>
    world.get(GiveConsent).execute(tx, trader, { purpose: 'NOTICES_BY_EMAIL', textVersion: 1 }, 'vi'),
  );
  return { ...trader, address };
}
