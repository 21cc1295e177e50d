import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1795900000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.letChangePassword(runner);
    await this.giveRoles(runner);
    await this.keepReadersFromWriting(runner);
  }

  /** Nobody but the function that checks a password reads a hash: these two compare it where it is. */
  private async letChangePassword(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema identity to lienket_sight;
      grant update (password_hash) on identity.app_user to lienket_sight;
      create policy own_change on identity.app_user for update to lienket_sight using (id = (select platform.actor('user_id'))::uuid);

      create function identity.keep_password(hash text) returns boolean
        language sql volatile security definer set search_path = ''
        as $$ select exists (
                select from identity.app_user u where u.id = platform.actor('user_id')::uuid and u.password_hash = hash for share) $$;
      comment on function identity.keep_password is 'whether this is still the hash of the viewer''s own password, which nobody changes until the transaction ends';

      create function identity.exchange_password(hash text, new_hash text) returns boolean
        language sql volatile security definer set search_path = ''
        as $$ with exchanged as (
                update identity.app_user u set password_hash = new_hash
                where u.id = platform.actor('user_id')::uuid and u.password_hash = hash returning u.id
              ) select exists (select from exchanged) $$;
      comment on function identity.exchange_password is 'changes the viewer''s own password, for who knows what it was';

      alter function identity.keep_password owner to lienket_sight;
      alter function identity.exchange_password owner to lienket_sight;
      revoke create on schema identity from lienket_sight;
      revoke execute on function identity.keep_password, identity.exchange_password from public;
      grant execute on function identity.keep_password, identity.exchange_password to lienket_api;
    `);
  }

  /** Whoever acts for an organization did everything until now. The owner of the tables is kept out of them too, but for this update. */
  private async giveRoles(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.app_user add column organization_role text check (organization_role in ('OWNER', 'TRADER', 'READER'));
      alter table identity.app_user no force row level security;
      update identity.app_user set organization_role = 'OWNER' where organization_id is not null;
      alter table identity.app_user force row level security;
      alter table identity.app_user add check ((organization_role is null) = (organization_id is null));
      grant select (organization_role) on identity.app_user to lienket_api;
      grant create on schema identity to lienket_sight;
      grant update (organization_role) on identity.app_user to lienket_sight;

      drop function identity.user_of_session(bytea, timestamptz);
      create function identity.user_of_session(digest bytea, at timestamptz)
        returns table (id uuid, role text, organization_id uuid, organization_role text, province_codes text[])
        language sql stable security definer set search_path = '' rows 1
        as $$ select u.id, u.role, u.organization_id, u.organization_role, u.province_codes
              from identity.session s join identity.app_user u on u.id = s.user_id
              where s.token_digest = digest and s.expires_at > at $$;
      comment on function identity.user_of_session is 'who asks, before it is known who asks: for who knows the token';

      drop function identity.link_user(uuid, uuid);
      create function identity.link_user(trader uuid, organization uuid) returns boolean
        language sql volatile security definer set search_path = ''
        as $$ with linked as (
                update identity.app_user u set organization_id = organization, organization_role = 'OWNER'
                where u.id = trader and u.role = 'TRADER' and u.organization_id is null returning u.id
              ) select exists (select from linked) $$;
      comment on function identity.link_user is 'makes a trader without an organization the owner of this one';

      alter function identity.user_of_session owner to lienket_sight;
      alter function identity.link_user owner to lienket_sight;
      revoke create on schema identity from lienket_sight;
      revoke execute on function identity.user_of_session, identity.link_user from public;
      grant execute on function identity.user_of_session, identity.link_user to lienket_api;
    `);
  }

  /** Beside what each policy allows. A reader locks a contract like everybody, to be told that it may not change it. */
  private async keepReadersFromWriting(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function contracts.may_change() returns boolean
        language sql stable return platform.actor('organization_role') is distinct from 'READER';
      comment on function contracts.may_change is 'whether the viewer does more than look, in what it sees';

      create policy no_reader_add on contracts.contract as restrictive for insert to lienket_api with check ((select contracts.may_change()));
      create policy no_reader_change on contracts.contract as restrictive for update to lienket_api using (true) with check ((select contracts.may_change()));
      create policy no_reader_add on contracts.contract_party as restrictive for insert to lienket_api with check ((select contracts.may_change()));
      create policy no_reader_drop on contracts.contract_party as restrictive for delete to lienket_api using ((select contracts.may_change()));
      create policy no_reader_add on contracts.contract_version as restrictive for insert to lienket_api with check ((select contracts.may_change()));
      create policy no_reader_add on contracts.contract_line as restrictive for insert to lienket_api with check ((select contracts.may_change()));
      create policy no_reader_change on contracts.contract_line as restrictive for update to lienket_api using (true) with check ((select contracts.may_change()));
      create policy no_reader_add on contracts.signature as restrictive for insert to lienket_api with check ((select contracts.may_change()));
      create policy no_reader_add on contracts.contract_event as restrictive for insert to lienket_api with check ((select contracts.may_change()));
      create policy no_reader_add on contracts.delivery as restrictive for insert to lienket_api with check ((select contracts.may_change()));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Who is whose colleague is not forgotten again: restore a backup from before it.'));
  }
}
