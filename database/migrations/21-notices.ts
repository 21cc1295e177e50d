import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices are made by the worker's jobs alone; the API reads what is its viewer's, and writes what the viewer has read. */
export class Notices1795900000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.tell(runner);
    await this.guard(runner);
  }

  private async tell(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view contracts.history_v with (security_invoker = true) as
        select contract_id, sequence, type, at, organization_id from contracts.contract_event;
      grant select on contracts.history_v to lienket_api, lienket_worker;

      create schema notices;
      create table notices.notice (
        id uuid primary key default uuidv7(),
        organization_id uuid not null,
        kind text not null check (kind in ('OFFERED', 'COUNTERED', 'SIGNED_BY_PARTY', 'SIGNED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'TERMINATED',
          'DELIVERY_RECORDED', 'COMPLETED', 'ATTESTED')),
        contract_id uuid not null,
        sequence integer not null,
        at timestamptz not null,
        unique nulls not distinct (organization_id, contract_id, kind, sequence)
      );
      comment on table notices.notice is 'that something happened, and whom it concerns: what is said of it is made of the facts when it is read. Kept for 90 days';
      comment on column notices.notice.sequence is 'of the entry in the contract''s history';
      create index notice_organization on notices.notice (organization_id, at desc, id desc);
      create index notice_at on notices.notice (at);

      create table notices.read_mark (
        user_id uuid not null,
        notice_id uuid not null references notices.notice on delete cascade,
        primary key (user_id, notice_id)
      );
      comment on table notices.read_mark is 'who has read what; one who is told nothing of it any more keeps the mark until the notice goes';
      create index read_mark_notice on notices.read_mark (notice_id);
    `);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema notices to lienket_api, lienket_worker;
      grant select on notices.notice to lienket_api;
      grant select, insert, delete on notices.read_mark to lienket_api;
      grant select, insert, delete on notices.notice to lienket_worker;

      alter table notices.notice enable row level security, force row level security;
      alter table notices.read_mark enable row level security, force row level security;

      create policy own_read on notices.notice for select to lienket_api
        using (organization_id = (select platform.actor('organization_id'))::uuid);
      create policy jobs_read on notices.notice for select to lienket_worker using (true);
      create policy jobs_add on notices.notice for insert to lienket_worker with check (true);
      create policy jobs_forget on notices.notice for delete to lienket_worker using (at < clock_timestamp() - interval '90 days');

      create policy own_read on notices.read_mark for select to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy own_add on notices.read_mark for insert to lienket_api with check (user_id = (select platform.actor('user_id'))::uuid
        and exists (select from notices.notice where notice.id = notice_id));
      create policy own_erase on notices.read_mark for delete to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop schema notices cascade;
      drop view contracts.history_v;
    `);
  }
}
