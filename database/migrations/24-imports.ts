import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Imports from Excel. Whoever starts one alone sees it, its file and the rows that came back. The worker's role reads and checks; what is
 * saved is saved by the API's role on behalf of who started it, in whose transaction the import becomes IMPORTED.
 */
export class Imports1795900000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.keep(runner);
    await this.guard(runner);
  }

  private async keep(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema imports;
      create table imports.import (
        id uuid primary key default uuidv7(),
        started_by uuid not null,
        kind text not null check (kind in ('REGISTER', 'RATINGS')),
        file_name text not null check (char_length(file_name) between 1 and 200),
        created_at timestamptz not null,
        status text not null default 'QUEUED'
          check (status in ('QUEUED', 'CHECKING', 'SAVING', 'IMPORTED', 'REJECTED', 'UNREADABLE', 'FAILED', 'CANCELLED')),
        run integer not null default 0,
        leased_until timestamptz,
        rows_done integer not null default 0,
        rows_of integer,
        rejected_count integer,
        fault_en text,
        fault_vi text,
        check ((status = 'REJECTED') = (rejected_count is not null)),
        check ((status = 'UNREADABLE') = (num_nonnulls(fault_en, fault_vi) = 2)),
        check (status <> 'IMPORTED' or rows_done = rows_of)
      );
      comment on column imports.import.run is 'how often it was begun: only the newest run may write';
      comment on column imports.import.leased_until is 'a run that lets this pass is lost, and the import is begun again';
      comment on column imports.import.rows_done is 'checked while CHECKING, saved while SAVING: none of these is seen before all are';
      comment on column imports.import.rows_of is 'null until the file has been read';
      create index import_newest on imports.import (started_by, created_at desc, id desc);
      create index import_unfinished on imports.import (created_at) where status in ('QUEUED', 'CHECKING', 'SAVING');

      create table imports.import_file (
        import_id uuid primary key references imports.import on delete cascade,
        content bytea not null
      );
      comment on table imports.import_file is 'what was sent, until the import has ended';
      create table imports.rejected_file (
        import_id uuid primary key references imports.import on delete cascade,
        content bytea not null
      );
      comment on table imports.rejected_file is 'the rows that can not be taken, and why, as Excel';
      alter table imports.import_file alter column content set storage external;
      alter table imports.rejected_file alter column content set storage external;
    `);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema imports to lienket_api, lienket_worker;
      grant select, insert (started_by, kind, file_name, created_at), update (status, rows_done), delete on imports.import to lienket_api;
      grant insert on imports.import_file to lienket_api;
      grant select on imports.rejected_file to lienket_api;
      grant select, update (status, run, leased_until, rows_done, rows_of, rejected_count, fault_en, fault_vi), delete on imports.import to lienket_worker;
      grant select, delete on imports.import_file to lienket_worker;
      grant insert on imports.rejected_file to lienket_worker;

      alter table imports.import enable row level security, force row level security;
      alter table imports.import_file enable row level security, force row level security;
      alter table imports.rejected_file enable row level security, force row level security;

      create policy own_read on imports.import for select to lienket_api using (started_by = (select platform.actor('user_id'))::uuid);
      create policy own_add on imports.import for insert to lienket_api
        with check (started_by = (select platform.actor('user_id'))::uuid and (select platform.actor('role')) in ('PROGRAM_MANAGER', 'ADMINISTRATOR'));
      create policy own_end on imports.import for update to lienket_api using (started_by = (select platform.actor('user_id'))::uuid);
      create policy ended_only on imports.import as restrictive for update to lienket_api
        using (status in ('QUEUED', 'CHECKING', 'SAVING')) with check (status in ('CANCELLED', 'IMPORTED'));
      create policy own_erase on imports.import for delete to lienket_api using (started_by = (select platform.actor('user_id'))::uuid);
      create policy jobs_read on imports.import for select to lienket_worker using (true);
      create policy jobs_run on imports.import for update to lienket_worker using (true) with check (status <> 'IMPORTED');
      create policy jobs_forget on imports.import for delete to lienket_worker using (created_at < clock_timestamp() - interval '90 days');

      create policy own_add on imports.import_file for insert to lienket_api
        with check (exists (select from imports.import i where i.id = import_id and i.status = 'QUEUED' and i.run = 0));
      create policy jobs_read on imports.import_file for select to lienket_worker using (true);
      create policy jobs_drop on imports.import_file for delete to lienket_worker
        using (exists (select from imports.import i where i.id = import_id and i.status not in ('QUEUED', 'CHECKING', 'SAVING')));

      create policy own_read on imports.rejected_file for select to lienket_api
        using (exists (select from imports.import i where i.id = import_id));
      create policy jobs_add on imports.rejected_file for insert to lienket_worker with check (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema imports cascade');
  }
}
