import type pg from 'pg';

/** What the oracle is asked: the words of api.graphql, and nothing of the application. */
export interface OracleQuestion {
  readonly day: string;
  readonly denominator: 'ALL' | 'GOOD_OR_FAIR' | 'COOPERATIVES' | 'AGRICULTURAL_COOPERATIVES';
  readonly provinceCodes: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly commodityCodes: readonly string[] | null;
}

export interface OracleAnswer {
  readonly counted: number;
  readonly participating: number;
  readonly byAttestation: number;
  readonly excluded: Readonly<Record<string, number>>;
}

/**
 * Recounts a figure by the words of linkage-share@1, one organization and one contract at a time, from the tables of
 * registry and contracts alone. It shares no code with the application and never reads what participation has written.
 */
export async function askOracle(client: pg.ClientBase, question: OracleQuestion): Promise<OracleAnswer> {
  const { rows } = await client.query<{
    verdict: string;
    organizations: string;
    participating: string;
    by_attestation: string;
  }>(ORACLE, [question.day, question.denominator, question.provinceCodes, question.kinds, question.commodityCodes]);
  const counted = rows.find(({ verdict }) => verdict === 'COUNTED');
  return {
    counted: Number(counted?.organizations ?? 0),
    participating: Number(counted?.participating ?? 0),
    byAttestation: Number(counted?.by_attestation ?? 0),
    excluded: Object.fromEntries(
      rows
        .filter(({ verdict }) => verdict !== 'COUNTED')
        .map(({ verdict, organizations }) => [verdict, Number(organizations)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

const ORACLE = `
with state as (
  select p.organization_id, p.status, p.kind, p.province_code, p.agricultural, p.union_id
  from registry.organization_profile p
  where lower(p.valid) <= $1::date and (upper(p.valid) is null or upper(p.valid) > $1::date)
), holding as (
  select c.id, c.origin
  from contracts.contract c
  where c.status in ('SIGNED', 'COMPLETED', 'TERMINATED')
    and c.form in ('FULL_CHAIN', 'INPUTS', 'PRODUCTION', 'INPUTS_PRODUCTION', 'PRODUCTION_PROCESSING', 'INPUTS_PROCESSING', 'PROCESSING')
    and c.starts_on <= $1::date and c.signed_on <= $1::date and c.ends_on >= $1::date
    and (c.terminated_on is null or c.terminated_on > $1::date)
    and ($5::text[] is null
      or exists (select from contracts.contract_line l where l.contract_id = c.id and l.version = c.version and l.commodity_code = any($5))
      or (c.origin = 'ATTESTED' and c.commodity_codes && $5))
), involved as (
  select a.organization_id, h.origin
  from holding h
  join contracts.contract_party a on a.contract_id = h.id
  join state sa on sa.organization_id = a.organization_id
  where exists (
    select from contracts.contract_party b
    join state sb on sb.organization_id = b.organization_id
    where b.contract_id = h.id and b.organization_id <> a.organization_id and sb.status = 'ACTIVE'
      and (sa.union_id is null or sa.union_id <> b.organization_id)
      and (sb.union_id is null or sb.union_id <> a.organization_id))
), judged as (
  select s.organization_id,
    (select case when r.score >= 80 then 'GOOD' when r.score >= 65 then 'FAIR' when r.score >= 50 then 'AVERAGE' else 'WEAK' end
     from registry.rating r where r.organization_id = s.organization_id and make_date(r.year, 12, 31) <= $1::date
     order by r.year desc limit 1) as band,
    s.status, s.kind, s.agricultural
  from state s
  where ($3::text[] is null or s.province_code = any($3)) and ($4::text[] is null or s.kind = any($4))
), verdicts as (
  select organization_id, case
    when kind = 'ENTERPRISE' then 'ENTERPRISE'
    when status <> 'ACTIVE' then 'NOT_ACTIVE'
    when $2 = 'COOPERATIVES' and kind <> 'COOPERATIVE' then 'OTHER_KIND'
    when $2 = 'AGRICULTURAL_COOPERATIVES' and kind <> 'COOPERATIVE' then 'OTHER_KIND'
    when $2 = 'AGRICULTURAL_COOPERATIVES' and agricultural = false then 'NOT_AGRICULTURAL'
    when $2 = 'GOOD_OR_FAIR' and band is null then 'UNRATED'
    when $2 = 'GOOD_OR_FAIR' and band in ('AVERAGE', 'WEAK') then 'RATED_LOWER'
    else 'COUNTED' end as verdict
  from judged
)
select verdict, count(*) as organizations,
  count(*) filter (where exists (select from involved i where i.organization_id = v.organization_id)) as participating,
  count(*) filter (where exists (select from involved i where i.organization_id = v.organization_id)
    and not exists (select from involved i where i.organization_id = v.organization_id and i.origin = 'SIGNED_HERE')) as by_attestation
from verdicts v group by verdict`;
