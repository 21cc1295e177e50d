import type { Viewer } from '@lienket/identity';
import { accept, businessDay, Clock, endable, Log, paused, refuse, type Result } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { isFinished } from './round-status.js';
import { RoundReads, type RoundRow } from './round.reads.js';

/** As often as a run says how far it is. One look is one row by its id, as the viewer may see it then. */
const LOOK_MS = 500;

/** A round now, then whenever it has changed, at most twice a second; ends with its end. */
@Injectable()
export class LiveRound {
  constructor(
    private readonly reads: RoundReads,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async follow(viewer: Viewer, id: string): Promise<Result<AsyncIterableIterator<RoundRow>>> {
    const first = await this.now(viewer, id);
    if (!first) return refuse({ code: 'NOT_FOUND' });
    const left = new AbortController();
    return accept(endable(this.changes(viewer, first, left.signal), left));
  }

  private async *changes(viewer: Viewer, first: RoundRow, left: AbortSignal): AsyncGenerator<RoundRow> {
    let shown = first;
    yield first;
    while (!isFinished(shown.status) && (await paused(LOOK_MS, left))) {
      const next = await this.lookAgain(viewer, shown);
      if (!next) return;
      if (JSON.stringify(next) === JSON.stringify(shown)) continue;
      shown = next;
      yield next;
    }
  }

  private async lookAgain(viewer: Viewer, shown: RoundRow): Promise<RoundRow | null> {
    try {
      return await this.now(viewer, shown.id);
    } catch (error) {
      this.log.warn({ error }, 'a round that is watched could not be read; it is read again');
      return shown;
    }
  }

  private now(viewer: Viewer, id: string): Promise<RoundRow | null> {
    return this.reads.roundById(viewer, id, businessDay(this.clock.now()));
  }
}
