import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Market1795300000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema market;

      create table market.listing (
        id uuid primary key default uuidv7(),
        organization_id uuid not null,
        commodity_code text not null,
        variety text,
        grade text,
        certifications text[] not null default '{}',
        quantity_kg numeric(13, 3) not null,
        held_kg numeric(13, 3) not null default 0,
        minimum_lot_kg numeric(13, 3) not null,
        available daterange not null,
        ask_price_vnd_per_kg numeric(9, 0),
        province_code text not null,
        latitude double precision,
        longitude double precision,
        withdrawn_at timestamptz,
        created_at timestamptz not null,
        check (held_kg between 0 and quantity_kg)
      );
      create index listing_newest on market.listing (created_at desc, id desc);
      create index listing_organization on market.listing (organization_id);
      create index listing_fit on market.listing using gist (commodity_code, available) where withdrawn_at is null;

      create table market.demand (
        id uuid primary key default uuidv7(),
        buyer_id uuid not null,
        commodity_code text not null,
        variety text,
        minimum_grade text,
        required_certifications text[] not null default '{}',
        quantity_kg numeric(13, 3) not null,
        held_kg numeric(13, 3) not null default 0,
        minimum_lot_kg numeric(13, 3) not null,
        maximum_suppliers integer,
        deliver daterange not null,
        maximum_price_vnd_per_kg numeric(9, 0),
        province_code text not null,
        latitude double precision,
        longitude double precision,
        withdrawn_at timestamptz,
        created_at timestamptz not null,
        check (held_kg between 0 and quantity_kg)
      );
      create index demand_newest on market.demand (created_at desc, id desc);
      create index demand_buyer on market.demand (buyer_id);
      create index demand_fit on market.demand using gist (commodity_code, deliver) where withdrawn_at is null;

      create table market.posting_acquaintance (
        posting_id uuid not null,
        organization_id uuid not null,
        primary key (posting_id, organization_id)
      );
      comment on table market.posting_acquaintance is 'organization_id sees the posting whatever its status: a contract that it is a party to refers to it';

      create view market.listing_v as select * from market.listing;
      create view market.demand_v as select * from market.demand;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema market cascade`);
  }
}
