import type { Queryable } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';
import { sumReadings, type DatedTarget, type Reading, type Tally } from './figure.js';
import type { Denominator, ParticipationDimension, ParticipationGroup, ParticipationRate } from './linkage-share.js';

/** Groups are listed by their key. */
const KINDS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'COOPERATIVE_UNION', 'ENTERPRISE'];
const RATINGS = ['AVERAGE', 'FAIR', 'GOOD', 'UNRATED', 'WEAK'];

export async function readRates(database: Queryable, reading: Reading): Promise<ParticipationRate[]> {
  const [tallies, targets] = await Promise.all([
    readTallies(database, reading, sql`''`),
    readTargets(database, reading.denominator),
  ]);
  return reading.days.map((day) =>
    sumReadings(
      tallies.rows.filter((tally) => tally.day === day),
      reading,
      day,
      tallies.knownAt,
      targets,
    ),
  );
}

/** The figure of each key of a dimension, in the order of the keys; see ParticipationDimension in the API. */
export async function readGroups(
  database: Queryable,
  reading: Reading,
  dimension: ParticipationDimension,
): Promise<ParticipationGroup[]> {
  if (dimension === 'COMMODITY') return readCommodities(database, reading);
  const [tallies, targets, keys] = await Promise.all([
    readTallies(database, reading, KEY_OF[dimension]),
    readTargets(database, reading.denominator),
    keysOf(database, dimension),
  ]);
  const [day = ''] = reading.days;
  return keys.map((key) => {
    const narrowed = { ...reading, scope: { ...reading.scope, ...scopeOf(dimension, key, reading) } };
    return {
      key,
      rate: sumReadings(
        tallies.rows.filter((tally) => tally.key === key),
        narrowed,
        day,
        tallies.knownAt,
        targets,
      ),
    };
  });
}

const KEY_OF: Readonly<Record<Exclude<ParticipationDimension, 'COMMODITY'>, Sql>> = {
  PROVINCE: sql`fact.province_code`,
  KIND: sql`fact.kind`,
  RATING: sql`coalesce(fact.rating, 'UNRATED')`,
};

/** What a group narrows the scope to, which decides its target: only a whole province has one. */
function scopeOf(dimension: ParticipationDimension, key: string, { scope }: Reading) {
  if (dimension === 'PROVINCE') return { provinceCodes: [key] };
  return { kinds: scope.kinds ?? KINDS };
}

async function keysOf(database: Queryable, dimension: ParticipationDimension): Promise<string[]> {
  if (dimension === 'KIND') return KINDS;
  if (dimension === 'RATING') return RATINGS;
  const rows = await database.query<{ code: string }>(sql`select code from registry.province_v order by code`);
  return rows.map(({ code }) => code);
}

async function readTargets(database: Queryable, denominator: Denominator): Promise<DatedTarget[]> {
  return database.query<DatedTarget>(sql`
    select province_code as "provinceCode", share, comparison, due_on as "dueOn", source
    from participation.target where denominator = ${denominator}`);
}

/** The newest instant up to the one asked for; the first stands for whatever lies before it. */
const momentOf = ({ knownAt }: Reading): Sql => sql`
  select coalesce(max(at), (select min(at) from participation.known_instant)) as known_at
  from participation.known_instant where at <= coalesce(${knownAt}::timestamptz, 'infinity')`;

/** A tally, or, where nobody is in the scope, the moment alone. */
type TallyRow = { knownAt: Date } & (Tally | { day: null });

async function readTallies(database: Queryable, reading: Reading, key: Sql): Promise<{ rows: Tally[]; knownAt: Date }> {
  const rows = await database.query<TallyRow>(sql`
    with moment as materialized (${momentOf(reading)}), day as (
      select unnest(${reading.days}::date[]) as day
    ), member as (
      select day.day, fact.organization_id, ${key} as key, ${reasonOf(reading.denominator)} as reason
      from participation.profile_fact fact join day on fact.valid @> day.day
      where fact.known @> (select known_at from moment) and ${inScope(reading)}
    ), link as (
      ${linksOn(reading)}
    ), pair as materialized (
      -- A full join is hashed, always: believing that few facts are known, the planner would loop over a left one for half a minute.
      select member.day, member.key, member.reason, member.organization_id, link.organization_id is not null as linked, link.by_attestation
      from member full join link on link.day = member.day and link.organization_id = member.organization_id
    ), tally as (
      select day, key, reason, count(*) as organizations, count(*) filter (where linked) as participating,
        count(*) filter (where by_attestation) as by_attestation
      from pair where organization_id is not null
      group by day, key, reason
    )
    select moment.known_at as "knownAt", tally.day, tally.key, tally.reason, tally.organizations, tally.participating,
      tally.by_attestation as "byAttestation"
    from moment left join tally on true`);
  const [first] = rows;
  if (!first) throw new Error('No known instant was recorded.');
  return { rows: rows.filter((row): row is TallyRow & Tally => row.day !== null), knownAt: first.knownAt };
}

