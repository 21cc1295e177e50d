import { addYears, earliest, latest, type Day } from '@lienket/platform';
import { distanceBetweenM, placeOfDemand, placeOfListing } from './feasibility.js';
import { clamp, decimalFraction, fraction, over, plus, roundHalfUp, sum, times, type Fraction } from './fraction.js';
import type { DemandSide, ListingSide, MatchFacts } from './pair.js';
import { CRITERIA, type Criterion, type Weights } from './weights.js';

export type CriterionValues = Readonly<Record<Criterion, Fraction>>;

const HALF = fraction(1, 2);
const DAY_MS = 86_400_000;
const MILLION = 1_000_000;

/**
 * The days, first and last included, on which the last day in force of a contract lies for it to count for reliability:
 * from this day three years ago until today. A contract that runs on has no last day behind it and doesn't count yet.
 */
export const reliabilityPeriod = (today: Day): { readonly from: Day; readonly to: Day } => ({
  from: addYears(today, -3),
  to: today,
});

/** What matters of a pair that fits. */
export function factsOf(listing: ListingSide, demand: DemandSide): MatchFacts {
  const lines = listing.supplier.endedLines;
  return {
    askPriceVndPerKg: listing.askPriceVndPerKg,
    maximumPriceVndPerKg: demand.maximumPriceVndPerKg,
    distanceM: distanceBetweenM(listing, demand),
    distanceIsApproximate: placeOfListing(listing).approximate || placeOfDemand(demand).approximate,
    sharedDays: daysBetween(
      latest(listing.availableFrom, demand.deliverFrom),
      earliest(listing.availableTo, demand.deliverTo),
    ),
    windowDays: daysBetween(demand.deliverFrom, demand.deliverTo),
    graded: gradeRank(listing) !== -1,
    minimumGradeGiven: demand.minimumGrade !== null,
    gradeSteps: gradeSteps(listing, demand),
    extraCertificates: new Set(listing.certifications.filter((own) => !demand.requiredCertifications.includes(own)))
      .size,
    endedLineCount: lines.length,
    kept: sum(lines.map((line) => clamp(fraction(line.acceptedG, line.agreedG)))),
    supplierIsEnterprise: listing.supplier.enterprise,
    supplierIsLinked: listing.supplier.linked,
  };
}

/** Each criterion's value, 0..1 and exact. Source: `MatchCriterion` in matching.graphql. */
export const criterionValues = (facts: MatchFacts): CriterionValues => ({
  PRICE: priceValue(facts.askPriceVndPerKg, facts.maximumPriceVndPerKg),
  DISTANCE: fraction(200_000, 200_000 + facts.distanceM),
  TIMING: fraction(facts.sharedDays, facts.windowDays),
  QUALITY: plus(
    times(decimalFraction('0.6'), clamp(fraction(facts.gradeSteps, 2))),
    times(decimalFraction('0.4'), clamp(fraction(facts.extraCertificates, 2))),
  ),
  RELIABILITY: over(plus(facts.kept, decimalFraction('2.1')), fraction(facts.endedLineCount + 3, 1)),
  INCLUSION: fraction(facts.supplierIsEnterprise || facts.supplierIsLinked ? 0 : 1, 1),
});

/** Σ value × weight, neither rounded, rounded half up to millionths. */
export const scoreOf = (values: CriterionValues, weights: Weights): number =>
  Number(roundHalfUp(sum(CRITERIA.map((criterion) => times(values[criterion], weights[criterion]))), 6)) / MILLION;

function priceValue(ask: number | null, maximum: number | null): Fraction {
  if (ask === null || maximum === null) return HALF;
  return clamp(over(fraction(maximum - ask, 1), times(decimalFraction('0.3'), fraction(maximum, 1))));
}

function gradeSteps(listing: ListingSide, demand: DemandSide): number {
  const { grades } = listing.goods;
  const rank = gradeRank(listing);
  if (rank === -1) return 0;
  return (demand.minimumGrade === null ? grades.length - 1 : grades.indexOf(demand.minimumGrade)) - rank;
}

const gradeRank = ({ goods, grade }: ListingSide): number => (grade === null ? -1 : goods.grades.indexOf(grade));

const daysBetween = (first: Day, last: Day): number => (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
