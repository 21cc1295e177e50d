import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What matching keeps in memory is kept current from here: every statement that changes what a match is made of leaves the ids that it
 * touched, with its transaction. Who has read up to a snapshot finds what has become visible since, whatever the order of commits.
 */
export class MatchingChanges1795900000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists matching;
      create table matching.change (
        about text not null check (about in ('LISTING', 'DEMAND', 'ORGANIZATION')),
        id uuid not null,
        made_in xid8 not null default pg_current_xact_id(),
        noted_at timestamptz not null default now()
      );
      comment on table matching.change is 'ids of what has changed of what matches are made of, and the transaction that changed it; kept for two days';
      create index change_made_in on matching.change (made_in);
      create index change_noted_at on matching.change (noted_at);

      create function matching.note_change() returns trigger language plpgsql set search_path = '' as $$
        begin
          execute format('insert into matching.change (about, id) select distinct %L, %I from changed where %I is not null', tg_argv[0], tg_argv[1], tg_argv[1]);
          return null;
        end $$;
      create function matching.note_place() returns trigger language plpgsql set search_path = '' as $$
        begin
          insert into matching.change (about, id) values ('ORGANIZATION', new.id);
          return null;
        end $$;
      create function matching.note_contract() returns trigger language plpgsql set search_path = '' as $$
        begin
          insert into matching.change (about, id)
            select distinct 'ORGANIZATION', line.supplier_id from contracts.contract_line line where line.contract_id = new.id;
          return null;
        end $$;

      create trigger note_place after update on registry.organization for each row
        when ((old.latitude, old.longitude) is distinct from (new.latitude, new.longitude)) execute function matching.note_place();
      create trigger note_contract after update on contracts.contract for each row
        when ((old.version, old.starts_on, old.ends_on, old.signed_on, old.terminated_on)
          is distinct from (new.version, new.starts_on, new.ends_on, new.signed_on, new.terminated_on))
        execute function matching.note_contract();

      create trigger note_insert after insert on market.listing referencing new table as changed
        for each statement execute function matching.note_change('LISTING', 'id');
      create trigger note_update after update on market.listing referencing new table as changed
        for each statement execute function matching.note_change('LISTING', 'id');
      create trigger note_insert after insert on market.demand referencing new table as changed
        for each statement execute function matching.note_change('DEMAND', 'id');
      create trigger note_update after update on market.demand referencing new table as changed
        for each statement execute function matching.note_change('DEMAND', 'id');
      create trigger note_insert after insert on registry.organization_profile referencing new table as changed
        for each statement execute function matching.note_change('ORGANIZATION', 'organization_id');
      create trigger note_update after update on registry.organization_profile referencing new table as changed
        for each statement execute function matching.note_change('ORGANIZATION', 'organization_id');
      create trigger note_delete after delete on registry.organization_profile referencing old table as changed
        for each statement execute function matching.note_change('ORGANIZATION', 'organization_id');
      create trigger note_insert after insert on contracts.contract_line referencing new table as changed
        for each statement execute function matching.note_change('ORGANIZATION', 'supplier_id');
      create trigger note_update after update on contracts.contract_line referencing new table as changed
        for each statement execute function matching.note_change('ORGANIZATION', 'supplier_id');
      create trigger note_insert after insert on participation.link_fact referencing new table as changed
        for each statement execute function matching.note_change('ORGANIZATION', 'organization_id');
      create trigger note_update after update on participation.link_fact referencing new table as changed
        for each statement execute function matching.note_change('ORGANIZATION', 'organization_id');

      grant usage on schema matching to lienket_api, lienket_worker;
      grant select, insert on matching.change to lienket_api;
      grant select (noted_at), insert, delete on matching.change to lienket_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger note_insert on market.listing;
      drop trigger note_update on market.listing;
      drop trigger note_insert on market.demand;
      drop trigger note_update on market.demand;
      drop trigger note_insert on registry.organization_profile;
      drop trigger note_update on registry.organization_profile;
      drop trigger note_delete on registry.organization_profile;
      drop trigger note_insert on contracts.contract_line;
      drop trigger note_update on contracts.contract_line;
      drop trigger note_insert on participation.link_fact;
      drop trigger note_update on participation.link_fact;
      drop trigger note_place on registry.organization;
      drop trigger note_contract on contracts.contract;
      drop function matching.note_change, matching.note_place, matching.note_contract;
      drop table matching.change;
    `);
  }
}
