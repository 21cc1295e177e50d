import { accept, refuse, type Result } from '@lienket/platform';
import type { OrganizationRole } from './viewer.js';

/** Somebody who acts for an organization. */
export interface Person {
  readonly id: string;
  readonly login: string;
  readonly role: OrganizationRole;
}

export const isOwner = (people: readonly Person[], userId: string): boolean =>
  people.some(({ id, role }) => id === userId && role === 'OWNER');

/** Refuses what would leave people without an OWNER: nobody could invite or give roles any more. */
export const judgeOwners = (after: readonly Person[]): Result<void> =>
  after.length === 0 || after.some(({ role }) => role === 'OWNER')
    ? accept(undefined)
    : refuse({ code: 'INVALID_STATE', state: 'LAST_OWNER' });
