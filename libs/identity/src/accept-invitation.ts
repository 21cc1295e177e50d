import { accept, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { useInvitation } from './invitation.store.js';
import type { Viewer } from './viewer.js';

/**
 * By the TRADER without an organization whose login was invited. Refused alike: a token that was never given, is used,
 * withdrawn or over, or is somebody else's.
 */
@Injectable()
export class AcceptInvitation {
  constructor(private readonly clock: Clock) {}

  async execute(tx: Transaction, { userId }: Viewer, { token }: { token: string }): Promise<Result<string>> {
    return (await useInvitation(tx, token, this.clock.now())) ? accept(userId) : refuse({ code: 'NOT_FOUND' });
  }
}
