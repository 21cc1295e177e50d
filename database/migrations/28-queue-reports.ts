import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a worker says of its queues, for administrators: the API has no way to a queue. Each report takes the place of the one before, so nothing grows. */
export class QueueReports1795900000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.queue_report (
        queue text primary key,
        waiting_count integer not null,
        active_count integer,
        delayed_count integer not null,
        failed_count integer not null,
        counted_at timestamptz not null
      );
      comment on table platform.queue_report is 'how much waits, runs and failed for good, as a worker counted it last';
      comment on column platform.queue_report.active_count is 'null where what is in hand is not told from what is delayed';

      create table platform.dead_letter (
        id uuid primary key generated always as (md5(queue || ' ' || letter)::uuid) stored,
        queue text not null,
        letter text not null,
        job text not null,
        failed_at timestamptz not null,
        attempt_count integer not null,
        reason text not null
      );
      comment on table platform.dead_letter is 'what failed for good and is kept in a queue, as a worker found it last';
      comment on column platform.dead_letter.letter is 'its id in the queue; of an e-mail those of the notice and of its reader';
      comment on column platform.dead_letter.reason is 'class, code and message of the fault, without values';
      create index dead_letter_newest on platform.dead_letter (failed_at desc, id desc);

      grant select on platform.queue_report, platform.dead_letter to lienket_api;
      grant select, insert, update on platform.queue_report to lienket_worker;
      grant select, insert, update, delete on platform.dead_letter to lienket_worker;
      alter table platform.queue_report enable row level security, force row level security;
      alter table platform.dead_letter enable row level security, force row level security;
      create policy administrator_read on platform.queue_report for select to lienket_api
        using ((select platform.actor('role')) = 'ADMINISTRATOR');
      create policy administrator_read on platform.dead_letter for select to lienket_api
        using ((select platform.actor('role')) = 'ADMINISTRATOR');
      create policy jobs_report on platform.queue_report for all to lienket_worker using (true) with check (true);
      create policy jobs_report on platform.dead_letter for all to lienket_worker using (true) with check (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.dead_letter, platform.queue_report');
  }
}
