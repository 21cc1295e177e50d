import type { Queryable } from '@lienket/platform';
import { LRUCache } from 'lru-cache';
import sql, { type Sql } from 'sql-template-tag';
import type { Reading, Tally } from './figure.js';
import type { Denominator, ParticipationDimension } from './linkage-share.js';

/** Of a few kilobytes each. */
const REMEMBERED_MAX = 300;

/** What tallies are kept apart by. */
type TallyKey = 'ALL' | Exclude<ParticipationDimension, 'COMMODITY'>;

const KEY_OF: Readonly<Record<TallyKey, Sql>> = {
  ALL: sql`''`,
  PROVINCE: sql`fact.province_code`,
  KIND: sql`fact.kind`,
  RATING: sql`coalesce(fact.rating, 'UNRATED')`,
};

/**
 * How many organizations there are of each sort. What was known at an instant stays as it was for ever, so that everybody who asks the
 * same of one instant shares one count, also those who ask while it is being counted.
 */
export class Tallies {
  private readonly remembered = new LRUCache<string, Promise<Tally[]>>({ max: REMEMBERED_MAX });

  constructor(private readonly database: Queryable) {}

  async of(reading: Reading, key: TallyKey): Promise<{ rows: readonly Tally[]; knownAt: Date }> {
    const knownAt = await this.moment(reading);
    const { denominator, days, scope } = reading;
    const { provinceCodes, kinds, commodityCodes } = scope;
    const asked = JSON.stringify([knownAt, key, denominator, days, provinceCodes, kinds, commodityCodes]);
    const rows = this.remembered.get(asked) ?? this.count(asked, { ...reading, knownAt }, KEY_OF[key]);
    return { rows: await rows, knownAt };
  }

  private async moment(reading: Reading): Promise<Date> {
    const [moment] = await this.database.query<{ known_at: Date | null }>(momentOf(reading));
    if (!moment?.known_at) throw new Error('No known instant was recorded.');
    return moment.known_at;
  }

  private count(asked: string, reading: Reading, key: Sql): Promise<Tally[]> {
    const rows = countTallies(this.database, reading, key).catch((fault: unknown) => {
      this.remembered.delete(asked);
      throw fault;
    });
    this.remembered.set(asked, rows);
    return rows;
  }
}

/** The newest instant up to the one asked for; the first stands for whatever lies before it. */
export const momentOf = ({ knownAt }: Reading): Sql => sql`
  select coalesce(max(at), (select min(at) from participation.known_instant)) as known_at
  from participation.known_instant where at <= coalesce(${knownAt}::timestamptz, 'infinity')`;

function countTallies(database: Queryable, reading: Reading, key: Sql): Promise<Tally[]> {
  return database.query<Tally>(sql`
    with moment as materialized (${momentOf(reading)}), day as (
      select unnest(${reading.days}::date[]) as day
    ), member as (
      select day.day, fact.organization_id, ${key} as key, ${reasonOf(reading.denominator)} as reason
      from participation.profile_fact fact join day on fact.valid @> day.day
      where fact.known @> (select known_at from moment) and ${inScope(reading)}
    ), link as (
      ${linksOn(reading)}
    )
    -- A full join is hashed, always: believing that few facts are known, the planner would loop over a left one for half a minute.
    select member.day, member.key, member.reason, count(member.organization_id) as organizations,
      count(*) filter (where link.organization_id is not null) as participating,
      count(*) filter (where link.by_attestation) as "byAttestation"
    from member full join link on link.day = member.day and link.organization_id = member.organization_id
    group by member.day, member.key, member.reason
    having count(member.organization_id) > 0`);
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
