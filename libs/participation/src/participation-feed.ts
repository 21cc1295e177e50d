import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Channels, Database, Log, tellOn, type Queryable } from '@lienket/platform';
import { EventEmitter, once } from 'node:events';
import { knownMoment } from './known-instant.store.js';

const CHANNEL = 'participation_changed';
const SWEEP_MS = 1000;

export const tellChange = (database: Queryable, knownAt: Date): Promise<void> =>
  tellOn(CHANNEL, database, knownAt.toISOString());

/**
 * Tells this process when participation has recorded a change. A notification comes at once; one that is lost costs at
 * most a second, since the newest instant is also looked up that often, from the first listener on.
 */
@Injectable()
export class ParticipationFeed implements OnApplicationShutdown {
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private sweeper: NodeJS.Timeout | undefined;
  private newest = 0;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly channels: Channels,
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
    this.channels.hear(CHANNEL, (knownAt) => {
      this.tell(Date.parse(knownAt));
    });
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_MS);
    this.sweeper.unref();
  }

  private async sweep(): Promise<void> {
    try {
      const { newest } = await knownMoment(this.database);
      this.tell(newest.getTime());
    } catch (error) {
      this.log.warn({ error }, 'whether the figure has changed could not be looked up; it is tried again in a second');
    }
  }

  private tell(instant: number): void {
    if (!(instant > this.newest)) return;
    this.newest = instant;
    this.changes.emit('change');
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeper);
  }
}
