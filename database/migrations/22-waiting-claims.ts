import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A manager sees who waits for their answer; and who comes back to an organization may claim it anew. */
export class WaitingClaims1795900000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant update (claimed_at) on registry.claim to lienket_api;

      grant create on schema registry to lienket_sight;
      grant select (organization_id, user_id, claimed_at, granted_at) on registry.claim to lienket_sight;
      create function registry.waiting_claims() returns table (organization_id uuid, user_id uuid, login text, claimed_at timestamptz)
        language sql stable security definer set search_path = ''
        as $$ select c.organization_id, c.user_id, u.login, c.claimed_at
              from registry.claim c join identity.app_user u on u.id = c.user_id
              where c.granted_at is null and u.role = 'TRADER' and u.organization_id is null
                and platform.actor('role') in ('PROGRAM_MANAGER', 'ADMINISTRATOR')
                and not exists (select from identity.app_user a where a.organization_id = c.organization_id)
                and identity.sees_people_of(c.organization_id) $$;
      comment on function registry.waiting_claims is 'the claims that the viewer may grant, with the login of who makes them';
      alter function registry.waiting_claims owner to lienket_sight;
      revoke create on schema registry from lienket_sight;
      revoke execute on function registry.waiting_claims from public;
      grant execute on function registry.waiting_claims to lienket_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function registry.waiting_claims;
      revoke select (organization_id, user_id, claimed_at, granted_at) on registry.claim from lienket_sight;
      revoke update (claimed_at) on registry.claim from lienket_api;
    `);
  }
}