/** Organizations that take part on each of the days, by the contracts of the scope. */
const linksOn = ({ scope }: Reading): Sql => sql`
  select day.day, fact.organization_id, bool_and(fact.by_attestation) as by_attestation
  from participation.link_fact fact join day on fact.valid @> day.day
  where fact.known @> (select known_at from moment) and fact.commodity_code = any(${scope.commodityCodes ?? ['']}::text[])
  group by day.day, fact.organization_id`;

export const inScope = ({ scope }: Reading): Sql => sql`
  (${scope.provinceCodes}::text[] is null or fact.province_code = any(${scope.provinceCodes}::text[]))
  and (${scope.kinds}::text[] is null or fact.kind = any(${scope.kinds}::text[]))`;

/** Why an organization is not counted, by the first reason that applies; null where it is. */
export const reasonOf = (denominator: Denominator): Sql => sql`
  case
    when fact.kind = 'ENTERPRISE' then 'ENTERPRISE'
    when fact.status <> 'ACTIVE' then 'NOT_ACTIVE'
    when ${denominator}::text in ('COOPERATIVES', 'AGRICULTURAL_COOPERATIVES') and fact.kind <> 'COOPERATIVE' then 'OTHER_KIND'
    when ${denominator}::text = 'AGRICULTURAL_COOPERATIVES' and not fact.agricultural then 'NOT_AGRICULTURAL'
    when ${denominator}::text = 'GOOD_OR_FAIR' and fact.rating is null then 'UNRATED'
    when ${denominator}::text = 'GOOD_OR_FAIR' and fact.rating not in ('GOOD', 'FAIR') then 'RATED_LOWER'
  end`;

/** Commodities with a linkage in force on the day; their groups overlap, and each counts the whole scope. */
async function readCommodities(database: Queryable, reading: Reading): Promise<ParticipationGroup[]> {
  const [day = ''] = reading.days;
  const tallies = await database.query<Tally & { knownAt: Date }>(sql`
    with moment as materialized (${momentOf(reading)}), member as materialized (
      select fact.organization_id, ${reasonOf(reading.denominator)} as reason
      from participation.profile_fact fact
      where fact.valid @> ${day}::date and fact.known @> (select known_at from moment) and ${inScope(reading)}
    ), link as materialized (
      select fact.organization_id, fact.commodity_code as key, fact.by_attestation
      from participation.link_fact fact
      where fact.valid @> ${day}::date and fact.known @> (select known_at from moment) and fact.commodity_code <> ''
        and (${reading.scope.commodityCodes}::text[] is null or fact.commodity_code = any(${reading.scope.commodityCodes}::text[]))
    ), pair as materialized (
      -- A full join is hashed, always: see readTallies.
      select member.organization_id, member.reason, link.key, link.by_attestation
      from member full join link on link.organization_id = member.organization_id
    ), counted as (
      select reason, count(*) as organizations from member group by reason
    ), linked as (
      select key, reason, count(*) as participating, count(*) filter (where by_attestation) as by_attestation
      from pair where organization_id is not null and key is not null group by key, reason
    )
    select moment.known_at as "knownAt", ${day}::date as day, commodity.key, counted.reason, coalesce(counted.organizations, 0) as organizations,
      coalesce(linked.participating, 0) as participating, coalesce(linked.by_attestation, 0) as "byAttestation"
    from moment cross join (select distinct key from link) commodity left join counted on true
    left join linked on linked.key = commodity.key and linked.reason is not distinct from counted.reason
    order by commodity.key collate "C"`);
  const [first] = tallies;
  if (!first) return [];
  return [...new Set(tallies.map(({ key }) => key))].map((key) => {
    const ofKey = tallies.filter((tally) => tally.key === key);
    // No commodity has a target.
    return { key, rate: sumReadings(ofKey, reading, day, first.knownAt, []) };
  });
}
