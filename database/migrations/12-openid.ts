import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenId1795900000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.make(runner);
    await this.lookAcross(runner);
    await this.guard(runner);
  }

  private async make(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.app_user alter column password_hash drop not null;
      comment on column identity.app_user.password_hash is 'null for who signs in by OpenID Connect only';

      create table identity.openid_attempt (
        secret_digest bytea primary key,
        state text not null,
        nonce text not null,
        code_verifier text not null,
        expires_at timestamptz not null
      );
      comment on table identity.openid_attempt is 'sign-ins by OpenID Connect that have begun: each is taken away by whoever tries to finish it';
      create index openid_attempt_expiry on identity.openid_attempt (expires_at);

      create table identity.openid_link (
        issuer text not null,
        subject text not null,
        user_id uuid not null unique references identity.app_user on delete cascade,
        linked_at timestamptz not null,
        primary key (issuer, subject)
      );
      comment on table identity.openid_link is 'who of an issuer is who here';
    `);
  }

  /** An attempt is kept and taken, and a subject looked up, before it is known who asks. */
  private async lookAcross(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema identity to lienket_sight;
      grant select, insert, delete on identity.openid_attempt to lienket_sight;
      grant select on identity.openid_link to lienket_sight;

      create function identity.keep_openid_attempt(digest bytea, state text, nonce text, verifier text, until timestamptz) returns void
        language sql volatile security definer set search_path = ''
        as $$ insert into identity.openid_attempt values (digest, state, nonce, verifier, until) $$;
      comment on function identity.keep_openid_attempt is 'keeps what a sign-in that begins must be checked against';

      create function identity.take_openid_attempt(digest bytea, at timestamptz) returns table (state text, nonce text, code_verifier text)
        language sql volatile security definer set search_path = '' rows 1
        as $$ with taken as (delete from identity.openid_attempt a where a.secret_digest = digest returning a.*)
              select t.state, t.nonce, t.code_verifier from taken t where t.expires_at > at $$;
      comment on function identity.take_openid_attempt is 'once, and in time, for who knows the secret';

      create function identity.user_of_openid(of_issuer text, of_subject text) returns uuid
        language sql stable security definer set search_path = ''
        as $$ select l.user_id from identity.openid_link l where l.issuer = of_issuer and l.subject = of_subject $$;
      comment on function identity.user_of_openid is 'who a subject is here, for whom its issuer has vouched';

      create function identity.has_password() returns boolean
        language sql stable security definer set search_path = ''
        as $$ select exists (
                select from identity.app_user u where u.id = platform.actor('user_id')::uuid and u.password_hash is not null) $$;
      comment on function identity.has_password is 'whether the viewer can sign in by a password';

      alter function identity.keep_openid_attempt owner to lienket_sight;
      alter function identity.take_openid_attempt owner to lienket_sight;
      alter function identity.user_of_openid owner to lienket_sight;
      alter function identity.has_password owner to lienket_sight;
      revoke create on schema identity from lienket_sight;
      revoke execute on function identity.keep_openid_attempt, identity.take_openid_attempt, identity.user_of_openid, identity.has_password from public;
      grant execute on function identity.keep_openid_attempt, identity.take_openid_attempt, identity.user_of_openid, identity.has_password to lienket_api;
    `);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.openid_attempt enable row level security, force row level security;
      alter table identity.openid_link enable row level security, force row level security;

      grant select, insert, delete on identity.openid_link to lienket_api;
      grant select (expires_at), delete on identity.openid_attempt to lienket_worker;

      create policy across_add on identity.openid_attempt for insert to lienket_sight with check (true);
      create policy across_read on identity.openid_attempt for select to lienket_sight using (true);
      create policy across_take on identity.openid_attempt for delete to lienket_sight using (true);
      create policy jobs_read on identity.openid_attempt for select to lienket_worker using (expires_at < clock_timestamp());
      create policy jobs_forget on identity.openid_attempt for delete to lienket_worker using (expires_at < clock_timestamp());

      create policy own_read on identity.openid_link for select to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy own_add on identity.openid_link for insert to lienket_api with check (user_id = (select platform.actor('user_id'))::uuid);
      create policy own_end on identity.openid_link for delete to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy across_read on identity.openid_link for select to lienket_sight using (true);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Accounts without a password would be lost: restore a backup from before it.'));
  }
}
