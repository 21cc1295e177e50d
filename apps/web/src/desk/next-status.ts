import type { Status } from './documents';

/** What may follow, as the API allows it. */
export const NEXT_STATUS: Readonly<Record<Status, readonly Status[]>> = {
  PENDING: ['ACTIVE', 'DISSOLVED'],
  ACTIVE: ['SUSPENDED', 'DISSOLVED'],
  SUSPENDED: ['ACTIVE', 'DISSOLVED'],
  DISSOLVED: [],
};
