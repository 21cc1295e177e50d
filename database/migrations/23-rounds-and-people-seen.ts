import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a round failed, and whom an administrator sees. */
export class RoundsAndPeopleSeen1795900000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.round add column failure text check (failure in ('TOO_LARGE', 'UNSOUND', 'INTERRUPTED')),
        add check (failure is null or status = 'FAILED');
      comment on column matching.round.failure is 'null where it failed before reasons were kept, too';
      grant update (failure) on matching.round to lienket_worker;

      create policy administrator_read on identity.app_user for select to lienket_api
        using ((select platform.actor('role')) = 'ADMINISTRATOR');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy administrator_read on identity.app_user;
      alter table matching.round drop column failure;
    `);
  }
}
