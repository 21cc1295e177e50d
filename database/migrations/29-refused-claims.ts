import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A manager refuses who isn't of an organization, and they wait no longer. */
export class RefusedClaims1795900000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registry.claim add column refused_at timestamptz, add check (num_nonnulls(granted_at, refused_at) <= 1);
      comment on column registry.claim.refused_at is 'when its manager refused it; one that is made anew waits again';
      grant update (refused_at) on registry.claim to lienket_api;
      grant select (refused_at) on registry.claim to lienket_worker, lienket_sight;
      create or replace view registry.claim_v with (security_invoker = true) as
        select organization_id, user_id, claimed_at, granted_at, refused_at from registry.claim;
    `);
    await runner.query(waitingClaims('and c.refused_at is null'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(waitingClaims(''));
    await runner.query(`
      drop view registry.claim_v;
      alter table registry.claim drop column refused_at;
      create view registry.claim_v with (security_invoker = true) as
        select organization_id, user_id, claimed_at, granted_at from registry.claim;
      grant select on registry.claim_v to lienket_worker;
    `);
  }
}

const waitingClaims = (andNotRefused: string) => `
  grant create on schema registry to lienket_sight;
  create or replace function registry.waiting_claims() returns table (organization_id uuid, user_id uuid, login text, claimed_at timestamptz)
    language sql stable security definer set search_path = ''
    as $$ select c.organization_id, c.user_id, u.login, c.claimed_at
          from registry.claim c join identity.app_user u on u.id = c.user_id
          where c.granted_at is null ${andNotRefused} and u.role = 'TRADER' and u.organization_id is null
            and platform.actor('role') in ('PROGRAM_MANAGER', 'ADMINISTRATOR')
            and not exists (select from identity.app_user a where a.organization_id = c.organization_id)
            and identity.sees_people_of(c.organization_id) $$;
  revoke create on schema registry from lienket_sight;`;
