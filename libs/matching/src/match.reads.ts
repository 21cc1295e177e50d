import {
  Database,
  invalid,
  accept,
  isUuid,
  Prepared,
  type Day,
  type PageRequest,
  type Queryable,
  type Result,
} from '@lienket/platform';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { decimalFraction, toNumber } from './fraction.js';
import { rankingStatement, REACH, type Anchor, type Ranking } from './match-sql.js';
import type { MatchFacts } from './pair.js';
import type { Shortlist } from './ranking/book.js';
import { RankingEngine } from './ranking/ranking-engine.js';
import type { RankingWish, Shortlists } from './ranking/ranking-messages.js';
import type { DoubleWeights } from './ranking/seeker.js';
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

/** Finds what may be among the best of a posting faster than SQL does. */
export interface Ranker {
  /** Null, or null for a posting, where SQL is to be asked for all. */
  shortlists(wish: RankingWish): Promise<Shortlists | null>;
}

/**
 * Answers who fits whom. Takes no viewer: whoever may see the posting that matches are asked for may see them all, because
 * open postings of ACTIVE organizations, and no others match, are seen by every signed-in user.
 */
@Injectable()
export class MatchReads {
  constructor(
    @Inject(Database) private readonly database: Queryable,
    @Optional() @Inject(RankingEngine) private readonly ranker?: Ranker,
  ) {}

  /** For each of these postings, all listings or all demands, the page of its matches, best first. */
  async matchesOf(
    anchor: Anchor,
    anchorIds: readonly string[],
    request: MatchRequest,
    today: Day,
  ): Promise<Map<string, MatchPage>> {
    const pages = await this.fromShortlists(anchor, anchorIds, request, today);
    const left = anchorIds.filter((id) => !pages.has(id));
    if (left.length === 0) return pages;
    const rows = await this.database.query<Row>(rankingStatement({ anchor, anchorIds: left, today, ...request }));
    for (const anchorId of left) pages.set(anchorId, pageOf(rows, anchorId, request));
    return pages;
  }

  /**
   * The pages of those whose shortlist PostgreSQL finds as the ranker knew it. It ranks the few of them exactly and fills them in, so
   * nothing that has closed since is shown; where anything differs, the shortlist is behind, and the page is left to SQL.
   */
  private async fromShortlists(
    anchor: Anchor,
    anchorIds: readonly string[],
    request: MatchRequest,
    today: Day,
  ): Promise<Map<string, MatchPage>> {
    const pages = new Map<string, MatchPage>();
    const shortlists = await this.ranker?.shortlists({
      anchor,
      ids: anchorIds,
      weights: doubles(request.weights),
      // A place further down is counted from the top, and only the best 500 can be paged through.
      most: request.after === null ? request.first + 1 : REACH,
      countMost: REACH,
      today,
    });
    const listed = new Map(
      anchorIds.flatMap((id, place) => {
        const shortlist = shortlists?.[place];
        return shortlist ? [[id, shortlist] as const] : [];
      }),
    );
    if (listed.size === 0) return pages;
    const among = [...listed].flatMap(([anchorId, { candidates }]) =>
      candidates.map(({ id: otherId }) => ({ anchorId, otherId })),
    );
    const rows = await this.database.query<Row>(
      new Prepared(rankingStatement({ anchor, anchorIds: [...listed.keys()], today, ...request, among })),
    );
    for (const [anchorId, shortlist] of listed) {
      const page = pageOf(rows, anchorId, request);
      if (holds(shortlist, page, anchor)) pages.set(anchorId, { ...page, totalCount: shortlist.totalCount });
    }
    return pages;
  }

  /** By the default weights; null where the two don't fit. */
  async matchOf(listingId: string, demandId: string, today: Day): Promise<Match | null> {
    const request = { weights: DEFAULT_WEIGHTS, first: 1, after: null };
    const among = [{ anchorId: listingId, otherId: demandId }];
    const narrow = { anchor: 'LISTING', anchorIds: [listingId], among, today, ...request } as const;
    const [row] = await this.database.query<Row>(rankingStatement(narrow));
    return row && row.listingId !== null ? matchOf(row, doubles(request.weights)) : null;
  }
}

const doubles = (weights: Weights) =>
  Object.fromEntries(CRITERIA.map((criterion) => [criterion, toNumber(weights[criterion])])) as DoubleWeights;

/** Whether all of the shortlist still match, and those on the page score what they did. */
function holds({ candidates }: Shortlist, page: MatchPage, anchor: Anchor): boolean {
  if (page.totalCount !== Math.min(REACH, candidates.length)) return false;
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return page.rows.every((match) => {
    const candidate = byId.get(anchor === 'LISTING' ? match.demandId : match.listingId);
    const millionths = Math.round(match.score * 1e6);
    return candidate !== undefined && candidate.low <= millionths && millionths <= candidate.high;
  });
}

function pageOf(rows: readonly Row[], anchorId: string, { first, weights }: MatchRequest): MatchPage {
  const ofAnchor = rows.filter((row) => row.anchorId === anchorId);
  const shares = doubles(weights);
  const matches = ofAnchor.flatMap((row) => (row.listingId === null ? [] : [matchOf(row, shares)]));
  return {
    rows: matches.slice(0, first),
    hasNextPage: matches.length > first,
    totalCount: ofAnchor[0]?.totalCount ?? 0,
  };
}

function matchOf(row: Extract<Row, { listingId: string }>, weights: DoubleWeights): Match {
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
      weight: weights[criterion],
    })),
    quantityKg,
    facts,
  };
}
