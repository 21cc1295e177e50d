import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Contracts1795300000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema contracts;
      create sequence contracts.contract_number;

      create table contracts.contract (
        id uuid primary key default uuidv7(),
        number text not null unique,
        origin text not null check (origin in ('SIGNED_HERE', 'ATTESTED')),
        status text not null check (status in ('OFFERED', 'SIGNED', 'COMPLETED', 'TERMINATED', 'DECLINED', 'WITHDRAWN')),
        form text not null,
        version integer not null,
        offered_by uuid,
        terms text,
        evidence text,
        starts_on date not null,
        ends_on date not null,
        valid_until date,
        signed_on date,
        terminated_on date,
        attested_by uuid,
        commodity_codes text[] not null,
        created_at timestamptz not null,
        check (ends_on >= starts_on),
        check ((signed_on is null) = (status in ('OFFERED', 'DECLINED', 'WITHDRAWN')))
      );
      comment on column contracts.contract.status is 'what was done; what a day does (EXPIRED, COMPLETED after endsOn) is a function of the day';
      create index contract_newest on contracts.contract (created_at desc, id desc);

      create table contracts.contract_party (
        contract_id uuid not null references contracts.contract,
        organization_id uuid not null,
        roles text[] not null,
        lead boolean not null,
        position integer not null,
        primary key (contract_id, organization_id)
      );
      create index contract_party_organization on contracts.contract_party (organization_id, contract_id);

      create table contracts.contract_version (
        contract_id uuid not null references contracts.contract,
        version integer not null,
        offered_by uuid not null,
        offered_at timestamptz not null,
        starts_on date not null,
        ends_on date not null,
        terms text,
        primary key (contract_id, version)
      );

      create table contracts.contract_line (
        id uuid primary key default uuidv7(),
        contract_id uuid not null references contracts.contract,
        version integer not null,
        position integer not null,
        supplier_id uuid not null,
        buyer_id uuid not null,
        listing_id uuid,
        demand_id uuid,
        commodity_code text not null,
        variety text,
        grade text,
        quantity_kg numeric(13, 3) not null check (quantity_kg > 0),
        accepted_kg numeric(13, 3) not null default 0,
        price_mechanism text not null,
        price_vnd_per_kg numeric(9, 0) not null,
        unique (contract_id, version, position)
      );
      create index contract_line_supplier on contracts.contract_line (supplier_id);

      create table contracts.signature (
        contract_id uuid not null references contracts.contract,
        version integer not null,
        organization_id uuid not null,
        user_id uuid not null,
        signed_at timestamptz not null,
        primary key (contract_id, version, organization_id)
      );

      create table contracts.contract_event (
        contract_id uuid not null references contracts.contract,
        sequence integer not null,
        type text not null,
        at timestamptz not null,
        organization_id uuid,
        version integer not null,
        facts jsonb not null,
        hash text not null,
        primary key (contract_id, sequence)
      );
      comment on table contracts.contract_event is 'append-only: hash covers the entry and the hash before it';
      create function contracts.refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'the history of a contract is append-only'; end $$;
      create trigger contract_event_append_only before update or delete on contracts.contract_event
        for each row execute function contracts.refuse_change();

      create table contracts.delivery (
        id uuid primary key default uuidv7(),
        contract_id uuid not null references contracts.contract,
        line_id uuid not null references contracts.contract_line,
        delivered_on date not null,
        quantity_kg numeric(13, 3) not null,
        accepted_kg numeric(13, 3) not null,
        grade text,
        note text,
        recorded_by uuid not null,
        recorded_at timestamptz not null
      );
      create index delivery_contract on contracts.delivery (contract_id, recorded_at desc, id desc);

      create view contracts.linkage_v as
        select id as contract_id, origin, form, commodity_codes,
          daterange(greatest(starts_on, signed_on), least(ends_on + 1, terminated_on)) as in_force
        from contracts.contract
        where signed_on is not null and form <> 'SPOT_SALE'
          and greatest(starts_on, signed_on) < least(ends_on + 1, terminated_on);
      comment on view contracts.linkage_v is 'signed contracts of a linkage form, and the days on which they are in force';
      create view contracts.party_v as select contract_id, organization_id from contracts.contract_party;
      create view contracts.supply_v as
        select line.supplier_id, line.quantity_kg, line.accepted_kg,
          least(contract.ends_on, contract.terminated_on - 1) as last_day_in_force
        from contracts.contract_line line join contracts.contract on contract.id = line.contract_id and contract.version = line.version
        where contract.signed_on is not null and contract.origin = 'SIGNED_HERE'
          and greatest(contract.starts_on, contract.signed_on) < least(contract.ends_on + 1, contract.terminated_on);
      comment on view contracts.supply_v is 'lines of contracts signed here that were in force for a day at least, of which a supplier''s reliability is made';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema contracts cascade`);
  }
}
