import type { Day } from '@lienket/platform';
import {
  DEFINITION,
  EXCLUSION_REASONS,
  shareOf,
  type Denominator,
  type ExclusionReason,
  type ParticipationRate,
  type ParticipationScope,
  type Target,
} from './linkage-share.js';

/** What is asked of the facts: which days (ascending), of whom, as known when (null: the newest instant). */
export interface Reading {
  readonly days: readonly Day[];
  readonly denominator: Denominator;
  readonly scope: ParticipationScope;
  readonly knownAt: Date | null;
}

/** Organizations of a scope on a day that are counted (reason null), or aren't for one reason. */
export interface Tally {
  readonly day: Day;
  readonly key: string;
  readonly reason: ExclusionReason | null;
  readonly organizations: number;
  readonly participating: number;
  readonly byAttestation: number;
}

export interface DatedTarget extends Target {
  readonly provinceCode: string | null;
}

/** Those due on or after the day, the next one first: of the country, or of the one province that the scope is. */
function targetsOf(
  targets: readonly DatedTarget[],
  { provinceCodes, kinds, commodityCodes }: ParticipationScope,
  day: Day,
): Target[] {
  if (kinds || commodityCodes || (provinceCodes && provinceCodes.length !== 1)) return [];
  const provinceCode = provinceCodes?.[0] ?? null;
  return targets
    .filter((target) => target.provinceCode === provinceCode && target.dueOn >= day)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ share, comparison, dueOn, source }) => ({ share, comparison, dueOn, source }));
}

/** The figure that the tallies of one day and key add up to. */
export function sumReadings(
  tallies: readonly Tally[],
  asked: Pick<Reading, 'denominator' | 'scope'>,
  day: Day,
  knownAt: Date,
  targets: readonly DatedTarget[],
): ParticipationRate {
  const counted = tallies.find(({ reason }) => reason === null) ?? {
    organizations: 0,
    participating: 0,
    byAttestation: 0,
  };
  const due = targetsOf(targets, asked.scope, day);
  return {
    asOf: day,
    denominator: asked.denominator,
    participating: counted.participating,
    participatingByAttestation: counted.byAttestation,
    counted: counted.organizations,
    rate: shareOf(counted.participating, counted.organizations),
    target: due[0] ?? null,
    targets: due,
    knownAt,
    definition: DEFINITION,
    excluded: EXCLUSION_REASONS.flatMap((reason) => {
      const count = tallies.find((tally) => tally.reason === reason)?.organizations ?? 0;
      return count > 0 ? [{ reason, count }] : [];
    }),
  };
}
