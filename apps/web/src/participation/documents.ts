import { graphql, type ResultOf } from '../app/graphql';

const figure = graphql(`
  fragment figure on ParticipationRate @_unmask {
    asOf
    denominator
    participating
    participatingByAttestation
    counted
    rate
    knownAt
    definition
    targets {
      share
      dueOn
    }
    excluded {
      reason
      count
    }
  }
`);

/** The figure that was asked for, the country's beside it, that of the quarter before, and, where it is asked as known then, what is known now. */
export const OneFigure = graphql(
  `
    query OneFigure(
      $reading: Denominator!
      $asOf: Date!
      $scope: ParticipationScope!
      $knownAt: DateTime
      $before: Date!
      $isThen: Boolean!
    ) {
      figure: participation(denominator: $reading, asOf: $asOf, scope: $scope, knownAt: $knownAt) {
        ...figure
      }
      country: participation(denominator: $reading, asOf: $asOf, knownAt: $knownAt) {
        ...figure
      }
      before: participation(denominator: $reading, asOf: $before, scope: $scope, knownAt: $knownAt) {
        rate
        asOf
      }
      now: participation(denominator: $reading, asOf: $asOf, scope: $scope) @include(if: $isThen) {
        ...figure
      }
    }
  `,
  [figure],
);

export const FigureChanged = graphql(
  `
    subscription FigureChanged($reading: Denominator!, $scope: ParticipationScope!) {
      participationChanged(denominator: $reading, scope: $scope) {
        ...figure
      }
    }
  `,
  [figure],
);

export const FourReadings = graphql(
  `
    query FourReadings($asOf: Date!, $scope: ParticipationScope!, $knownAt: DateTime) {
      all: participation(denominator: ALL, asOf: $asOf, scope: $scope, knownAt: $knownAt) {
        ...figure
      }
      goodOrFair: participation(denominator: GOOD_OR_FAIR, asOf: $asOf, scope: $scope, knownAt: $knownAt) {
        ...figure
      }
      cooperatives: participation(denominator: COOPERATIVES, asOf: $asOf, scope: $scope, knownAt: $knownAt) {
        ...figure
      }
      agricultural: participation(
        denominator: AGRICULTURAL_COOPERATIVES
        asOf: $asOf
        scope: $scope
        knownAt: $knownAt
      ) {
        ...figure
      }
    }
  `,
  [figure],
);

const point = graphql(`
  fragment point on ParticipationRate @_unmask {
    asOf
    knownAt
    rate
    participating
    counted
  }
`);

export const Trend = graphql(
  `
    query Trend(
      $reading: Denominator!
      $from: Date!
      $to: Date!
      $scope: ParticipationScope!
      $knownAt: DateTime
      $isThen: Boolean!
    ) {
      now: participationSeries(denominator: $reading, from: $from, to: $to, scope: $scope) {
        ...point
      }
      then: participationSeries(denominator: $reading, from: $from, to: $to, scope: $scope, knownAt: $knownAt)
        @include(if: $isThen) {
        ...point
      }
    }
  `,
  [point],
);

export const ByProvince = graphql(
  `
    query ByProvince(
      $reading: Denominator!
      $asOf: Date!
      $before: Date!
      $scope: ParticipationScope!
      $knownAt: DateTime
    ) {
      now: participationBy(dimension: PROVINCE, denominator: $reading, asOf: $asOf, scope: $scope, knownAt: $knownAt) {
        key
        rate {
          ...point
        }
      }
      before: participationBy(
        dimension: PROVINCE
        denominator: $reading
        asOf: $before
        scope: $scope
        knownAt: $knownAt
      ) {
        key
        rate {
          ...point
        }
      }
    }
  `,
  [point],
);

export const ByGroup = graphql(
  `
    query ByGroup(
      $dimension: ParticipationDimension!
      $reading: Denominator!
      $asOf: Date!
      $scope: ParticipationScope!
      $knownAt: DateTime
    ) {
      groups: participationBy(
        dimension: $dimension
        denominator: $reading
        asOf: $asOf
        scope: $scope
        knownAt: $knownAt
      ) {
        key
        rate {
          ...point
        }
      }
    }
  `,
  [point],
);

export type Figure = ResultOf<typeof figure>;
export type Point = ResultOf<typeof point>;
export interface Group {
  readonly key: string;
  readonly rate: Point;
}
