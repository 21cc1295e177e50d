import type { Day } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';
import { toDecimal } from './fraction.js';
import { reliabilityPeriod } from './score.js';
import type { Weights } from './weights.js';

export type Anchor = 'LISTING' | 'DEMAND';

export interface Ranking {
  readonly anchor: Anchor;
  readonly anchorIds: readonly string[];
  readonly weights: Weights;
  readonly today: Day;
  readonly first: number;
  readonly after: { readonly score: string; readonly otherId: string } | null;
  /** Only these pairs may be ranked; all where it is left out. */
  readonly among?: readonly { readonly anchorId: string; readonly otherId: string }[];
}

/** The best this many of a posting's matches can be paged through and are counted. */
export const REACH = 500;

const SAME_GOODS_AND_DAYS = sql`demand.commodity_code = listing.commodity_code and demand.deliver && listing.available`;

const LISTING = { name: sql`listing`, view: sql`market.listing_v` };
const DEMAND = { name: sql`demand`, view: sql`market.demand_v` };

/**
 * Given pairs are looked up by their ids, and fenced off: else PostgreSQL may look for each pair's demand among all of the commodity. The
 * anchor of many pairs is read once. Without given pairs each posting of the anchors meets all of its commodity.
 */
function pairsOf({ anchor, anchorIds, among }: Pick<Ranking, 'anchor' | 'anchorIds' | 'among'>): Sql {
  if (among === undefined) return sql`market.listing_v listing join market.demand_v demand on ${SAME_GOODS_AND_DAYS}`;
  const [own, other] = anchor === 'LISTING' ? [LISTING, DEMAND] : [DEMAND, LISTING];
  return sql`(select * from ${own.view} where id = any(${[...anchorIds]}::uuid[]) offset 0) as ${own.name}
  join unnest(${among.map(({ anchorId }) => anchorId)}::uuid[], ${among.map(({ otherId }) => otherId)}::uuid[]) as given (anchor_id, other_id)
    on given.anchor_id = ${own.name}.id
  join lateral (select * from ${other.view} where id = given.other_id offset 0) as ${other.name} on ${SAME_GOODS_AND_DAYS}`;
}

/** By every rule but distance. Apart from where things are, so that each half has few tables: planning costs more than running. */
const fittingPairs = ({ anchor, anchorIds, today, among }: Ranking): Sql => sql`
  select ${anchor === 'LISTING' ? sql`listing.id as anchor_id, demand.id` : sql`demand.id as anchor_id, listing.id`} as other_id,
    listing.id as listing_id, demand.id as demand_id, listing.organization_id as supplier_id, demand.buyer_id,
    seller_profile.kind = 'ENTERPRISE' as enterprise,
    lot.kg as lot_kg, listing.ask_price_vnd_per_kg as ask, demand.maximum_price_vnd_per_kg as maximum,
    upper(listing.available * demand.deliver) - lower(listing.available * demand.deliver) as shared_days,
    upper(demand.deliver) - lower(demand.deliver) as window_days,
    grade.rank is not null as graded, demand.minimum_grade is not null as minimum_grade_given,
    case when grade.rank is null then 0
      else coalesce(grade.rank_wanted, cardinality(commodity.grades)) - grade.rank end as grade_steps,
    (select count(distinct scheme)::int from unnest(listing.certifications) as scheme
      where scheme <> all (demand.required_certifications)) as extra_certificates,
    commodity.perishable_days,
    listing.latitude, listing.longitude, listing.province_code,
    demand.latitude as to_latitude, demand.longitude as to_longitude, demand.province_code as to_province_code
  from ${pairsOf({ anchor, anchorIds, among })}
  join registry.commodity_v commodity on commodity.code = listing.commodity_code
  join registry.organization_profile_v seller_profile
    on seller_profile.organization_id = listing.organization_id and seller_profile.valid @> ${today}::date
  join registry.organization_profile_v buyer_profile
    on buyer_profile.organization_id = demand.buyer_id and buyer_profile.valid @> ${today}::date
  cross join lateral (
    select least(listing.quantity_kg - listing.held_kg, demand.quantity_kg - demand.held_kg) as kg
  ) as lot
  cross join lateral (
    select array_position(commodity.grades, listing.grade) as rank,
      array_position(commodity.grades, demand.minimum_grade) as rank_wanted
    offset 0
  ) as grade
  where ${anchor === 'LISTING' ? sql`listing.id` : sql`demand.id`} = any(${[...anchorIds]}::uuid[])
    and listing.withdrawn_at is null and upper(listing.available) > ${today}::date
    and demand.withdrawn_at is null and upper(demand.deliver) > ${today}::date
    and seller_profile.status = 'ACTIVE' and buyer_profile.status = 'ACTIVE'
    and listing.organization_id <> demand.buyer_id
    and (demand.variety is null or listing.variety = demand.variety)
    and (demand.minimum_grade is null or grade.rank <= grade.rank_wanted)
    and listing.certifications @> demand.required_certifications
    and (listing.ask_price_vnd_per_kg is null or demand.maximum_price_vnd_per_kg is null
      or listing.ask_price_vnd_per_kg <= demand.maximum_price_vnd_per_kg)
    and lot.kg > 0 and lot.kg >= greatest(listing.minimum_lot_kg, demand.minimum_lot_kg)`;

// Through text, because only the shortest digits of a double are what somebody typed: 10.075 is 10.08, not 10.07.
const twoDecimals = (degrees: Sql): Sql => sql`round((${degrees})::text::numeric, 2)::float8`;

