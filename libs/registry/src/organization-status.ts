import { accept, refuse, type Day, type Result } from '@lienket/platform';
import { nextChange, profileOn, type OrganizationStatus, type ProfileHistory } from './organization-profile.js';

/** The only place that knows which status follows which. */
const NEXT: { readonly [S in OrganizationStatus]: readonly OrganizationStatus[] } = {
  PENDING: ['ACTIVE', 'DISSOLVED'],
  ACTIVE: ['SUSPENDED', 'DISSOLVED'],
  SUSPENDED: ['ACTIVE', 'DISSOLVED'],
  DISSOLVED: [],
};

/**
 * Whether a status may begin on a day: after the one that holds on that day, and before the one that is recorded next
 * (the same one may follow: then it began earlier than was known). Refused with the status that holds on the day, null
 * before the registration.
 */
export function judgeStatus(history: ProfileHistory, status: OrganizationStatus, day: Day): Result<void> {
  const holding = profileOn(history, day)?.status;
  if (holding === undefined) return refuse({ code: 'INVALID_STATE', state: null });
  const following = nextChange(history, 'status', day);
  const fits =
    NEXT[holding].includes(status) &&
    (following === undefined || following === status || NEXT[status].includes(following));
  return fits ? accept(undefined) : refuse({ code: 'INVALID_STATE', state: holding });
}
