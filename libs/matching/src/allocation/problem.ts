import { z } from 'zod';

/** Greatest quantity of one supply or demand: a million million. */
const MOST_QUANTITY = 1e12;
/** Greatest value of one unit, and least below zero. */
const MOST_VALUE = 1e9;
const MOST_BONUS = 1e15;
/** With it no dual price passes 2^53: one is at most a path's worth of values and one bonus. */
const MOST_POSTINGS = 2_000_000;

const id = z.union([z.string().min(1).max(200), z.int()]).describe('Once among its kind; 1 and "1" are the same.');
const quantity = z.int().min(0).max(MOST_QUANTITY);
const minimumLot = quantity.nullish().describe('What is delivered is nothing or at least this; 0 and 1 ask nothing.');

export const problemSchema = z
  .strictObject({
    supplies: z
      .array(z.strictObject({ id, quantity, group: id.nullish().describe('Whose it is: the id of a group.') }))
      .max(MOST_POSTINGS),
    demands: z
      .array(
        z.strictObject({
          id,
          quantity,
          minimumLot,
          maximumSuppliers: z.int().min(0).max(MOST_QUANTITY).nullish().describe('At most so many supplies serve it.'),
        }),
      )
      .max(MOST_POSTINGS),
    arcs: z
      .array(
        z.strictObject({
          supply: id,
          demand: id,
          value: z.int().min(-MOST_VALUE).max(MOST_VALUE).describe('What one unit is worth on this way.'),
          minimumLot,
        }),
      )
      .describe(
        'Who may deliver to whom; a pair at most once. Where arc and demand both have a lot, the greater counts.',
      ),
    groups: z
      .array(
        z.strictObject({
          id,
          bonus: z.int().min(0).max(MOST_BONUS).describe('Counts once if anything leaves one of its supplies.'),
        }),
      )
      .nullish(),
  })
  .describe(
    'What there is, what is wanted, who may deliver to whom and what a unit is then worth. All numbers are whole.',
  );

export type Problem = z.infer<typeof problemSchema>;
export type Id = z.infer<typeof id>;

export interface Flow {
  readonly supply: Id;
  readonly demand: Id;
  readonly quantity: number;
}

/** Prices by id, whole, by unit. `objective` and `bound` can pass 2^53. */
export interface Plan {
  /** Σ value × quantity, and the bonus of each group that is served. */
  readonly objective: bigint;
  /** No plan is worth more; it follows from the prices alone. */
  readonly bound: bigint;
  /** (bound − objective) / bound; 0 where both are 0. */
  readonly gap: number;
  readonly flows: readonly Flow[];
  /** At least 0, but for a supply of a group: its price is less what the bonus pays of it. */
  readonly supplyPrices: Readonly<Record<string, number>>;
  /** At least 0. */
  readonly demandPrices: Readonly<Record<string, number>>;
}

/** A problem that can't be solved as it stands: its message is one sentence that names where. */
export class UnsoundProblem extends Error {
  override readonly name = 'UnsoundProblem';
}