/** The steps of distanceM in distance.ts, in the same order, so that both round the same double. */
const haversineM = sql`
  select floor(2 * 6371008.8::float8 * asin(least(1::float8, sqrt(
    sin((place.to_latitude - place.latitude) * 0.017453292519943295::float8 / 2) ^ 2
    + cos(place.latitude * 0.017453292519943295::float8) * cos(place.to_latitude * 0.017453292519943295::float8)
      * sin((place.to_longitude - place.longitude) * 0.017453292519943295::float8 / 2) ^ 2
  ))) + 0.5::float8)::numeric as m`;

const placedPairs = sql`
  select fitting.*, distance.m as distance_m, place.approximate
  from fitting
  join registry.organization_v seller on seller.id = fitting.supplier_id
  join registry.organization_v buyer on buyer.id = fitting.buyer_id
  join registry.province_v province on province.code = fitting.province_code
  join registry.province_v to_province on to_province.code = fitting.to_province_code
  cross join lateral (
    select ${twoDecimals(sql`coalesce(fitting.latitude, seller.latitude, province.seat_latitude)`)} as latitude,
      ${twoDecimals(sql`coalesce(fitting.longitude, seller.longitude, province.seat_longitude)`)} as longitude,
      ${twoDecimals(sql`coalesce(fitting.to_latitude, buyer.latitude, to_province.seat_latitude)`)} as to_latitude,
      ${twoDecimals(sql`coalesce(fitting.to_longitude, buyer.longitude, to_province.seat_longitude)`)} as to_longitude,
      coalesce(fitting.latitude, seller.latitude) is null or coalesce(fitting.to_latitude, buyer.latitude) is null as approximate
    offset 0 -- else PostgreSQL writes each of these out wherever it is used, and rounds it again there
  ) as place
  cross join lateral (${haversineM} offset 0) as distance
  where fitting.perishable_days is null or fitting.perishable_days > 2 or distance.m <= 300000`;

/** One look-up for each pair: a join with each supplier's sums is planned for one row, and takes a square of time for many. */
const scoredPairs = ({ weights, today }: Ranking): Sql => {
  const period = reliabilityPeriod(today);
  return sql`
    select pair.*, supplier.linked, supplier.line_count, supplier.kept,
      round(round(
        ${weight(weights.PRICE)} * case when pair.ask is null or pair.maximum is null then 0.5
          else greatest(0, least(1, (pair.maximum - pair.ask)::numeric(60, 40) / (0.3 * pair.maximum))) end
        + ${weight(weights.DISTANCE)} * 200000::numeric(60, 40) / (200000 + pair.distance_m)
        + ${weight(weights.TIMING)} * pair.shared_days::numeric(60, 40) / pair.window_days
        + ${weight(weights.QUALITY)} * (0.6 * least(1, pair.grade_steps / 2.0) + 0.4 * least(1, pair.extra_certificates / 2.0))
        + ${weight(weights.RELIABILITY)} * (supplier.kept + 2.1)::numeric(60, 40) / (supplier.line_count + 3)
        + ${weight(weights.INCLUSION)} * case when pair.enterprise or supplier.linked then 0 else 1 end
      , 32), 6) as score
    from pair
    cross join lateral (
      select record.line_count, record.kept,
        exists (
          select from participation.current_link_v link
          where link.organization_id = pair.supplier_id and link.valid @> ${today}::date
        ) as linked
      from contracts.supply_record(pair.supplier_id, ${period.from}::date, ${period.to}::date) as record
      offset 0 -- else what is asked of links is asked wherever it is used
    ) as supplier`;
};

const weight = (share: Weights[keyof Weights]): Sql => sql`${toDecimal(share, 40)}::numeric`;

const afterCursor = (after: Ranking['after']): Sql =>
  after === null
    ? sql`true`
    : sql`(ranked.score < ${after.score}::numeric or (ranked.score = ${after.score}::numeric and ranked.other_id > ${after.otherId}::uuid))`;

/**
 * Ranks what fits each of the anchors. The rules and formulas are those of feasibility.ts and score.ts, to the digit:
 * numeric with 40 decimals, cut back to 32 before the score is rounded, so that thirds that add up to a half count as a half.
 */
export const rankingStatement = (ranking: Ranking): Sql => sql`
  with fitting as materialized (${fittingPairs(ranking)}),
  pair as materialized (${placedPairs}),
  scored as materialized (${scoredPairs(ranking)}),
  ranked as (
    select scored.*,
      row_number() over (partition by scored.anchor_id order by scored.score desc, scored.other_id) as place
    from scored
  ),
  page as (
    select ranked.*, row_number() over (partition by ranked.anchor_id order by ranked.place) as place_on_page
    from ranked
    where ranked.place <= ${REACH} and ${afterCursor(ranking.after)}
  )
  select anchor.id as "anchorId",
    least(${REACH}::int, coalesce(total.count, 0)) as "totalCount",
    page.listing_id as "listingId", page.demand_id as "demandId",
    trim_scale(page.score)::text as "score", trim_scale(page.lot_kg)::text as "quantityKg",
    page.ask::int as "askPriceVndPerKg", page.maximum::int as "maximumPriceVndPerKg",
    page.distance_m::int as "distanceM", page.approximate as "distanceIsApproximate",
    page.shared_days as "sharedDays", page.window_days as "windowDays",
    page.graded, page.minimum_grade_given as "minimumGradeGiven", page.grade_steps as "gradeSteps",
    page.extra_certificates as "extraCertificates",
    page.line_count as "endedLineCount", trim_scale(page.kept)::text as "kept",
    page.enterprise as "supplierIsEnterprise", page.linked as "supplierIsLinked"
  from unnest(${[...ranking.anchorIds]}::uuid[]) as anchor (id)
  left join (select scored.anchor_id, count(*) as count from scored group by scored.anchor_id) as total
    on total.anchor_id = anchor.id
  left join page on page.anchor_id = anchor.id and page.place_on_page <= ${ranking.first + 1}
  order by anchor.id, page.place`;
