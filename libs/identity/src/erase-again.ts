import { accept, businessDay, type Commands, type Database, type PersonalRows } from '@lienket/platform';
import { erase, keepErasure, type Erased } from './erasure.store.js';
import { findUser, viewerOf } from './user.reads.js';
import { actorOf, selfOf } from './viewer.js';

/**
 * Erases somebody whom a restored backup has brought back, as who they are: what they could not take away themselves stays.
 * Nothing is asked or refused, a last OWNER neither: it was granted already.
 */
export class EraseAgain {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
  ) {}

  /** False where nobody had come back. That they were erased is kept either way: another backup may still know them. */
  async execute(erased: Erased, personal: readonly PersonalRows[]): Promise<boolean> {
    const { userId, at } = erased;
    const self = selfOf(userId);
    const user = await findUser(this.database.as(self), userId);
    const actor = user === null ? self : actorOf(viewerOf(user), businessDay(new Date()));
    await this.commands.run(
      async (tx) => {
        if (user === null) await keepErasure(tx, erased);
        else await erase(tx, { ...user, userId }, personal, at);
        return accept(true);
      },
      { actor },
    );
    return user !== null;
  }
}
