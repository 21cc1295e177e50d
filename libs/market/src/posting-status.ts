import { addDays, type Day } from '@lienket/platform';
import { grams } from './kilograms.js';

export type PostingStatus = 'OPEN' | 'FILLED' | 'WITHDRAWN' | 'EXPIRED';

export interface PostingState {
  readonly quantityKg: string;
  readonly heldKg: string;
  readonly withdrawnAt: Date | null;
  /** The days of the posting as PostgreSQL writes them: [from, the day after the last). */
  readonly days: string;
}

/** What a posting is on a day: withdrawn before filled before past its window. */
export function postingStatus(posting: PostingState, today: Day): PostingStatus {
  if (posting.withdrawnAt !== null) return 'WITHDRAWN';
  if (grams(posting.heldKg) >= grams(posting.quantityKg)) return 'FILLED';
  return dayAfterWindow(posting.days) <= today ? 'EXPIRED' : 'OPEN';
}

export const windowOf = (from: Day, to: Day): string => `[${from},${addDays(to, 1)})`;

const dayAfterWindow = (days: string): Day => days.slice(days.indexOf(',') + 1, -1);
