import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lienket/identity';
import { accept, addDays, businessDay, Clock, endable, Log, paused, startOfDay, type Result } from '@lienket/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ParticipationRate } from './linkage-share.js';
import { ParticipationFeed } from './participation-feed.js';
import { ParticipationReads, type Question } from './participation.reads.js';

/** At most five figures a second to one subscriber, also where the way to them lets one catch up with another. */
const PAUSE_MS = 220;
const TIMER_MAX_MS = 2 ** 31 - 1;

/** The figure now, then whenever participating, counted or target changes, at midnight too. The last is never lost. */
@Injectable()
export class LiveParticipation {
  constructor(
    private readonly reads: ParticipationReads,
    private readonly feed: ParticipationFeed,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async follow(
    viewer: Viewer | null,
    question: Omit<Question, 'knownAt'>,
  ): Promise<Result<AsyncIterableIterator<ParticipationRate>>> {
    const first = await this.now(viewer, question);
    if (!first.ok) return first;
    const ended = new AbortController();
    return accept(endable(this.figures(viewer, question, first.value, ended.signal), ended));
  }

  private async *figures(
    viewer: Viewer | null,
    question: Question,
    first: ParticipationRate,
    ended: AbortSignal,
  ): AsyncGenerator<ParticipationRate> {
    let shown = first;
    yield first;
    // Nothing can be missed: what was recorded after a figure was read is later than its knownAt, also where the next could not be read.
    while ((await paused(PAUSE_MS, ended)) && (await this.changeOrMidnight(shown, ended))) {
      const next = await this.readAgain(viewer, question);
      if (!next || next.knownAt < shown.knownAt) continue;
      const changed = differs(shown, next);
      shown = next;
      if (changed) yield next;
    }
  }

  /** @returns false where the subscriber has left meanwhile. */
  private async changeOrMidnight({ knownAt, asOf }: ParticipationRate, ended: AbortSignal): Promise<boolean> {
    const over = new AbortController();
    const signal = AbortSignal.any([ended, over.signal]);
    const midnight = startOfDay(addDays(asOf, 1)).getTime() - this.clock.now().getTime();
    const night = sleep(Math.min(Math.max(midnight, 0), TIMER_MAX_MS), null, { signal, ref: false }).catch(() => null);
    await Promise.race([this.feed.later(knownAt.getTime(), signal), night]);
    over.abort();
    return !ended.aborted;
  }

  private async readAgain(viewer: Viewer | null, question: Question): Promise<ParticipationRate | null> {
    try {
      const next = await this.now(viewer, question);
      return next.ok ? next.value : null;
    } catch (error) {
      this.log.warn({ error }, 'a live figure could not be read; it is read again');
      return null;
    }
  }

  private now(viewer: Viewer | null, question: Question): Promise<Result<ParticipationRate>> {
    const today = businessDay(this.clock.now());
    return this.reads.rate(viewer, today, today, question);
  }
}

const differs = (a: ParticipationRate, b: ParticipationRate): boolean =>
  a.participating !== b.participating ||
  a.counted !== b.counted ||
  JSON.stringify(a.targets) !== JSON.stringify(b.targets);
