import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Registry1795300000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema registry;
      create extension if not exists btree_gist;
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;

      create function registry.plain_text(value text) returns text
        language sql immutable parallel safe
        return replace(lower(public.unaccent('public.unaccent', normalize(value, nfc))), 'đ', 'd');
      comment on function registry.plain_text is 'lower case without diacritics, so that dua finds dứa';

      create table registry.province (
        code text primary key,
        name_vi text not null,
        name_en text not null,
        region_vi text not null,
        region_en text not null,
        seat_latitude double precision not null,
        seat_longitude double precision not null
      );
      create table registry.former_province (
        code text not null,
        name_vi text not null,
        province_code text not null references registry.province,
        valid daterange not null,
        primary key (code, valid without overlaps)
      );
      create table registry.commodity (
        code text primary key,
        name_vi text not null,
        name_en text not null,
        hs_code text,
        perishable_days integer,
        grades text[] not null,
        trade_unit text not null,
        kg_per_trade_unit numeric not null
      );
      create table registry.certification_scheme (
        code text primary key,
        name_vi text not null,
        name_en text not null
      );

      create table registry.organization (
        id uuid primary key default uuidv7(),
        name text not null,
        tax_code text unique,
        commune text,
        latitude double precision,
        longitude double precision,
        chain_roles text[] not null,
        member_count integer,
        high_tech boolean not null default false,
        contact_name text,
        contact_phone text,
        contact_email text,
        created_at timestamptz not null,
        check ((latitude is null) = (longitude is null))
      );
      create index organization_name on registry.organization (name collate "vi-VN-x-icu", id);
      create index organization_plain_name on registry.organization using gin (registry.plain_text(name) gin_trgm_ops);

      create table registry.organization_profile (
        organization_id uuid not null references registry.organization,
        valid daterange not null,
        status text not null check (status in ('PENDING', 'ACTIVE', 'SUSPENDED', 'DISSOLVED')),
        kind text not null check (kind in ('COOPERATIVE_GROUP', 'COOPERATIVE', 'COOPERATIVE_UNION', 'ENTERPRISE')),
        province_code text not null references registry.province,
        agricultural boolean not null,
        union_id uuid references registry.organization,
        check (not isempty(valid)),
        primary key (organization_id, valid without overlaps)
      );
      comment on table registry.organization_profile is 'what an organization was on which days; the days of one organization lie without gap from its registration on';
      create index organization_profile_union on registry.organization_profile (union_id) where union_id is not null;
      create index organization_profile_province on registry.organization_profile (province_code);

      create table registry.status_decision (
        organization_id uuid not null references registry.organization,
        status text not null,
        effective_on date not null,
        reason text,
        decided_by uuid not null,
        decided_at timestamptz not null
      );
      comment on table registry.status_decision is 'who set which status, and why; what holds is in organization_profile';
      create index status_decision_organization on registry.status_decision (organization_id, decided_at);

      create table registry.rating (
        organization_id uuid not null references registry.organization,
        year integer not null,
        score numeric not null check (score between 0 and 100),
        band text not null check (band in ('GOOD', 'FAIR', 'AVERAGE', 'WEAK')),
        primary key (organization_id, year)
      );

      create table registry.claim (
        organization_id uuid not null references registry.organization,
        user_id uuid not null,
        claimed_at timestamptz not null,
        primary key (organization_id, user_id)
      );

      create table registry.acquaintance (
        organization_id uuid not null references registry.organization,
        seen_by uuid not null references registry.organization,
        contact boolean not null,
        partner boolean not null,
        primary key (seen_by, organization_id)
      );
      comment on table registry.acquaintance is 'seen_by sees organization_id whatever its status; contact: its contact too; partner: its exact location too';
      create index acquaintance_organization on registry.acquaintance (organization_id);

      create view registry.organization_v as
        select id, name, latitude, longitude, chain_roles, created_at from registry.organization;
      create view registry.organization_profile_v as
        select organization_id, valid, status, kind, province_code, agricultural, union_id from registry.organization_profile;
      create view registry.rating_v as
        select organization_id, year, score, band,
          daterange(make_date(year, 12, 31), make_date(lead(year) over (partition by organization_id order by year), 12, 31)) as valid
        from registry.rating;
      create view registry.province_v as select * from registry.province;
      create view registry.commodity_v as select * from registry.commodity;
      create view registry.certification_scheme_v as select * from registry.certification_scheme;
      create view registry.acquaintance_v as select * from registry.acquaintance;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema registry cascade`);
  }
}
