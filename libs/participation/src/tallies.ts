import type { Day, Queryable } from '@lienket/platform';
import { LRUCache } from 'lru-cache';
import sql, { type Sql } from 'sql-template-tag';
import type { Reading, Tally } from './figure.js';
import type { Denominator, ParticipationDimension } from './linkage-share.js';

/** Of a few kilobytes each. */
const REMEMBERED_MAX = 300;
/** Days in one statement: bits of a bigint. */
const BITS = 60;

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
    const parts = Array.from({ length: Math.ceil(reading.days.length / BITS) }, (_, part) =>
      this.shared({ ...reading, knownAt, days: reading.days.slice(part * BITS, (part + 1) * BITS) }, key),
    );
    return { rows: (await Promise.all(parts)).flat(), knownAt };
  }

  private shared(reading: Reading, key: TallyKey): Promise<Tally[]> {
    const { knownAt, denominator, days, scope } = reading;
    const { provinceCodes, kinds, commodityCodes } = scope;
    const asked = JSON.stringify([knownAt, key, denominator, days, provinceCodes, kinds, commodityCodes]);
    return this.remembered.get(asked) ?? this.count(asked, reading, KEY_OF[key]);
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

/**
 * Each fact is looked at once, however many days are asked for: the days on which it holds are bits of one number. A day by itself is one
 * bit, and counted as fast as if there were no others.
 */
function countTallies(database: Queryable, reading: Reading, key: Sql): Promise<Tally[]> {
  const { days, scope, denominator } = reading;
  return database.query<Tally>(sql`
    with moment as materialized (${momentOf(reading)}), member as (
      select fact.organization_id, ${key} as key, ${reasonOf(denominator)} as reason, ${bitsOf(days)} as days
      from participation.profile_fact fact
      where ${holdsOnAnyOf(days)} and fact.known @> (select known_at from moment) and ${inScope(reading)}
    ), link as (
      select fact.organization_id, bit_or(${bitsOf(days)}) as linked,
        coalesce(bit_or(${bitsOf(days)}) filter (where not fact.by_attestation), 0) as signed
      from participation.link_fact fact
      where ${holdsOnAnyOf(days)} and fact.known @> (select known_at from moment)
        and fact.commodity_code = any(${scope.commodityCodes ?? ['']}::text[])
      group by fact.organization_id
    ), alike as (
      -- A full join is hashed, always: believing that few facts are known, the planner would loop over a left one for half a minute.
      select key, reason, days, linked, signed, count(member.organization_id) as organizations
      from member full join link on link.organization_id = member.organization_id
      group by key, reason, days, linked, signed
      having count(member.organization_id) > 0
    ), day as (
      select day, 1::int8 << (place::int - 1) as bit from unnest(${days}::date[]) with ordinality as asked (day, place)
    )
    select day.day, key, reason, sum(organizations)::int8 as organizations,
      coalesce(sum(organizations) filter (where linked & bit > 0), 0)::int8 as participating,
      coalesce(sum(organizations) filter (where linked & ~signed & bit > 0), 0)::int8 as "byAttestation"
    from alike join day on alike.days & day.bit > 0
    group by day.day, key, reason`);
}

/** The days, which ascend, on which a fact holds: the first is the lowest bit. */
const bitsOf = (days: readonly Day[]): Sql => sql`
  (1::int8 << coalesce(width_bucket(upper(fact.valid) - 1, ${days}::date[]), ${days.length}))
  - (1::int8 << coalesce(width_bucket(lower(fact.valid) - 1, ${days}::date[]), 0))`;

const holdsOnAnyOf = (days: readonly Day[]): Sql => sql`
  fact.valid && daterange(${days[0]}::date, ${days.at(-1)}::date, '[]')`;

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
