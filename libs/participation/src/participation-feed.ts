import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, Database, Log, urlOf, type Config, type Queryable } from '@lienket/platform';
import { EventEmitter, once } from 'node:events';
import pg from 'pg';
import sql from 'sql-template-tag';
import { knownMoment } from './known-instant.store.js';

const CHANNEL = 'participation_changed';
const SWEEP_MS = 1000;
const ANSWERED_WITHIN_MS = 3000;

export async function tellChange(database: Queryable, knownAt: Date): Promise<void> {
  await database.query(sql`select pg_notify(${CHANNEL}, ${knownAt.toISOString()})`);
}

/**
 * Tells this process when participation has recorded a change. A notification comes at once; one that is lost costs at
 * most a second, since the newest instant is also looked up that often, from the first listener on.
 */
@Injectable()
export class ParticipationFeed implements OnApplicationShutdown {
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private listener: pg.Client | undefined;
  private sweeper: NodeJS.Timeout | undefined;
  private newest = 0;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Resolves once there is a later instant than this one, or when the signal aborts. */
  async later(than: number, signal: AbortSignal): Promise<void> {
    this.start();
    const left = () => signal.aborted;
    while (this.newest <= than && !left()) {
      try {
        await once(this.changes, 'change', { signal });
      } catch (error) {
        if (!left()) throw error;
      }
    }
  }

  private start(): void {
    if (this.sweeper) return;
    void this.listen();
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_MS);
    this.sweeper.unref();
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: urlOf('lienket_api', this.config),
      keepAlive: true,
      connectionTimeoutMillis: ANSWERED_WITHIN_MS,
      query_timeout: ANSWERED_WITHIN_MS,
      application_name: 'lienket-feed',
    });
    const drop = () => {
      if (this.listener === client) this.listener = undefined;
      client.end().catch(() => undefined); // it is broken already; the sweep opens another
    };
    client.on('error', drop);
    client.on('notification', ({ payload }) => {
      this.tell(Date.parse(payload ?? ''));
    });
    this.listener = client;
    try {
      await client.connect();
      await client.query('listen participation_changed');
    } catch (error) {
      this.log.warn(
        { error },
        'changes of the figure are not told for now; it is looked up each second, and tried again',
      );
      drop();
    }
  }

  private async sweep(): Promise<void> {
    if (!this.listener) await this.listen();
    else void this.makeSure(this.listener);
    try {
      const { newest } = await knownMoment(this.database);
      this.tell(newest.getTime());
    } catch (error) {
      this.log.warn({ error }, 'whether the figure has changed could not be looked up; it is tried again in a second');
    }
  }

  /** Who listens to a broken network hears nothing, and no error either. */
  private async makeSure(listener: pg.Client): Promise<void> {
    try {
      await listener.query('select');
    } catch (error) {
      if (this.listener !== listener) return;
      this.log.warn({ error }, 'who tells of changes of the figure does not answer; another is opened');
      listener.emit('error', error);
    }
  }

  private tell(instant: number): void {
    if (!(instant > this.newest)) return;
    this.newest = instant;
    this.changes.emit('change');
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    await this.listener?.end();
  }
}
