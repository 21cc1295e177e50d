import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1795900000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.letChangePassword(runner);
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

  down(): Promise<void> {
    return Promise.reject(new Error('Who is whose colleague is not forgotten again: restore a backup from before it.'));
  }
}
