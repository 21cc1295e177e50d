import sql, { type Sql } from 'sql-template-tag';

/** Which organizations a statement recounts: some by id, or all. */
export const everyOrganization: Sql = sql`select id as organization_id from registry.organization_v`;
export const theseOrganizations = (ids: readonly string[]): Sql =>
  sql`select unnest(${ids}::uuid[]) as organization_id`;

/**
 * What the profile facts of these organizations ought to be, from the registry's history: stretches of days with one
 * status, kind, province, agricultural mark and rating band, as long as they can be.
 */
export const desiredProfiles = (organizations: Sql): Sql => sql`
  select segment.organization_id, unnest(range_agg(segment.valid)) as valid,
    profile.status, profile.kind, profile.province_code, profile.agricultural, rating.band as rating
  from (
    select organization_id, daterange(day, lead(day) over (partition by organization_id order by day)) as valid
    from (
      select organization_id, lower(valid) as day
      from registry.organization_profile_v where organization_id in (${organizations})
      union
      select rating.organization_id, lower(rating.valid)
      from registry.rating_v rating
      join (
        select organization_id, min(lower(valid)) as registered_on
        from registry.organization_profile_v where organization_id in (${organizations}) group by organization_id
      ) registration on registration.organization_id = rating.organization_id and lower(rating.valid) > registration.registered_on
    ) bound
  ) segment
  join registry.organization_profile_v profile
    on profile.organization_id = segment.organization_id and profile.valid @> lower(segment.valid)
  left join registry.rating_v rating
    on rating.organization_id = segment.organization_id and rating.valid @> lower(segment.valid)
  group by segment.organization_id, profile.status, profile.kind, profile.province_code, profile.agricultural, rating.band`;

/**
 * What the link facts of these organizations ought to be (linkage-share@1): for each commodity, and for any ('' as
 * code), the days on which the organization is a party to a contract in force together with another organization that is
 * ACTIVE on the day and neither its union nor its member on the day. Days that rest on attested contracts alone are apart.
 */
export const desiredLinks = (organizations: Sql): Sql => sql`
  with mine as materialized (
    select party.organization_id, linkage.contract_id, linkage.origin, linkage.commodity_codes, linkage.in_force
    from contracts.party_v party join contracts.linkage_v linkage using (contract_id)
    where party.organization_id in (${organizations})
  ), partner as materialized (
    -- What the contract says goes along: joined again, after thousands came at once, it would be by the organization alone.
    select mine.*, other.organization_id as partner_id
    from mine join contracts.party_v other on other.contract_id = mine.contract_id and other.organization_id <> mine.organization_id
  ), stranger as materialized (
    select pair.organization_id, pair.partner_id,
      coalesce((select range_agg(valid) from registry.organization_profile_v
        where organization_id = pair.partner_id and status = 'ACTIVE'), '{}')
      - coalesce((select range_agg(valid) from registry.organization_profile_v
        where organization_id = pair.organization_id and union_id = pair.partner_id), '{}')
      - coalesce((select range_agg(valid) from registry.organization_profile_v
        where organization_id = pair.partner_id and union_id = pair.organization_id), '{}') as days
    from (select distinct organization_id, partner_id from partner) pair
  ), linked as (
    select organization_id, origin, commodity_codes, unnest(datemultirange(in_force) * stranger.days) as valid
    from partner join stranger using (organization_id, partner_id)
  ), summed as (
    select organization_id, commodity_code,
      range_agg(valid) as days,
      coalesce(range_agg(valid) filter (where origin = 'SIGNED_HERE'), '{}') as days_signed_here
    from linked cross join unnest(commodity_codes || ''::text) as commodity_code
    group by organization_id, commodity_code
  )
  select organization_id, commodity_code, unnest(days_signed_here) as valid, false as by_attestation from summed
  union all
  select organization_id, commodity_code, unnest(days - days_signed_here), true from summed`;
