import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonalData1795900000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.keepWhoLooked(runner);
    await this.keepConsents(runner);
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

  /** A row is added for each yes and each no, and nothing is ever changed: the last one holds. */
  private async keepConsents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.consent_event (
        sequence bigint generated always as identity primary key,
        user_id uuid not null,
        purpose text not null,
        text_version integer not null check (text_version > 0),
        given boolean not null,
        channel text not null check (channel in ('HERE', 'PAPER')),
        recorded_by uuid not null,
        at timestamptz not null
      );
      comment on column identity.consent_event.given is 'true: agreed to this version of the text; false: took that back';
      comment on column identity.consent_event.user_id is 'stays when the person is erased, and then says nothing of who it was';
      create index consent_event_person on identity.consent_event (user_id, purpose, sequence desc);

      create function identity.refuse_change() returns trigger language plpgsql set search_path = ''
        as $$ begin raise exception '% is only ever added to', tg_table_name; end $$;
      create trigger only_added before update or delete or truncate on identity.consent_event
        for each statement execute function identity.refuse_change();

      grant select, insert on identity.consent_event to lienket_api;
      grant select on identity.consent_event to lienket_sight;
      alter table identity.consent_event enable row level security, force row level security;
      create policy own_read on identity.consent_event for select to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy own_add on identity.consent_event for insert to lienket_api
        with check (user_id = (select platform.actor('user_id'))::uuid and recorded_by = user_id and channel = 'HERE');
      create policy across_read on identity.consent_event for select to lienket_sight using (true);

      grant create on schema identity to lienket_sight;
      create function identity.consents(organization uuid, asked_purpose text) returns boolean
        language plpgsql stable security definer set search_path = ''
        as $$ begin
          return exists (
            select from identity.app_user u where u.organization_id = organization and (
              select e.given from identity.consent_event e where e.user_id = u.id and e.purpose = asked_purpose order by e.sequence desc limit 1));
        end $$;
      comment on function identity.consents is 'whether one of those who act for an organization consents to this now, not who';
      alter function identity.consents owner to lienket_sight;
      revoke create on schema identity from lienket_sight;
      revoke execute on function identity.consents from public;
      grant execute on function identity.consents to lienket_api;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was consented, looked at and erased is not taken away again.'));
  }
}
