import { announce, Clock, Database, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { Bells } from './bells.js';
import { addEmails } from './email.store.js';
import { MailServer } from './mail-server.js';
import { emailsWait } from './notice-jobs.js';
import type { Told } from './notice.store.js';

/** Tells in one transaction, with what is to go by e-mail, and rings after it. */
@Injectable()
export class Telling {
  constructor(
    private readonly database: Database,
    private readonly bells: Bells,
    private readonly mailServer: MailServer,
    private readonly clock: Clock,
  ) {}

  async tell<T>(work: (tx: Transaction) => Promise<{ readonly told: readonly Told[]; readonly value: T }>): Promise<T> {
    const { told, value } = await this.database.transaction(async (tx) => {
      const done = await work(tx);
      if (this.mailServer.isThere && (await addEmails(tx, done.told, this.clock.now())) > 0)
        await announce(tx, emailsWait);
      return done;
    });
    await this.bells.ring([...new Set(told.flatMap(({ organizationId, userId }) => organizationId ?? userId ?? []))]);
    return value;
  }
}
