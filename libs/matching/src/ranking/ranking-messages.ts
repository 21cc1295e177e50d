import type { Day } from '@lienket/platform';
import type { Anchor } from '../match-sql.js';
import type { Shortlist } from './book.js';
import type { DoubleWeights } from './seeker.js';

/** What the thread is started with. */
export interface RankingStart {
  readonly databaseUrl: string;
  readonly today: Day;
}

/** What is asked for: the shortlists of these postings. */
export interface RankingWish {
  readonly anchor: Anchor;
  readonly ids: readonly string[];
  readonly weights: DoubleWeights;
  readonly most: number;
  readonly countMost: number;
  readonly today: Day;
}
/** Null for a posting that the book doesn't know, or that it can't tell the best of for sure. */
export type Shortlists = (Shortlist | null)[];

export type ToThread = RankingWish & { readonly number: number };
export type FromThread =
  /** Null where the book isn't of that day, or not current. */
  | { readonly about: 'answer'; readonly number: number; readonly shortlists: Shortlists | null }
  | { readonly about: 'opened'; readonly listingCount: number; readonly demandCount: number; readonly seconds: number }
  /** The day is over; the next one's book is made. */
  | { readonly about: 'closed' }
  | { readonly about: 'fault'; readonly error: unknown };
