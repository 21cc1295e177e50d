import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonalData1795900000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.keepWhoLooked(runner);
  }

  /** Who looked is written by who looks, as who they are, and changed by nobody. The worker throws away what is old. */
  private async keepWhoLooked(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.access_log (
        id uuid primary key default uuidv7(),
        at timestamptz not null,
        user_id uuid not null,
        role text not null check (role in ('PROGRAM_MANAGER', 'ADMINISTRATOR')),
        organization_id uuid not null,
        kind text not null check (kind in ('CONTACT', 'TAX_CODE', 'PLACE', 'CONTRACT_TEXT', 'PERSON')),
        request_id uuid not null,
        unique (request_id, organization_id, kind)
      );
      comment on table identity.access_log is 'which managers and administrators looked at what is personal in which organization; one row a request, organization and kind';
      create index access_log_organization on identity.access_log (organization_id, at, id);
      create index access_log_user on identity.access_log (user_id, at, id);
      create index access_log_at on identity.access_log (at, id);

      grant select, insert on identity.access_log to lienket_api;
      grant select (at), delete on identity.access_log to lienket_worker;
      alter table identity.access_log enable row level security, force row level security;
      create policy seen_read on identity.access_log for select to lienket_api
        using (organization_id = (select platform.actor('organization_id'))::uuid or user_id = (select platform.actor('user_id'))::uuid
          or (select platform.actor('role')) = 'ADMINISTRATOR');
      create policy own_add on identity.access_log for insert to lienket_api
        with check (user_id = (select platform.actor('user_id'))::uuid and role = (select platform.actor('role')));
      create policy jobs_read on identity.access_log for select to lienket_worker using (at < clock_timestamp() - interval '2 years');
      create policy jobs_forget on identity.access_log for delete to lienket_worker using (at < clock_timestamp() - interval '2 years');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was consented, looked at and erased is not taken away again.'));
  }
}
