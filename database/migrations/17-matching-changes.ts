import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table, the event, the alias of its rows, what it is about, and the column with the id. */
const NOTED = [
  ['market.listing', 'insert', 'new', 'LISTING', 'id'],
  ['market.listing', 'update', 'new', 'LISTING', 'id'],
  ['market.demand', 'insert', 'new', 'DEMAND', 'id'],
  ['market.demand', 'update', 'new', 'DEMAND', 'id'],
  ['registry.organization_profile', 'insert', 'new', 'ORGANIZATION', 'organization_id'],
  ['registry.organization_profile', 'update', 'new', 'ORGANIZATION', 'organization_id'],
  ['registry.organization_profile', 'delete', 'old', 'ORGANIZATION', 'organization_id'],
  ['contracts.contract_line', 'insert', 'new', 'ORGANIZATION', 'supplier_id'],
  ['contracts.contract_line', 'update', 'new', 'ORGANIZATION', 'supplier_id'],
  ['participation.link_fact', 'insert', 'new', 'ORGANIZATION', 'organization_id'],
  ['participation.link_fact', 'update', 'new', 'ORGANIZATION', 'organization_id'],
] as const;

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

      grant usage on schema matching to lienket_api, lienket_worker;
      grant select, insert on matching.change to lienket_api;
      grant select (noted_at), insert, delete on matching.change to lienket_worker;
    `);
    for (const [table, event, rows, about, column] of NOTED)
      await runner.query(`
        create trigger note_${event} after ${event} on ${table} referencing ${rows} table as changed
          for each statement execute function matching.note_change('${about}', '${column}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, event] of NOTED) await runner.query(`drop trigger note_${event} on ${table}`);
    await runner.query(`
      drop trigger note_place on registry.organization;
      drop trigger note_contract on contracts.contract;
      drop function matching.note_change, matching.note_place, matching.note_contract;
      drop table matching.change;
    `);
  }
}
