import {
  Database,
  invalid,
  accept,
  isUuid,
  type Day,
  type PageRequest,
  type Queryable,
  type Result,
} from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { decimalFraction, toNumber } from './fraction.js';
import { rankingStatement, type Anchor, type Ranking } from './match-sql.js';
import type { MatchFacts } from './pair.js';
import { criterionValues } from './score.js';
import { CRITERIA, DEFAULT_WEIGHTS, type Criterion, type Weights } from './weights.js';

export interface ScorePart {
  readonly criterion: Criterion;
  readonly value: number;
  readonly weight: number;
}

/** A listing and a demand that fit, and how well. */
export interface Match {
  readonly listingId: string;
  readonly demandId: string;
  /** 0..1, rounded half up to millionths. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly quantityKg: string;
  readonly facts: MatchFacts;
}

export interface MatchPage {
  readonly rows: Match[];
  readonly hasNextPage: boolean;
  /** Exact up to 500, where it stops. */
  readonly totalCount: number;
}

/** Where to go on in a list of matches: the score and the other posting of the last one seen. */
export type MatchPlace = NonNullable<Ranking['after']>;

/** Which matches are asked for. */
export interface MatchRequest {
  readonly weights: Weights;
  readonly first: number;
  readonly after: MatchPlace | null;
}

type Row = { anchorId: string; totalCount: number } & (
  | { listingId: null }
  | ({ listingId: string; demandId: string; score: string; quantityKg: string; kept: string } & Omit<
      MatchFacts,
      'kept'
    >)
);

/** The keys of a match's place in its list. */
export const placeKeys = (match: Match, anchor: Anchor): readonly string[] => [
  String(match.score),
  anchor === 'LISTING' ? match.demandId : match.listingId,
];

/** Refuses a cursor that is none of a list of matches. */
export function matchPlace(after: PageRequest['after']): Result<MatchPlace | null> {
  if (after === null) return accept(null);
  const [score = '', otherId = ''] = after;
  if (!/^[01](\.\d{1,6})?$/.test(score) || !isUuid(otherId)) return invalid('after', 'FORM');
  return accept({ score, otherId });
}

/**
 * Answers who fits whom. Takes no viewer: whoever may see the posting that matches are asked for may see them all, because
 * open postings of ACTIVE organizations, and no others match, are seen by every signed-in user.
 */
@Injectable()
export class MatchReads {
  constructor(@Inject(Database) private readonly database: Queryable) {}

  /** For each of these postings, all listings or all demands, the page of its matches, best first. */
  async matchesOf(
    anchor: Anchor,
    anchorIds: readonly string[],
    request: MatchRequest,
    today: Day,
  ): Promise<Map<string, MatchPage>> {
    const rows = await this.database.query<Row>(rankingStatement({ anchor, anchorIds, today, ...request }));
    const pages = new Map<string, MatchPage>();
    for (const anchorId of anchorIds) {
      const ofAnchor = rows.filter((row) => row.anchorId === anchorId);
      const matches = ofAnchor.flatMap((row) => (row.listingId === null ? [] : [matchOf(row, request.weights)]));
      pages.set(anchorId, {
        rows: matches.slice(0, request.first),
        hasNextPage: matches.length > request.first,
        totalCount: ofAnchor[0]?.totalCount ?? 0,
      });
    }
    return pages;
  }

  /** By the default weights; null where the two don't fit. */
  async matchOf(listingId: string, demandId: string, today: Day): Promise<Match | null> {
    const request = { weights: DEFAULT_WEIGHTS, first: 1, after: null };
    const narrow = { anchor: 'LISTING', anchorIds: [listingId], otherIds: [demandId], today, ...request } as const;
    const [row] = await this.database.query<Row>(rankingStatement(narrow));
    return row && row.listingId !== null ? matchOf(row, request.weights) : null;
  }
}

function matchOf(row: Extract<Row, { listingId: string }>, weights: Weights): Match {
  const { anchorId: _anchorId, totalCount: _totalCount, listingId, demandId, score, quantityKg, kept, ...rest } = row;
  const facts: MatchFacts = { ...rest, kept: decimalFraction(kept) };
  const values = criterionValues(facts);
  return {
    listingId,
    demandId,
    score: Number(score),
    parts: CRITERIA.map((criterion) => ({
      criterion,
      value: toNumber(values[criterion]),
      weight: toNumber(weights[criterion]),
    })),
    quantityKg,
    facts,
  };
}
