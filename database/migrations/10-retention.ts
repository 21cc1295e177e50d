import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Retention1795900000010 implements MigrationInterface {
  /** The worker ends sessions that have run out, and sees no others. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant select (expires_at), delete on identity.session to lienket_worker;
      create policy jobs_read on identity.session for select to lienket_worker using (expires_at < clock_timestamp());
      create policy jobs_forget on identity.session for delete to lienket_worker using (expires_at < clock_timestamp());
      create index session_expiry on identity.session (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index identity.session_expiry;
      drop policy jobs_forget on identity.session;
      drop policy jobs_read on identity.session;
      revoke select (expires_at), delete on identity.session from lienket_worker;
    `);
  }
}
