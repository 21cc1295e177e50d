import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Erasure1795900000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.keepErasures(runner);
    await this.letErase(runner);
  }

  /** What says that somebody was erased holds an id that leads to nobody any more, and counts. The worker's role lists them. */
  private async keepErasures(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.erasure (
        user_id uuid primary key,
        at timestamptz not null,
        held jsonb not null
      );
      comment on column identity.erasure.held is 'by table how many rows stay, without a name, and why';
      create trigger only_added before update or delete or truncate on identity.erasure
        for each statement execute function identity.refuse_change();

      grant insert on identity.erasure to lienket_api;
      grant select (user_id, at) on identity.erasure to lienket_worker;
      alter table identity.erasure enable row level security, force row level security;
      create policy own_add on identity.erasure for insert to lienket_api with check (user_id = (select platform.actor('user_id'))::uuid);
      create policy jobs_read on identity.erasure for select to lienket_worker using (true);
    `);
  }

  /** Each erases themselves alone. Who invited them is of organizations that they see nothing of. */
  private async letErase(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant delete on identity.app_user, platform.idempotency_record to lienket_api;
      create policy own_erase on identity.app_user for delete to lienket_api using (id = (select platform.actor('user_id'))::uuid);
      create policy own_erase on platform.idempotency_record for delete to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);

      grant create on schema identity to lienket_sight;
      create function identity.drop_own_invitations() returns void
        language sql volatile security definer set search_path = ''
        as $$ delete from identity.invitation i using identity.app_user me
              where me.id = platform.actor('user_id')::uuid and i.login = me.login $$;
      comment on function identity.drop_own_invitations is 'takes away whatever invites the viewer''s own login, whoever invited it';
      alter function identity.drop_own_invitations owner to lienket_sight;
      revoke create on schema identity from lienket_sight;
      revoke execute on function identity.drop_own_invitations from public;
      grant execute on function identity.drop_own_invitations to lienket_api;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Who was erased is not brought back.'));
  }
}
