import { Channels, Database, Log, tellOn } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { EventEmitter, once } from 'node:events';

const CHANNEL = 'notices_changed';
/** PostgreSQL takes less than 8000 bytes at once. */
const IDS_AT_ONCE = 200;

/** Remembers that it rang until somebody asks: what happens while a count is read is not missed. */
export class Bell {
  private readonly rings = new EventEmitter();
  private hasRung = false;

  ring(): void {
    this.hasRung = true;
    this.rings.emit('ring');
  }

  /** Resolves with the next ring, or when the signal aborts. */
  async rung(signal: AbortSignal): Promise<void> {
    if (!this.hasRung) await once(this.rings, 'ring', { signal }).catch(() => null);
    this.hasRung = false;
  }
}

/** Tells, in every process, those whose count of unread notices may have changed, and nobody else. */
@Injectable()
export class Bells {
  private readonly hung = new Map<string, Set<Bell>>();
  private isListening = false;

  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly log: Log,
  ) {}

  /** @param ids of organizations and people */
  async ring(ids: readonly string[]): Promise<void> {
    try {
      for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
        await tellOn(CHANNEL, this.database, ids.slice(from, from + IDS_AT_ONCE).join(','));
    } catch (error) {
      this.log.warn({ error }, 'that there are notices could not be told; whoever watches finds them later');
    }
  }

  /** One that rings for these until the signal aborts. */
  hang(ids: readonly string[], until: AbortSignal): Bell {
    this.listen();
    const bell = new Bell();
    for (const id of ids) this.hung.set(id, (this.hung.get(id) ?? new Set()).add(bell));
    until.addEventListener('abort', () => {
      for (const id of ids) {
        const bells = this.hung.get(id);
        bells?.delete(bell);
        if (bells?.size === 0) this.hung.delete(id);
      }
    });
    return bell;
  }

  private listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    this.channels.hear(CHANNEL, (ids) => {
      for (const id of ids.split(',')) for (const bell of this.hung.get(id) ?? []) bell.ring();
    });
  }
}
