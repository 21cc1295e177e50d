import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second of two layers: what a store or a read forgets, the database refuses. Three roles beside the owner: lienket_api
 * and lienket_worker, as which the doors connect, and lienket_sight, as which nobody connects and which runs the few named
 * functions that must look or reach across tenants. docs/security.md lists them.
 */
export class RowLevelSecurity1795900000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.grant(runner);
    await this.lookAcross(runner);
    await this.guard(runner);
  }

  /** Each role gets what its statements name, and no more. */
  private async grant(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter view registry.organization_v set (security_invoker = true);
      alter view registry.organization_profile_v set (security_invoker = true);
      alter view registry.rating_v set (security_invoker = true);
      alter view registry.province_v set (security_invoker = true);
      alter view registry.commodity_v set (security_invoker = true);
      alter view registry.certification_scheme_v set (security_invoker = true);
      alter view registry.acquaintance_v set (security_invoker = true);
      alter view market.listing_v set (security_invoker = true);
      alter view market.demand_v set (security_invoker = true);
      alter view contracts.linkage_v set (security_invoker = true);
      alter view contracts.party_v set (security_invoker = true);
      alter view participation.current_link_v set (security_invoker = true);
      drop view contracts.supply_v;

      grant usage on schema platform, identity, registry, market, contracts, participation to lienket_api, lienket_worker, lienket_sight;

      grant insert on platform.outbox to lienket_api, lienket_worker;
      grant select, update, delete on platform.outbox to lienket_worker;
      grant select, insert on platform.idempotency_record to lienket_api;
      grant select, delete on platform.idempotency_record to lienket_worker;
      grant select, insert, update, delete on platform.rate_limit to lienket_api;
      grant select, delete on platform.rate_limit to lienket_worker;

      grant select (id, login, role, organization_id, province_codes, created_at), insert on identity.app_user to lienket_api;
      grant select, insert, delete on identity.session to lienket_api;

      grant select on all tables in schema registry to lienket_api;
      grant insert, update on registry.organization, registry.rating, registry.acquaintance to lienket_api;
      grant insert, update, delete on registry.organization_profile to lienket_api;
      grant insert on registry.status_decision to lienket_api;
      grant insert, delete on registry.claim to lienket_api;
      grant select (id, name, latitude, longitude, chain_roles, created_at) on registry.organization to lienket_worker;
      grant select on registry.organization_profile, registry.rating, registry.organization_v, registry.organization_profile_v, registry.rating_v to lienket_worker;

      grant select, insert, update on market.listing, market.demand to lienket_api;
      grant select, insert on market.posting_acquaintance to lienket_api;
      grant select on market.listing_v, market.demand_v to lienket_api;

      grant usage on sequence contracts.contract_number to lienket_api;
      grant select, insert, update on contracts.contract to lienket_api;
      grant select, insert, delete on contracts.contract_party to lienket_api;
      grant select, insert on contracts.contract_version, contracts.contract_line, contracts.signature, contracts.contract_event, contracts.delivery to lienket_api;
      grant update (accepted_kg) on contracts.contract_line to lienket_api;
      grant select, update (status) on contracts.contract to lienket_worker;
      grant select on contracts.contract_party, contracts.linkage_v, contracts.party_v to lienket_worker;
      grant select, insert on contracts.contract_event to lienket_worker;

      grant select on all tables in schema participation to lienket_api, lienket_worker;
      grant update on participation.answered_until to lienket_api;
      grant insert on participation.known_instant to lienket_worker;
      grant insert, update on participation.profile_fact, participation.link_fact to lienket_worker;
    `);
  }

  /**
   * The only ways across: each answers one question, or does one thing, whoever asks. is_seen is asked for every row: in plpgsql
   * that took 6 µs for a trader and 21 µs for a manager, in sql 15 and 24 to 180, since its plan was made again and again.
   */
  private async lookAcross(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema platform, identity, contracts to lienket_sight;
      grant select on platform.outbox, identity.app_user, identity.session, contracts.contract, contracts.contract_party, contracts.contract_line,
        registry.organization_profile to lienket_sight;
      grant update (organization_id) on identity.app_user to lienket_sight;

      create function platform.actor(setting text) returns text
        language sql stable return nullif(current_setting('lienket.' || setting, true), '');
      comment on function platform.actor is 'on whose behalf this transaction asks; null for nobody';

      create function platform.outbox_depth(out announcements bigint, out oldest_seconds double precision)
        language sql stable security definer set search_path = ''
        as $$ select count(*), coalesce(greatest(extract(epoch from clock_timestamp() - min(announced_at)), 0), 0)::float8 from platform.outbox $$;
      comment on function platform.outbox_depth is 'how much waits in the outbox and for how long, and nothing of what it says';

      create function identity.user_of_session(digest bytea, at timestamptz)
        returns table (id uuid, role text, organization_id uuid, province_codes text[])
        language sql stable security definer set search_path = '' rows 1
        as $$ select u.id, u.role, u.organization_id, u.province_codes from identity.session s join identity.app_user u on u.id = s.user_id
              where s.token_digest = digest and s.expires_at > at $$;
      comment on function identity.user_of_session is 'who asks, before it is known who asks: for who knows the token';

      create function identity.credentials_of(canonical_login text) returns table (id uuid, password_hash text)
        language sql stable security definer set search_path = '' rows 1
        as $$ select u.id, u.password_hash from identity.app_user u where u.login = canonical_login $$;
      comment on function identity.credentials_of is 'what a password is checked against; the only way to a password hash';

      create function identity.trader_of_login(canonical_login text) returns table (id uuid)
        language sql stable security definer set search_path = '' rows 1
        as $$ select u.id from identity.app_user u where u.login = canonical_login and u.role = 'TRADER' $$;
      comment on function identity.trader_of_login is 'whose claim a manager approves';

      create function identity.has_users(organization uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$ select exists (select from identity.app_user u where u.organization_id = organization) $$;
      comment on function identity.has_users is 'whether anybody acts for an organization, not who';

      create function identity.link_user(trader uuid, organization uuid) returns boolean
        language sql volatile security definer set search_path = ''
        as $$ with linked as (
                update identity.app_user u set organization_id = organization
                where u.id = trader and u.role = 'TRADER' and u.organization_id is null returning u.id
              ) select exists (select from linked) $$;
      comment on function identity.link_user is 'makes a trader without an organization act for this one';

      create function contracts.sees_all() returns boolean
        language sql stable return coalesce(platform.actor('role') = 'ADMINISTRATOR'
          or (platform.actor('role') = 'PROGRAM_MANAGER' and platform.actor('province_codes') = '*'), false);
      comment on function contracts.sees_all is 'whether the viewer is an administrator or manages the whole country';

      create function contracts.is_seen(contract uuid) returns boolean
        language plpgsql stable security definer set search_path = ''
        as $$ begin
          if platform.actor('role') = 'TRADER' then
            return exists (
              select from contracts.contract_party p where p.contract_id = contract and p.organization_id = platform.actor('organization_id')::uuid);
          elsif platform.actor('role') = 'PROGRAM_MANAGER' then
            return exists (
              select from contracts.contract_party p
              join registry.organization_profile profile on profile.organization_id = p.organization_id and profile.valid @> platform.actor('today')::date
              where p.contract_id = contract and profile.province_code = any (string_to_array(platform.actor('province_codes'), ',')));
          end if;
          return false;
        end $$;
      comment on function contracts.is_seen is 'whether the viewer is of a party or manages the province of one today; see sees_all for who sees all';

      create function contracts.is_made_by_viewer(contract uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$ select exists (
                select from contracts.contract c where c.id = contract and (
                  c.offered_by = platform.actor('organization_id')::uuid
                  or c.attested_by = platform.actor('user_id')::uuid)) $$;
      comment on function contracts.is_made_by_viewer is 'whether its present version is the viewer''s own offer, or its attestation the viewer''s';

      create function contracts.supply_record(supplier uuid, since date, until date) returns table (line_count integer, kept numeric)
        language sql stable security definer set search_path = '' rows 1
        as $$ select count(*)::int, coalesce(sum(least(1, line.accepted_kg::numeric(60, 40) / line.quantity_kg)), 0)
              from contracts.contract_line line
              join contracts.contract on contract.id = line.contract_id and contract.version = line.version
              where line.supplier_id = supplier and contract.signed_on is not null and contract.origin = 'SIGNED_HERE'
                and greatest(contract.starts_on, contract.signed_on) < least(contract.ends_on + 1, contract.terminated_on)
                and least(contract.ends_on, contract.terminated_on - 1) between since and until $$;
      comment on function contracts.supply_record is 'of the supplier''s lines signed here that were in force for a day at least, and last between these days: how many, and the sum of the accepted shares, each at most 1';

      alter function platform.outbox_depth owner to lienket_sight;
      alter function identity.user_of_session owner to lienket_sight;
      alter function identity.credentials_of owner to lienket_sight;
      alter function identity.trader_of_login owner to lienket_sight;
      alter function identity.has_users owner to lienket_sight;
      alter function identity.link_user owner to lienket_sight;
      alter function contracts.is_seen owner to lienket_sight;
      alter function contracts.is_made_by_viewer owner to lienket_sight;
      alter function contracts.supply_record owner to lienket_sight;
      revoke create on schema platform, identity, contracts from lienket_sight;
      revoke execute on function platform.outbox_depth, identity.user_of_session, identity.credentials_of, identity.trader_of_login, identity.has_users,
        identity.link_user, contracts.is_seen, contracts.is_made_by_viewer, contracts.supply_record from public;
      grant execute on function platform.outbox_depth to lienket_api, lienket_worker;
      grant execute on function identity.user_of_session, identity.credentials_of, identity.trader_of_login, identity.has_users,
        identity.link_user, contracts.is_seen, contracts.is_made_by_viewer, contracts.supply_record to lienket_api;
    `);
  }

  /** Whose rows they are is asked of the settings once a statement: each stands in a select of its own. */
  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.outbox enable row level security, force row level security;
      alter table platform.idempotency_record enable row level security, force row level security;
      alter table identity.app_user enable row level security, force row level security;
      alter table identity.session enable row level security, force row level security;
      alter table contracts.contract enable row level security, force row level security;
      alter table contracts.contract_party enable row level security, force row level security;
      alter table contracts.contract_version enable row level security, force row level security;
      alter table contracts.contract_line enable row level security, force row level security;
      alter table contracts.signature enable row level security, force row level security;
      alter table contracts.contract_event enable row level security, force row level security;
      alter table contracts.delivery enable row level security, force row level security;

      create policy anybody_announces on platform.outbox for insert with check (true);
      create policy jobs_read on platform.outbox for select to lienket_worker using (true);
      create policy jobs_lock on platform.outbox for update to lienket_worker using (true);
      create policy jobs_take on platform.outbox for delete to lienket_worker using (true);
      create policy across_read on platform.outbox for select to lienket_sight using (true);

      create policy own_read on platform.idempotency_record for select to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy own_add on platform.idempotency_record for insert to lienket_api with check (user_id = (select platform.actor('user_id'))::uuid);
      create policy jobs_read on platform.idempotency_record for select to lienket_worker using (true);
      create policy jobs_forget on platform.idempotency_record for delete to lienket_worker using (true);

      create policy own_read on identity.app_user for select to lienket_api using (id = (select platform.actor('user_id'))::uuid);
      create policy own_add on identity.app_user for insert to lienket_api
        with check (id = (select platform.actor('user_id'))::uuid and role = 'TRADER' and organization_id is null);
      create policy across_read on identity.app_user for select to lienket_sight using (true);
      create policy across_link on identity.app_user for update to lienket_sight
        using (role = 'TRADER' and organization_id is null) with check (role = 'TRADER');

      create policy own_read on identity.session for select to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy own_add on identity.session for insert to lienket_api with check (user_id = (select platform.actor('user_id'))::uuid);
      create policy own_end on identity.session for delete to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy across_read on identity.session for select to lienket_sight using (true);

      create policy seen_read on contracts.contract for select to lienket_api using ((select contracts.sees_all()) or contracts.is_seen(id));
      create policy own_add on contracts.contract for insert to lienket_api
        with check (offered_by = (select platform.actor('organization_id'))::uuid or (origin = 'ATTESTED' and attested_by = (select platform.actor('user_id'))::uuid));
      create policy seen_change on contracts.contract for update to lienket_api using ((select contracts.sees_all()) or contracts.is_seen(id));
      create policy jobs_read on contracts.contract for select to lienket_worker using (true);
      create policy jobs_lock on contracts.contract for update to lienket_worker using (true);
      create policy across_read on contracts.contract for select to lienket_sight using (true);

      create policy seen_read on contracts.contract_party for select to lienket_api
        using (organization_id = (select platform.actor('organization_id'))::uuid or (select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy seen_add on contracts.contract_party for insert to lienket_api
        with check (contracts.is_made_by_viewer(contract_id));
      create policy seen_drop on contracts.contract_party for delete to lienket_api using ((select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy across_read on contracts.contract_party for select to lienket_sight using (true);
      create policy jobs_read on contracts.contract_party for select to lienket_worker using (true);
      create policy seen_read on contracts.contract_version for select to lienket_api using ((select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy seen_add on contracts.contract_version for insert to lienket_api
        with check (offered_by = (select platform.actor('organization_id'))::uuid and ((select contracts.sees_all()) or contracts.is_seen(contract_id)));
      create policy seen_read on contracts.contract_line for select to lienket_api using ((select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy seen_add on contracts.contract_line for insert to lienket_api
        with check ((select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy seen_change on contracts.contract_line for update to lienket_api using ((select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy across_read on contracts.contract_line for select to lienket_sight using (true);
      create policy seen_read on contracts.signature for select to lienket_api using ((select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy seen_add on contracts.signature for insert to lienket_api
        with check (organization_id = (select platform.actor('organization_id'))::uuid and user_id = (select platform.actor('user_id'))::uuid and ((select contracts.sees_all()) or contracts.is_seen(contract_id)));
      create policy seen_read on contracts.contract_event for select to lienket_api using ((select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy seen_add on contracts.contract_event for insert to lienket_api
        with check ((select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy jobs_read on contracts.contract_event for select to lienket_worker using (true);
      create policy jobs_add on contracts.contract_event for insert to lienket_worker with check (type in ('EXPIRED', 'COMPLETED'));
      create policy seen_read on contracts.delivery for select to lienket_api using ((select contracts.sees_all()) or contracts.is_seen(contract_id));
      create policy seen_add on contracts.delivery for insert to lienket_api
        with check (recorded_by = (select platform.actor('organization_id'))::uuid and ((select contracts.sees_all()) or contracts.is_seen(contract_id)));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Row-level security is not taken away again: restore a backup from before it.'));
  }
}
