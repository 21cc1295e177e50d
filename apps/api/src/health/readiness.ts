import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

const DRAIN_POLL_MS = 10;

type Phase = 'STARTING' | 'READY' | 'DRAINING' | 'CLOSED';

/** Whether this process is migrated, seeded and able to take work; not any more as soon as it drains. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private phase: Phase = 'STARTING';
  private inHandCount = 0;

  get isReady(): boolean {
    return this.phase === 'READY';
  }

  /** It answers, but nothing is changed any more. */
  get isDraining(): boolean {
    return this.phase === 'DRAINING' || this.phase === 'CLOSED';
  }

  /** What it answers with is being taken down. */
  get isClosed(): boolean {
    return this.phase === 'CLOSED';
  }

  becomeReady(): void {
    this.phase = 'READY';
  }

  /** Takes a request in hand. @returns to be called when it has been answered or given up */
  takeInHand(): () => void {
    this.inHandCount += 1;
    return () => {
      this.inHandCount -= 1;
    };
  }

  /** Refuses new work and waits, at most so long, until what is in hand has been answered. */
  async drain(mostMs: number): Promise<void> {
    this.phase = 'DRAINING';
    for (const until = Date.now() + mostMs; this.inHandCount > 0 && Date.now() < until;) await sleep(DRAIN_POLL_MS);
    this.phase = 'CLOSED';
  }

  beforeApplicationShutdown(): void {
    this.phase = 'CLOSED';
  }
}
