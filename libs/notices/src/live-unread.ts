import type { Viewer } from '@lienket/identity';
import { businessDay, Clock, endable, Log, paused } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { Bells, type Bell } from './bells.js';
import { bellsOf } from './notice-sight.js';
import { NoticeReads } from './notice.reads.js';

/** At most five counts a second to one subscriber. */
const PAUSE_MS = 200;
/** What a bell that nobody heard costs at most. */
const LOOK_MS = 15_000;

/** How many notices the viewer has not read: now, then whenever that changes. */
@Injectable()
export class LiveUnread {
  constructor(
    private readonly reads: NoticeReads,
    private readonly bells: Bells,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async follow(viewer: Viewer): Promise<AsyncIterableIterator<number>> {
    const left = new AbortController();
    const bell = this.bells.hang(bellsOf(viewer), left.signal);
    try {
      return endable(this.counts(viewer, await this.now(viewer), bell, left.signal), left);
    } catch (error) {
      left.abort();
      throw error;
    }
  }

  private async *counts(viewer: Viewer, first: number, bell: Bell, left: AbortSignal): AsyncGenerator<number> {
    let shown = first;
    yield first;
    while ((await paused(PAUSE_MS, left)) && (await this.rungOrLate(bell, left))) {
      const next = await this.countAgain(viewer, shown);
      if (next === shown) continue;
      shown = next;
      yield next;
    }
  }

  /** @returns false where the subscriber has left meanwhile. */
  private async rungOrLate(bell: Bell, left: AbortSignal): Promise<boolean> {
    const over = new AbortController();
    const signal = AbortSignal.any([left, over.signal]);
    await Promise.race([bell.rung(signal), paused(LOOK_MS, signal)]);
    over.abort();
    return !left.aborted;
  }

  private async countAgain(viewer: Viewer, shown: number): Promise<number> {
    try {
      return await this.now(viewer);
    } catch (error) {
      this.log.warn({ error }, 'how many notices are unread could not be counted; it is counted again');
      return shown;
    }
  }

  private now(viewer: Viewer): Promise<number> {
    return this.reads.countUnread(viewer, businessDay(this.clock.now()));
  }
}
