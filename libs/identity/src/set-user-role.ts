import { accept, Clock, invalid, isUuid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { seesPerson } from './people.store.js';
import { findUser } from './user.reads.js';
import { giveUserRole, lockAdministrators, type NewUserRole } from './user-role.store.js';
import type { Viewer } from './viewer.js';

/**
 * By an administrator, of who acts for no organization: nobody trades and manages at once. Refused where nobody would be left as
 * administrator. The person's sessions end, but for the administrator's own.
 */
@Injectable()
export class SetUserRole {
  constructor(private readonly clock: Clock) {}

  /** @param knownProvinceCodes all there are, which a room above knows */
  async execute(
    tx: Transaction,
    viewer: Viewer,
    { userId, role, provinceCodes }: NewUserRole,
    knownProvinceCodes: readonly string[],
  ): Promise<Result<string>> {
    if (viewer.role !== 'ADMINISTRATOR') return refuse({ code: await codeFor(tx, viewer, userId) });
    const administrators = await lockAdministrators(tx);
    if (!administrators.includes(viewer.userId)) return refuse({ code: 'FORBIDDEN' });
    const person = isUuid(userId) ? await findUser(tx, userId) : null;
    if (!person) return refuse({ code: 'NOT_FOUND' });
    const unknown = provinceCodes.findIndex((code) => !knownProvinceCodes.includes(code));
    if (unknown >= 0) return invalid(`provinceCodes.${String(unknown)}`, 'UNKNOWN');
    if (role !== 'PROGRAM_MANAGER' && provinceCodes.length > 0) return invalid('provinceCodes', 'MISMATCH');
    if (person.organizationId !== null) return refuse({ code: 'INVALID_STATE', state: 'HAS_ORGANIZATION' });
    if (role !== 'ADMINISTRATOR' && administrators.every((id) => id === person.id))
      return refuse({ code: 'INVALID_STATE', state: 'LAST_ADMINISTRATOR' });
    await giveUserRole(tx, viewer, { userId: person.id, role, provinceCodes }, this.clock.now());
    return accept(person.id);
  }
}

const codeFor = async (tx: Transaction, viewer: Viewer, userId: string): Promise<'FORBIDDEN' | 'NOT_FOUND'> =>
  userId.toLowerCase() === viewer.userId || (await seesPerson(tx, userId)) ? 'FORBIDDEN' : 'NOT_FOUND';
