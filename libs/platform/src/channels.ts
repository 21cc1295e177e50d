import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import sql from 'sql-template-tag';
import { CONFIG, type Config } from './config.js';
import type { Queryable } from './database.js';
import { urlOf } from './database-role.js';
import { Log } from './log.js';

/** Of PostgreSQL, the one that carries all of ours. */
const CARRIER = 'lienket';
const LOOK_MS = 1000;
const ANSWERED_WITHIN_MS = 3000;

/** After the commit and outside of it: a NOTIFY inside would make commits queue up behind each other. */
export async function tellOn(channel: string, database: Queryable, said: string): Promise<void> {
  await database.query(sql`select pg_notify(${CARRIER}, ${`${channel} ${said}`})`);
}

/**
 * Hears what other processes tell on a channel, over one connection, from the first listener on. What is said while it is broken
 * is lost: whoever listens looks by itself now and then, too.
 */
@Injectable()
export class Channels implements OnApplicationShutdown {
  private readonly listeners = new Map<string, (said: string) => void>();
  private connection: pg.Client | undefined;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  hear(channel: string, listener: (said: string) => void): void {
    this.listeners.set(channel, listener);
    if (this.looking) return;
    void this.connect();
    this.looking = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.looking);
    await this.connection?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: urlOf('lienket_api', this.config),
      keepAlive: true,
      connectionTimeoutMillis: ANSWERED_WITHIN_MS,
      query_timeout: ANSWERED_WITHIN_MS,
      application_name: 'lienket-feed',
    });
    client.on('error', () => {
      if (this.connection === client) this.connection = undefined;
      client.end().catch(() => undefined); // it is broken already; the next look opens another
    });
    client.on('notification', ({ payload = '' }) => {
      const [channel = ''] = payload.split(' ', 1);
      this.listeners.get(channel)?.(payload.slice(channel.length + 1));
    });
    this.connection = client;
    try {
      await client.connect();
      await client.query('listen lienket');
    } catch (error) {
      this.giveUp(client, error);
    }
  }

  /** Who listens to a broken network hears nothing, and no error either. */
  private async look(): Promise<void> {
    const client = this.connection;
    if (!client) return this.connect();
    try {
      await client.query('select');
    } catch (error) {
      this.giveUp(client, error);
    }
  }

  private giveUp(client: pg.Client, error: unknown): void {
    if (this.connection !== client) return;
    this.log.warn({ error }, 'changes are not told for now; they are looked up, and it is tried again');
    client.emit('error', error);
  }
}
