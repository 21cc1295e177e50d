import {
  AttestContract,
  contractsEntities,
  ContractHistoryReads,
  ContractPartReads,
  ContractReads,
  ContractsModule,
  CounterContract,
  DeclineContract,
  OfferContract,
  RecordDelivery,
  RecordLapsed,
  SignContract,
  TerminateContract,
  WithdrawContract,
  type OfferInput,
} from '@lienket/contracts';
import { actorOf, GiveConsent, WithdrawConsent, type Viewer } from '@lienket/identity';
import {
  CreatePosting,
  demandContent,
  DemandReads,
  listingContent,
  ListingReads,
  marketEntities,
  MarketModule,
  UpdatePosting,
  WithdrawPosting,
  type DemandInput,
  type ListingInput,
} from '@lienket/market';
import {
  Bells,
  EmailReaders,
  MailServer,
  NoticesModule,
  readersDatabaseProvider,
  SendEmails,
  TellDue,
  Telling,
  TellNews,
} from '@lienket/notices';
import {
  Channels,
  Clock,
  Commands,
  CONFIG,
  Database,
  Log,
  readConfig,
  urlOf,
  type Config,
  type Result,
  type Transaction,
} from '@lienket/platform';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { createTestDatabase } from './database.js';

export const TODAY = '2026-11-22';

export type Trader = Viewer & { readonly organizationId: string };

class StandingClock extends Clock {
  instant = new Date(`${TODAY}T02:00:00.000Z`);

  override now(): Date {
    return this.instant;
  }

  moveTo(day: string): void {
    this.instant = new Date(`${day}T02:00:00.000Z`);
  }
}

interface OrganizationTraits {
  readonly kind?: string;
  readonly status?: string;
  readonly provinceCode?: string;
}

interface UseCase<Input> {
  execute(tx: Transaction, viewer: Viewer, input: Input): Promise<Result<string>>;
}

/** Market and contracts over a database of their own, with a clock that stands still until it is moved. */
export class TradeWorld {
  private constructor(
    /** The tables as their owner sees them: for arranging and checking. */
    readonly database: Database,
    private readonly api: Database,
    /** As the worker's role may use it. */
    readonly worker: Database,
    readonly clock: StandingClock,
    private readonly find: <T>(type: new (...args: never[]) => T) => T,
    readonly close: () => Promise<void>,
  ) {}

  static async open(settings: Partial<Record<keyof Config, string>> = {}): Promise<TradeWorld> {
    const test = await createTestDatabase();
    const entities = [...marketEntities, ...contractsEntities];
    const owner = await Database.connect(test.url, 4, entities);
    const api = await Database.connect(urlOf('lienket_api', { DATABASE_URL: test.url }), 24, entities);
    const worker = await Database.connect(urlOf('lienket_worker', { DATABASE_URL: test.url }), 2, []);
    const clock = new StandingClock();
    @Global()
    @Module({
      providers: [
        { provide: Database, useValue: api },
        { provide: Clock, useValue: clock },
        { provide: CONFIG, useValue: readConfig({ DATABASE_URL: test.url, ...settings }) },
        { provide: Log, useValue: new Log('silent') },
        Channels,
      ],
      exports: [Database, Clock, CONFIG, Log, Channels],
    })
    class TestPlatform {}
    @Module({
      imports: [ContractsModule],
      providers: [
        { provide: Database, useValue: worker },
        RecordLapsed,
        ...[Bells, MailServer, Telling, TellNews, TellDue],
        ...[GiveConsent, WithdrawConsent],
        ...[readersDatabaseProvider, EmailReaders, SendEmails],
      ],
    })
    class TestWorker {}
    const module = await Test.createTestingModule({
      imports: [TestPlatform, MarketModule, ContractsModule, NoticesModule, TestWorker],
    }).compile();
    const close = async () => {
      await module.close();
      await owner.close();
      await api.close();
      await worker.close();
      await test.drop();
    };
    return new TradeWorld(owner, api, worker, clock, (type) => module.get(type, { strict: false }), close);
  }

  get<T>(type: new (...args: never[]) => T): T {
    return this.find(type);
  }

  /** Carries out as the door does: in one transaction, again after a collision, undone when refused. */
  run<Input>(useCase: new (...args: never[]) => UseCase<Input>, viewer: Viewer, input: Input): Promise<Result<string>> {
    return this.runAfter(() => Promise.resolve(), useCase, viewer, input);
  }

