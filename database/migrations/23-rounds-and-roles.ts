import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a round failed; and what administrators see and decide of accounts. */
export class RoundsAndRoles1795900000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.sayWhyRoundsFail(runner);
    await this.showAccounts(runner);
    await this.giveRoles(runner);
  }

  private async sayWhyRoundsFail(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.round add column failure text check (failure in ('TOO_LARGE', 'UNSOUND', 'INTERRUPTED')),
        add check (failure is null or status = 'FAILED');
      comment on column matching.round.failure is 'null where it failed before reasons were kept, too';
      grant update (failure) on matching.round to lienket_worker;
    `);
  }

  /** A decision is only ever added to; who was erased stays in it as an id that leads to nobody. */
  private async showAccounts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy administrator_read on identity.app_user for select to lienket_api
        using ((select platform.actor('role')) = 'ADMINISTRATOR');

      create table identity.role_decision (
        id uuid primary key default uuidv7(),
        user_id uuid not null,
        role text not null check (role in ('TRADER', 'PROGRAM_MANAGER', 'ADMINISTRATOR')),
        province_codes text[] not null,
        decided_by uuid not null,
        at timestamptz not null
      );
      comment on table identity.role_decision is 'which administrator gave whom which role';
      create index role_decision_user on identity.role_decision (user_id, at desc, id desc);
      create trigger only_added before update or delete or truncate on identity.role_decision
        for each statement execute function identity.refuse_change();
      grant select, insert on identity.role_decision to lienket_api;
      alter table identity.role_decision enable row level security, force row level security;
      create policy seen_read on identity.role_decision for select to lienket_api
        using ((select platform.actor('role')) = 'ADMINISTRATOR' or (select platform.actor('user_id'))::uuid in (user_id, decided_by));
      create policy own_add on identity.role_decision for insert to lienket_api
        with check ((select platform.actor('role')) = 'ADMINISTRATOR' and decided_by = (select platform.actor('user_id'))::uuid);
    `);
  }

  /** Who is an administrator is read from the table and not from the settings: it may have been true only when the request began. */
  private async giveRoles(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema identity to lienket_sight;
      grant update (role, province_codes) on identity.app_user to lienket_sight;
      create policy across_role on identity.app_user for update to lienket_sight
        using (organization_id is null and (select platform.actor('role')) = 'ADMINISTRATOR');

      create function identity.lock_administrators() returns setof uuid
        language plpgsql volatile security definer set search_path = ''
        as $$ begin
          perform pg_advisory_xact_lock(hashtextextended('identity.administrators', 0));
          return query select u.id from identity.app_user u where u.role = 'ADMINISTRATOR'
            and exists (select from identity.app_user me where me.id = platform.actor('user_id')::uuid and me.role = 'ADMINISTRATOR');
        end $$;
      comment on function identity.lock_administrators is 'the administrators, for one of them: nobody becomes one or ceases to be until the transaction ends';

      create function identity.give_user_role(person uuid, new_role text, provinces text[]) returns boolean
        language plpgsql volatile security definer set search_path = ''
        as $$ begin
          update identity.app_user u set role = new_role, province_codes = provinces
            where u.id = person and u.organization_id is null
              and platform.actor('user_id')::uuid in (select identity.lock_administrators())
              and (new_role = 'ADMINISTRATOR' or exists (select from identity.app_user other where other.role = 'ADMINISTRATOR' and other.id <> person));
          if not found then return false; end if;
          delete from identity.session s where s.user_id = person and person <> platform.actor('user_id')::uuid;
          return true;
        end $$;
      comment on function identity.give_user_role is 'gives a role to who acts for no organization, said by an administrator; never takes the last administrator away';

      alter function identity.lock_administrators owner to lienket_sight;
      alter function identity.give_user_role owner to lienket_sight;
      revoke create on schema identity from lienket_sight;
      revoke execute on function identity.lock_administrators, identity.give_user_role from public;
      grant execute on function identity.lock_administrators, identity.give_user_role to lienket_api;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('Who gave whom which role is not forgotten again: restore a backup from before it.'),
    );
  }
}
