import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from './dice.js';
import type { Fate, PostgresWire } from './postgres-wire.js';

/** What happens to one connection to PostgreSQL, of the API or of the worker, and at which statement. */
export interface NetworkCut {
  readonly name: string;
  readonly side: 'DOOR' | 'WORKER';
  readonly fate: Exclude<Fate, 'PASSES'>;
  /** Only where a transaction with this in it commits; at any statement otherwise. */
  readonly commits?: RegExp;
}

export const SIGNATURE = /"contracts"\."signature"/i;
export const OFFER = /"contracts"\."contract_version"/i;
const CHANGE = new RegExp(`${SIGNATURE.source}|${OFFER.source}`, 'i');

export const NETWORK_CUTS: readonly NetworkCut[] = [
  { name: 'reset', side: 'DOOR', fate: 'RESET' },
  { name: 'black hole', side: 'DOOR', fate: 'SWALLOWED' },
  { name: 'up to 2 s late', side: 'DOOR', fate: 'LATE' },
  { name: 'byte by byte', side: 'DOOR', fate: 'CRUMBLED' },
  { name: 'reset before COMMIT arrives', side: 'DOOR', fate: 'RESET', commits: CHANGE },
  { name: 'reset after COMMIT, before its reply', side: 'DOOR', fate: 'RESET_AFTER', commits: CHANGE },
  { name: 'black hole after COMMIT, before its reply', side: 'DOOR', fate: 'SWALLOWED_AFTER', commits: CHANGE },
  { name: 'reset of the worker', side: 'WORKER', fate: 'RESET' },
  { name: 'black hole of the worker', side: 'WORKER', fate: 'SWALLOWED' },
  { name: 'worker up to 2 s late', side: 'WORKER', fate: 'LATE' },
];

const PASSED_OVER_MAX = 25;
/** After a black hole a worker is deaf until its limit. */
const STRUCK_WITHIN_MS = 20_000;
const COMMIT = /^commit$/i;

/** Lets the next connection that comes to such a statement meet its cut. @returns whether one did */
export async function strike(wire: PostgresWire, { fate, commits }: NetworkCut, dice: Dice): Promise<boolean> {
  let passing = commits ? 0 : dice.below(PASSED_OVER_MAX);
  const given = new AbortController();
  const struck = new Promise<boolean>((resolve) => {
    wire.judge = (statement, { transaction }) => {
      const isHere = !commits || (COMMIT.test(statement) && transaction.some((earlier) => commits.test(earlier)));
      if (!isHere || passing-- > 0) return 'PASSES';
      wire.judge = () => 'PASSES';
      resolve(true);
      return fate;
    };
  });
  const missed = sleep(STRUCK_WITHIN_MS, false, { signal: given.signal }).catch(() => false);
  const isStruck = await Promise.race([struck, missed]);
  given.abort();
  wire.judge = () => 'PASSES';
  return isStruck;
}
