import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1795900000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.letChangePassword(runner);
    await this.giveRoles(runner);
    await this.keepReadersFromWriting(runner);
    await this.invite(runner);
    await this.lookAcrossPeople(runner);
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

  /** The API never reads a digest back, and the worker only what is over. */
  private async invite(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.invitation (
        id uuid primary key default uuidv7(),
        organization_id uuid not null,
        login text not null,
        role text not null check (role in ('OWNER', 'TRADER', 'READER')),
        token_digest bytea not null unique,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        unique (organization_id, login)
      );
      create index invitation_expiry on identity.invitation (expires_at);
      alter table identity.invitation enable row level security, force row level security;

      grant select (id, organization_id, login, role, created_at, expires_at), insert, delete on identity.invitation to lienket_api;
      grant select (expires_at), delete on identity.invitation to lienket_worker;
      grant select, delete on identity.invitation to lienket_sight;

      create policy owner_read on identity.invitation for select to lienket_api
        using (organization_id = (select platform.actor('organization_id'))::uuid and (select platform.actor('organization_role')) = 'OWNER');
      create policy owner_add on identity.invitation for insert to lienket_api
        with check (organization_id = (select platform.actor('organization_id'))::uuid and (select platform.actor('organization_role')) = 'OWNER');
      create policy owner_drop on identity.invitation for delete to lienket_api
        using (organization_id = (select platform.actor('organization_id'))::uuid and (select platform.actor('organization_role')) = 'OWNER');
      create policy jobs_read on identity.invitation for select to lienket_worker using (expires_at < clock_timestamp());
      create policy jobs_forget on identity.invitation for delete to lienket_worker using (expires_at < clock_timestamp());
      create policy across_read on identity.invitation for select to lienket_sight using (true);
      create policy across_drop on identity.invitation for delete to lienket_sight using (true);
    `);
  }

  /**
   * Who is of which organization, and as what, is read from the table and not from the settings: they may have been true only when
   * the request began. Whoever changes it holds the organization's lock, and looks again once it has it.
   */
  private async lookAcrossPeople(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema identity to lienket_sight;
      grant delete on identity.session to lienket_sight;
      create policy across_people on identity.app_user for update to lienket_sight
        using (role = 'TRADER' and organization_id is not null) with check (role = 'TRADER');
      create policy across_end on identity.session for delete to lienket_sight using (true);

      create function identity.sees_people_of(organization uuid) returns boolean
        language plpgsql stable security definer set search_path = ''
        as $$ begin
          if platform.actor('role') = 'TRADER' then
            return exists (
              select from identity.app_user me where me.id = platform.actor('user_id')::uuid and me.organization_id = organization);
          elsif platform.actor('role') = 'PROGRAM_MANAGER' then
            return platform.actor('province_codes') = '*' or exists (
              select from registry.organization_profile profile where profile.organization_id = organization
                and profile.valid @> platform.actor('today')::date and profile.province_code = any (string_to_array(platform.actor('province_codes'), ',')));
          end if;
          return coalesce(platform.actor('role') = 'ADMINISTRATOR', false);
        end $$;
      comment on function identity.sees_people_of is 'whether the viewer is of the organization, manages its province today or is an administrator';

      create function identity.people_of(organization uuid) returns table (id uuid, login text, organization_role text)
        language sql stable security definer set search_path = ''
        as $$ select u.id, u.login, u.organization_role from identity.app_user u
              where u.organization_id = organization and (select identity.sees_people_of(organization)) $$;
      comment on function identity.people_of is 'who acts for an organization, for who sees its people';

      create function identity.sees_person(person uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$ select exists (
                select from identity.app_user u where u.id = person and u.organization_id is not null and identity.sees_people_of(u.organization_id)) $$;
      comment on function identity.sees_person is 'whether somebody acts for an organization whose people the viewer sees';

      create function identity.lock_people() returns table (id uuid, login text, role text)
        language plpgsql volatile security definer set search_path = ''
        as $$ declare own uuid; begin
          select me.organization_id into own from identity.app_user me where me.id = platform.actor('user_id')::uuid;
          perform pg_advisory_xact_lock(hashtextextended(own::text, 0));
          return query select u.id, u.login, u.organization_role from identity.app_user u
            where u.organization_id = own
              and exists (select from identity.app_user me where me.id = platform.actor('user_id')::uuid and me.organization_id = own);
        end $$;
      comment on function identity.lock_people is 'the people of the viewer''s own organization, of whom nobody comes, goes or changes until the transaction ends';

      create function identity.give_role(person uuid, new_role text) returns boolean
        language sql volatile security definer set search_path = ''
        as $$ with given as (
                update identity.app_user u set organization_role = new_role
                from identity.app_user me
                where u.id = person and me.id = platform.actor('user_id')::uuid and me.organization_id = u.organization_id and me.organization_role = 'OWNER'
                returning u.id
              ) select exists (select from given) $$;
      comment on function identity.give_role is 'what somebody of the viewer''s organization may do, said by its owner';

      create function identity.let_go(person uuid) returns boolean
        language plpgsql volatile security definer set search_path = ''
        as $$ declare own uuid; begin
          select me.organization_id into own from identity.app_user me
            where me.id = platform.actor('user_id')::uuid and (me.id = person or me.organization_role = 'OWNER');
          update identity.app_user u set organization_id = null, organization_role = null where u.id = person and u.organization_id = own;
          if not found then return false; end if;
          delete from identity.session s where s.user_id = person and person <> platform.actor('user_id')::uuid;
          delete from identity.invitation i where i.organization_id = own
            and not exists (select from identity.app_user u where u.organization_id = own);
          return true;
        end $$;
      comment on function identity.let_go is 'takes the viewer''s own organization away, or as its owner somebody else''s of it, whose sessions end';

      create function identity.use_invitation(digest bytea, at timestamptz) returns boolean
        language plpgsql volatile security definer set search_path = ''
        as $$ declare inviting uuid; invited_as text; begin
          select i.organization_id into inviting from identity.invitation i where i.token_digest = digest;
          perform pg_advisory_xact_lock(hashtextextended(inviting::text, 0));
          delete from identity.invitation i using identity.app_user me
            where i.token_digest = digest and i.expires_at > at and me.id = platform.actor('user_id')::uuid and me.login = i.login
            returning i.role into invited_as;
          update identity.app_user u set organization_id = inviting, organization_role = invited_as
            where invited_as is not null and u.id = platform.actor('user_id')::uuid and u.role = 'TRADER' and u.organization_id is null;
          return found;
        end $$;
      comment on function identity.use_invitation is 'makes the viewer one of the people who invited its login, for who knows the token';

      alter function identity.sees_people_of owner to lienket_sight;
      alter function identity.people_of owner to lienket_sight;
      alter function identity.sees_person owner to lienket_sight;
      alter function identity.lock_people owner to lienket_sight;
      alter function identity.give_role owner to lienket_sight;
      alter function identity.let_go owner to lienket_sight;
      alter function identity.use_invitation owner to lienket_sight;
      revoke create on schema identity from lienket_sight;
      revoke execute on function identity.sees_people_of, identity.people_of, identity.sees_person, identity.lock_people, identity.give_role, identity.let_go,
        identity.use_invitation from public;
      grant execute on function identity.people_of, identity.sees_person, identity.lock_people, identity.give_role, identity.let_go,
        identity.use_invitation to lienket_api;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Who is whose colleague is not forgotten again: restore a backup from before it.'));
  }
}
