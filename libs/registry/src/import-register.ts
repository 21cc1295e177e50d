import { accept, Clock, Commands, Database } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { checkRegister } from './check-register.js';
import type { RegisterLine, RejectedRegisterLine } from './register-form.js';

export type ImportOutcome =
  | { readonly imported: number }
  /** Nothing was imported: these rows can't be taken. */
  | { readonly imported: 0; readonly rejected: readonly RejectedRegisterLine[] };

/** An operator waits for the whole, and can end it. */
const UNHEARD = () => Promise.resolve();

/**
 * Takes the register that is there on the first day: every row is checked before any is written, and all are written or
 * none. Opens its own transaction: it is no user's wish, but a step of setting up.
 */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  async execute(lines: readonly RegisterLine[]): Promise<ImportOutcome> {
    const result = await this.commands.run(async (tx) => {
      // Between looking and writing nobody else may take a tax code.
      await tx.query(sql`lock table registry.organization in share row exclusive mode`);
      const at = { today: this.clock.today(), now: this.clock.now() };
      const { rejected, save } = await checkRegister(tx, null, lines, at, UNHEARD);
      if (rejected.length > 0) return accept<ImportOutcome>({ imported: 0, rejected });
      return accept<ImportOutcome>({ imported: await save(tx, UNHEARD) });
    });
    // Else the first lists after it would be planned for an empty register.
    await this.database.query(sql`analyze registry.organization, registry.organization_profile, registry.rating`);
    if (!result.ok) throw new Error(`An import is never refused, yet it was: ${result.refusal.code}.`);
    return result.value;
  }
}
