import type { Viewer } from '@lienket/identity';
import { accept, isUuid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { roundRunBy, roundSeenBy } from './round-sight.js';
import { isFinished, type RoundStatus } from './round-status.js';
import { RoundStore } from './round.store.js';

/** Ends a round that is queued or running: from then on nothing is written of it, and who runs it stops within a second. */
@Injectable()
export class CancelRound {
  constructor(private readonly rounds: RoundStore) {}

  async execute(tx: Transaction, viewer: Viewer, id: string): Promise<Result<string>> {
    const seen = isUuid(id) ? await seenRound(tx, viewer, id) : undefined;
    if (!seen) return refuse({ code: 'NOT_FOUND' });
    if (!seen.mine) return refuse({ code: 'FORBIDDEN' });
    if (isFinished(seen.status)) return refuse({ code: 'INVALID_STATE', state: seen.status });
    // It may have ended since it was looked at: what has ended stays as it is.
    return (await this.rounds.cancel(tx, id)) ? accept(id) : refuse({ code: 'CONFLICT' });
  }
}

async function seenRound(tx: Transaction, viewer: Viewer, id: string) {
  const [round] = await tx.query<{ status: RoundStatus; mine: boolean }>(sql`
    select round.status, ${roundRunBy(viewer)} as mine from matching.round round
    where round.id = ${id}::uuid and ${roundSeenBy(viewer)}`);
  return round;
}