  /** The same, with something done before it in its transaction, each time that it is tried. */
  runAfter<Input>(
    before: (tx: Transaction) => Promise<unknown>,
    useCase: new (...args: never[]) => UseCase<Input>,
    viewer: Viewer,
    input: Input,
  ): Promise<Result<string>> {
    return this.carryOut(viewer, async (tx) => {
      await before(tx);
      return this.get(useCase).execute(tx, viewer, input);
    });
  }

  carryOut<T>(viewer: Viewer, work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
    return new Commands(this.api).run(work, { actor: actorOf(viewer, this.clock.today()) });
  }

  async must<Input>(useCase: new (...args: never[]) => UseCase<Input>, viewer: Viewer, input: Input): Promise<string> {
    const result = await this.run(useCase, viewer, input);
    if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
    return result.value;
  }

  /** A trader of a new organization. */
  async trader({
    kind = 'COOPERATIVE',
    status = 'ACTIVE',
    provinceCode = '01',
  }: OrganizationTraits = {}): Promise<Trader> {
    const organizationId = randomUUID();
    await this.database.query(sql`
      insert into registry.organization (id, name, chain_roles, latitude, longitude, contact_name, created_at)
      values (${organizationId}, ${`Organization ${organizationId}`}, '{PRODUCER}', 10.12345, 105.98765, 'Someone', now())`);
    await this.database.query(sql`
      insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural)
      values (${organizationId}, '[2020-01-01,)', ${status}, ${kind}, ${provinceCode}, true)`);
    return { userId: randomUUID(), role: 'TRADER', organizationId, organizationRole: 'OWNER', provinceCodes: [] };
  }

  async setStatus(organizationId: string, status: string): Promise<void> {
    await this.database.query(
      sql`update registry.organization_profile set status = ${status} where organization_id = ${organizationId}`,
    );
  }

  manager(...provinceCodes: string[]): Viewer {
    return {
      userId: randomUUID(),
      role: 'PROGRAM_MANAGER',
      organizationId: null,
      organizationRole: null,
      provinceCodes,
    };
  }

  readonly admin: Viewer = { ...this.manager(), role: 'ADMINISTRATOR' };

  listing(viewer: Viewer, changes: Partial<ListingInput> = {}): Promise<string> {
    return this.must(CreatePosting, viewer, { kind: 'LISTING', content: listingContent({ ...LISTING, ...changes }) });
  }

  demand(viewer: Viewer, changes: Partial<DemandInput> = {}): Promise<string> {
    return this.must(CreatePosting, viewer, { kind: 'DEMAND', content: demandContent({ ...DEMAND, ...changes }) });
  }

  async heldKg(postingId: string): Promise<string> {
    const [row] = await this.database.query<{ held: string }>(sql`
      select trim_scale(held_kg)::text as held from (select id, held_kg from market.listing union all select id, held_kg from market.demand) posting
      where id = ${postingId}`);
    if (!row) throw new Error(`No posting ${postingId}.`);
    return row.held;
  }
}

export const LISTING: ListingInput = {
  commodityCode: 'paddy',
  quantityKg: '1000',
  availableFrom: '2026-11-01',
  availableTo: '2027-03-31',
};
export const DEMAND: DemandInput = {
  commodityCode: 'paddy',
  quantityKg: '1000',
  deliverFrom: '2026-11-01',
  deliverTo: '2027-03-31',
};

/** An offer of `supplier` and `buyer` with one line, with whatever a test changes. */
export const offerOf = (
  supplier: { organizationId: string },
  buyer: { organizationId: string },
  line: object = {},
  changes: object = {},
): OfferInput => ({
  form: 'PRODUCTION',
  parties: [
    { organizationId: supplier.organizationId, roles: ['PRODUCER'] },
    { organizationId: buyer.organizationId, roles: ['PROCESSOR'], lead: true },
  ],
  lines: [
    {
      supplierId: supplier.organizationId,
      buyerId: buyer.organizationId,
      commodityCode: 'paddy',
      quantityKg: '100',
      priceVndPerKg: '7000',
      ...line,
    },
  ],
  startsOn: TODAY,
  endsOn: '2027-06-30',
  ...changes,
});

export {
  AttestContract,
  ContractHistoryReads,
  ContractPartReads,
  ContractReads,
  CounterContract,
  CreatePosting,
  DeclineContract,
  DemandReads,
  ListingReads,
  OfferContract,
  RecordDelivery,
  SignContract,
  TerminateContract,
  UpdatePosting,
  WithdrawContract,
  WithdrawPosting,
};
