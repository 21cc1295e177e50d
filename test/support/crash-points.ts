import type { Fate, PostgresWire } from './postgres-wire.js';

/** A step of the way from a wish to the screen at which the house dies, just before it or just after it was done. */
export interface CrashPoint {
  readonly name: string;
  readonly side: 'DOOR' | 'WORKER';
  readonly wish: 'SIGN' | 'OFFER' | 'AWARD';
  readonly fate: Exclude<Fate, 'PASSES'>;
  readonly statement: RegExp;
  /** Of which transaction it is, where the statement doesn't tell. */
  readonly among?: RegExp;
  /** What must have been on the wire before: what comes again and again is meant after that only. */
  readonly after?: RegExp;
}

type Step = Pick<CrashPoint, 'name' | 'statement'> & Partial<Pick<CrashPoint, 'wish' | 'among' | 'after'>>;

const COMMIT = /^commit$/i;
const STARTS_JOB = /\badd_job\(/;

const AT_THE_DOOR: Step[] = [
  { name: 'takes the key', statement: /pg_try_advisory_xact_lock/ },
  { name: 'locks the contract', statement: /from contracts\.contract where id = .* for update/s },
  { name: 'writes the signature', statement: /insert into "contracts"\."signature"/i },
  { name: 'holds the quantity', statement: /update market\.listing set held_kg/ },
  { name: 'concludes', statement: /update "contracts"\."contract"/i },
  { name: 'writes the history', statement: /insert into contracts\.contract_event/ },
  { name: 'announces', statement: /insert into platform\.outbox/ },
  { name: 'keeps the key', statement: /insert into platform\.idempotency_record/ },
  { name: 'commits a signature', statement: COMMIT, among: /"contracts"\."signature"/i },
  { name: 'writes an offer', statement: /insert into "contracts"\."contract_version"/i, wish: 'OFFER' },
  { name: 'commits an offer', statement: COMMIT, among: /"contracts"\."contract_version"/i, wish: 'OFFER' },
  { name: 'ties an award', statement: /insert into contracts\.award_contract/, wish: 'AWARD' },
  { name: 'commits an award', statement: COMMIT, among: /insert into contracts\.award_contract/, wish: 'AWARD' },
];

const IN_THE_WORKER: Step[] = [
  {
    name: 'looks into the outbox',
    statement: /from platform\.outbox group by topic/,
    after: /insert into platform\.outbox/,
  },
  { name: 'starts the job', statement: STARTS_JOB },
  { name: 'takes the job', statement: /claim the next ready job/i, after: STARTS_JOB },
  { name: 'takes the announcements', statement: /delete from platform\.outbox/ },
  { name: 'becomes the writer', statement: /pg_advisory_xact_lock\(/ },
  { name: 'finds whom it touches', statement: /from contracts\.party_v mine/ },
  { name: 'writes the links', statement: /insert into participation\.link_fact/ },
  { name: 'writes the notices', statement: /insert into notices\.notice/ },
  { name: 'records the instant', statement: /insert into participation\.known_instant/ },
  { name: 'commits the effect', statement: COMMIT, among: /delete from platform\.outbox/ },
  { name: 'tells the screens', statement: /pg_notify\(\$/ },
  { name: 'finishes the job', statement: /finish an active job/i },
];

const pointsOf = (side: CrashPoint['side'], steps: readonly Step[]): CrashPoint[] =>
  steps.flatMap((step) =>
    (['CUT_BEFORE', 'CUT_AFTER'] as const).map((fate) => ({
      wish: 'SIGN' as const,
      ...step,
      side,
      fate,
      name: `${fate === 'CUT_BEFORE' ? 'before' : 'after'} it ${step.name}`,
    })),
  );

export const CRASH_POINTS: readonly CrashPoint[] = [
  ...pointsOf('DOOR', AT_THE_DOOR),
  ...pointsOf('WORKER', IN_THE_WORKER),
];

/** Lets the house behind the wire die at this point. @returns tells when it did */
export function arm(wire: PostgresWire, point: CrashPoint): Promise<void> {
  let isDue = point.after === undefined;
  return new Promise((died) => {
    wire.judge = (statement, { transaction }) => {
      const isHere =
        isDue &&
        point.statement.test(statement) &&
        (point.among === undefined || transaction.some((earlier) => point.among?.test(earlier)));
      if (!isHere) {
        isDue ||= point.after?.test(statement) === true;
        return 'PASSES';
      }
      wire.judge = () => 'PASSES';
      wire.onCut = died;
      return point.fate;
    };
  });
}
