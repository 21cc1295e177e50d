import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks for it is told of notices by e-mail: what has to be sent is written with the notice, and sent by the worker afterwards. */
export class Emails1795900000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.knowWhoAsks(runner);
    await this.keepWhatIsSent(runner);
  }

  private async knowWhoAsks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.consent_event add column language text check (language in ('vi', 'en'));
      comment on column identity.consent_event.language is 'in which the text was shown; null for what was said before that was kept';

      grant create on schema identity to lienket_sight;
      create function identity.consenting(asked_purpose text, organizations uuid[], people uuid[]) returns table (user_id uuid, organization_id uuid)
        language sql stable security definer set search_path = ''
        as $$ select u.id, u.organization_id from identity.app_user u
              where (u.organization_id = any (organizations) or u.id = any (people)) and (
                select e.given from identity.consent_event e where e.user_id = u.id and e.purpose = asked_purpose order by e.sequence desc limit 1) $$;
      comment on function identity.consenting is 'who of those who act for these organizations, and of these people, consents to this now';
      alter function identity.consenting owner to lienket_sight;
      revoke create on schema identity from lienket_sight;
      revoke execute on function identity.consenting from public;
      grant execute on function identity.consenting to lienket_worker;
    `);
  }

  private async keepWhatIsSent(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notices.email (
        notice_id uuid not null references notices.notice on delete cascade,
        user_id uuid not null,
        due_at timestamptz not null,
        attempt_count integer not null default 0,
        settled_at timestamptz,
        outcome text check (outcome in ('SENT', 'DROPPED', 'REFUSED')),
        reply text,
        primary key (notice_id, user_id),
        check ((settled_at is null) = (outcome is null))
      );
      comment on table notices.email is 'of which notice whom an e-mail has to tell, or has told. Goes with the notice';
      comment on column notices.email.due_at is 'from when on it may be tried; ahead while a worker has it in hand, so that it is tried again where that one dies';
      comment on column notices.email.outcome is 'DROPPED: the person takes it back, is gone, or sees the notice no more; REFUSED: the mail server takes it for good for impossible';
      comment on column notices.email.reply is 'the codes of the mail server that refused it: 550 5.1.1';
      create index email_waiting on notices.email (due_at) where settled_at is null;
      create index email_person on notices.email (user_id, settled_at);

      grant select, delete on notices.email to lienket_api;
      grant select, insert (notice_id, user_id, due_at), update (due_at, attempt_count, settled_at, outcome, reply) on notices.email to lienket_worker;
      alter table notices.email enable row level security, force row level security;
      create policy own_read on notices.email for select to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy own_erase on notices.email for delete to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy jobs_read on notices.email for select to lienket_worker using (true);
      create policy jobs_add on notices.email for insert to lienket_worker with check (true);
      create policy jobs_send on notices.email for update to lienket_worker using (true);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('Who was written to, and in which language they were asked, is not taken away again.'),
    );
  }
}
