import type { Queryable } from '@lienket/platform';
import sql from 'sql-template-tag';
import { sumReadings, type DatedTarget, type Reading, type Tally } from './figure.js';
import type { Denominator, ParticipationDimension, ParticipationGroup, ParticipationRate } from './linkage-share.js';
import { inScope, momentOf, reasonOf, type Tallies } from './tallies.js';

/** Groups are listed by their key. */
const KINDS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'COOPERATIVE_UNION', 'ENTERPRISE'];
const RATINGS = ['AVERAGE', 'FAIR', 'GOOD', 'UNRATED', 'WEAK'];

export async function readRates(database: Queryable, tallies: Tallies, reading: Reading): Promise<ParticipationRate[]> {
  const [{ rows, knownAt }, targets] = await Promise.all([
    tallies.of(reading, 'ALL'),
    readTargets(database, reading.denominator),
  ]);
  return reading.days.map((day) =>
    sumReadings(
      rows.filter((tally) => tally.day === day),
      reading,
      day,
      knownAt,
      targets,
    ),
  );
}

/** The figure of each key of a dimension, in the order of the keys; see ParticipationDimension in the API. */
export async function readGroups(
  database: Queryable,
  tallies: Tallies,
  reading: Reading,
  dimension: ParticipationDimension,
): Promise<ParticipationGroup[]> {
  if (dimension === 'COMMODITY') return readCommodities(database, reading);
  const [{ rows, knownAt }, targets, keys] = await Promise.all([
    tallies.of(reading, dimension),
    readTargets(database, reading.denominator),
    keysOf(database, dimension),
  ]);
  const [day = ''] = reading.days;
  return keys.map((key) => {
    const narrowed = { ...reading, scope: { ...reading.scope, ...scopeOf(dimension, key, reading) } };
    return {
      key,
      rate: sumReadings(
        rows.filter((tally) => tally.key === key),
        narrowed,
        day,
        knownAt,
        targets,
      ),
    };
  });
}

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
      -- A full join is hashed, always: see tallies.ts.
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
