import { ContractsModule, contractsEntities, OfferContract, SignContract, type OfferInput } from '@lienket/contracts';
import { actorOf, IdentityModule, identityEntities, type Viewer } from '@lienket/identity';
import { MarketModule, marketEntities } from '@lienket/market';
import { MatchingModule, OfferFromBundle, type BundleOfferInput } from '@lienket/matching';
import { TellNews } from '@lienket/notices';
import { ParticipationModule, RecountParticipation } from '@lienket/participation';
import {
  businessDay,
  Commands,
  Database,
  PlatformModule,
  readConfig,
  type Actor,
  type JobHandler,
  type Result,
  type Transaction,
} from '@lienket/platform';
import { RegistryModule, registryEntities } from '@lienket/registry';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { WorkerModule } from '../../apps/worker/src/index.js';
import { PostgresWire } from './postgres-wire.js';

const entities = [...identityEntities, ...registryEntities, ...marketEntities, ...contractsEntities];
const rooms = [IdentityModule, RegistryModule, MarketModule, ContractsModule, ParticipationModule, MatchingModule];

export interface Wish {
  readonly key: string;
  readonly viewer: Viewer;
  /** An offer is made, or those of an award, or a contract is signed. */
  readonly input: OfferInput | BundleOfferInput | { readonly id: string };
}

/** Where a planted fault goes in: another way to carry wishes out, or to take announcements. */
export interface Planted {
  readonly carryOut?: (
    house: { commands: Commands; actor: Actor },
    wish: Wish,
    work: (tx: Transaction) => Promise<Result<string>>,
  ) => Promise<Result<string>>;
  readonly recount?: (database: Database) => JobHandler['handle'];
  readonly tell?: (database: Database) => JobHandler['handle'];
}

/**
 * The rooms and the worker as one process that can die at any statement: its connections break all at once, what it had in
 * memory is never used again, and the next one starts from the database alone.
 */
export class MortalHouse {
  private constructor(
    private readonly app: INestApplication,
    readonly wire: PostgresWire,
    private readonly planted: Planted,
  ) {}

  static async start(databaseUrl: string, planted: Planted = {}): Promise<MortalHouse> {
    const wire = await PostgresWire.to(databaseUrl);
    const config = readConfig({
      DATABASE_URL: wire.url,
      LIENKET_LOG_LEVEL: 'silent',
      LIENKET_ROLE: 'worker',
      LIENKET_RELAY_POLL_MS: '5',
      LIENKET_DATABASE_POOL: '4',
    });
    const building = Test.createTestingModule({
      imports: [PlatformModule.with(config, entities), ...rooms, WorkerModule],
    });
    const module = await building.compile();
    const { recount, tell } = planted;
    const database = module.select(WorkerModule).get(Database, { strict: true });
    if (recount) module.get(RecountParticipation, { strict: false }).handle = recount(database) as () => Promise<void>;
    if (tell) module.get(TellNews, { strict: false }).handle = tell(database) as () => Promise<void>;
    await module.init();
    return new MortalHouse(module as unknown as INestApplication, wire, planted);
  }

  /** As the door does. @returns what was acknowledged; throws where the house died meanwhile. */
  carryOut(wish: Wish): Promise<Result<string>> {
    const commands = this.app.get(Commands);
    const { viewer, input, key } = wish;
    const work = (tx: Transaction) => {
      if ('id' in input)
        return this.app.get(SignContract, { strict: false }).execute(tx, viewer, { id: input.id, expectedVersion: 1 });
      return 'demandId' in input
        ? this.app.get(OfferFromBundle, { strict: false }).execute(tx, viewer, input)
        : this.app.get(OfferContract, { strict: false }).execute(tx, viewer, input);
    };
    const actor = actorOf(viewer, businessDay(new Date()));
    if (this.planted.carryOut) return this.planted.carryOut({ commands, actor }, wish, work);
    return commands.run(work, { actor, idempotency: { userId: viewer.userId, key, fingerprint: key } });
  }

  /** Ends what is left of it. */
  async bury(): Promise<void> {
    this.wire.cut();
    await this.app.close().catch(() => null);
    await this.wire.close();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.wire.close();
  }
}
