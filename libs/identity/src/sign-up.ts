import {
  accept,
  Clock,
  Commands,
  CONFIG,
  Database,
  invalid,
  useAttempt,
  type Config,
  type RateLimit,
  type Result,
} from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { startSession, type StartedSession } from './session.store.js';
import { addUser } from './user.store.js';
import { selfOf } from './viewer.js';

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

const HOUR_SECONDS = 3600;

/** New accounts of an address count together, however they are signed up. */
export const signUpsFrom = (address: string, config: Config): RateLimit => ({
  key: `sign-up:${address}`,
  most: config.LIENKET_SIGN_UPS_PER_HOUR,
  windowSeconds: HOUR_SECONDS,
});

/**
 * A new TRADER without an organization, signed in at once. A taken login is refused.
 * Opens its own transaction: an attempt counts against the address also when it is refused.
 */
@Injectable()
export class SignUp {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(address: string, { login, password }: Credentials): Promise<Result<StartedSession>> {
    const attempt = await useAttempt(this.database, signUpsFrom(address, this.config));
    if (!attempt.ok) return attempt;
    const now = this.clock.now();
    const userId = randomUUID();
    return this.commands.run(
      async (tx) => {
        const added = await addUser(tx, { id: userId, login, password, role: 'TRADER' }, now);
        if (added === null) return invalid('login', 'TAKEN');
        return accept(await startSession(tx, userId, now, this.config.LIENKET_SESSION_DAYS));
      },
      { actor: selfOf(userId) },
    );
  }
}
