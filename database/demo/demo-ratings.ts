import { ratingBand } from '@lienket/registry';
import type { Day } from '@lienket/platform';
import type { DemoCalendar } from './demo-calendar.js';
import type { Dice } from './demo-dice.js';
import { profileOn } from './demo-organization.js';
import type { DemoRegister } from './demo-organizations.js';

export interface DemoRating {
  readonly recordedOn: Day;
  readonly row: {
    readonly organization_id: string;
    readonly year: number;
    readonly score: number;
    readonly band: string;
  };
}

const RATED_SHARE = 0.78;
const RATED_EACH_YEAR_SHARE = 0.93;
const YEARS_BEFORE = 2;

/** A year is rated in February of the next. Groups never are, nor what is younger than twelve months. */
export function makeRatings(
  dice: Dice,
  { takeOver, yesterday }: DemoCalendar,
  { all, pinned }: DemoRegister,
): DemoRating[] {
  const usuallyRated = all.filter(
    (organization) => organization === pinned.coop || organization === pinned.coop2 || dice.chance(RATED_SHARE),
  );
  const firstYear = Number(takeOver.slice(0, 4)) - YEARS_BEFORE;
  const lastYear = Number(yesterday.slice(0, 4)) - 1;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return years.flatMap((year) => {
    const ratedOn = `${year + 1}-02-15`;
    const recordedOn = ratedOn > takeOver ? ratedOn : takeOver;
    if (recordedOn > yesterday) return [];
    return usuallyRated.flatMap((organization) => {
      const profile = profileOn(organization, `${year}-12-31`);
      const ofAge = organization.foundedOn <= `${year - 1}-12-31`;
      const rated = organization.first.kind === 'COOPERATIVE' || organization.first.kind === 'COOPERATIVE_UNION';
      if (!rated || !ofAge || profile?.status !== 'ACTIVE' || !dice.chance(RATED_EACH_YEAR_SHARE)) return [];
      const score = Math.round(Math.min(98, Math.max(25, organization.usualScore + dice.between(-6, 6))) * 10) / 10;
      return [{ recordedOn, row: { organization_id: organization.id, year, score, band: ratingBand(score) } }];
    });
  });
}
