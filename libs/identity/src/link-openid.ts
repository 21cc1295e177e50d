import { accept, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { addLink } from './openid-link.store.js';
import type { OpenIdPerson } from './openid-person.js';
import { findUser, type User } from './user.reads.js';
import type { Viewer } from './viewer.js';

/** From now on whom the issuer vouches for signs in as the viewer. One of each: a second link of either is refused. */
@Injectable()
export class LinkOpenId {
  constructor(private readonly clock: Clock) {}

  async execute(tx: Transaction, viewer: Viewer, person: OpenIdPerson): Promise<Result<User>> {
    if (!(await addLink(tx, person, viewer.userId, this.clock.now())))
      return refuse({ code: 'INVALID_STATE', state: 'LINKED' });
    const user = await findUser(tx, viewer.userId);
    return user === null ? refuse({ code: 'NOT_FOUND' }) : accept(user);
  }
}
