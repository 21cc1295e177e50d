import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices are made by the worker's jobs alone; the API reads what is its viewer's, and writes what the viewer has read. */
export class Notices1795900000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.showWhatHappens(runner);
    await this.tell(runner);
    await this.guard(runner);
  }

  /** What the jobs read of other rooms: no prices, and no text. */
  private async showWhatHappens(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view contracts.history_v with (security_invoker = true) as
        select contract_id, sequence, type, at, organization_id from contracts.contract_event;
      grant select on contracts.history_v to lienket_api, lienket_worker;

      create view contracts.due_v with (security_invoker = true) as
        select contract.id as contract_id, party.organization_id, 'ANSWER' as what,
          (version.offered_at at time zone 'Asia/Ho_Chi_Minh')::date as since, least(contract.valid_until, contract.ends_on) as last_day
        from contracts.contract
        join contracts.contract_version version on version.contract_id = contract.id and version.version = contract.version
        join contracts.contract_party party on party.contract_id = contract.id
        where contract.status = 'OFFERED' and not exists (
          select from contracts.signature where signature.contract_id = contract.id and signature.version = contract.version
            and signature.organization_id = party.organization_id)
        union
        select contract.id, side.organization_id, 'DELIVERY', contract.signed_on, contract.ends_on
        from contracts.contract
        join contracts.contract_line line on line.contract_id = contract.id and line.version = contract.version
        cross join lateral (values (line.supplier_id), (line.buyer_id)) as side (organization_id)
        where contract.status = 'SIGNED' and line.accepted_kg < line.quantity_kg;
      comment on view contracts.due_v is 'what parties have to do by which day: answer an offer, deliver or take what is not accepted yet; and since when they know';
      grant select (contract_id, version, offered_at) on contracts.contract_version to lienket_worker;
      grant select (contract_id, version, supplier_id, buyer_id, quantity_kg, accepted_kg) on contracts.contract_line to lienket_worker;
      grant select (contract_id, version, organization_id) on contracts.signature to lienket_worker;
      grant select on contracts.due_v to lienket_worker;
      create policy jobs_read on contracts.contract_version for select to lienket_worker using (true);
      create policy jobs_read on contracts.contract_line for select to lienket_worker using (true);
      create policy jobs_read on contracts.signature for select to lienket_worker using (true);

      alter table registry.claim add column granted_at timestamptz;
      grant update (granted_at) on registry.claim to lienket_api;
      create view registry.claim_v with (security_invoker = true) as
        select organization_id, user_id, claimed_at, granted_at from registry.claim;
      grant select (organization_id, user_id, claimed_at, granted_at) on registry.claim to lienket_worker;
      grant select on registry.claim_v to lienket_worker;
    `);
  }

  private async tell(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema notices;
      create table notices.notice (
        id uuid primary key default uuidv7(),
        organization_id uuid,
        user_id uuid,
        kind text not null check (kind in ('OFFERED', 'COUNTERED', 'SIGNED_BY_PARTY', 'SIGNED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'TERMINATED',
          'DELIVERY_RECORDED', 'COMPLETED', 'ATTESTED', 'CLAIM_GRANTED', 'CLAIM_REFUSED', 'ANSWER_DUE', 'DELIVERY_DUE', 'DELIVERY_LATE')),
        contract_id uuid,
        sequence integer,
        claimed_id uuid,
        at timestamptz not null,
        check (num_nonnulls(organization_id, user_id) = 1),
        check (num_nonnulls(contract_id, claimed_id) = 1),
        unique nulls not distinct (organization_id, user_id, contract_id, kind, sequence, claimed_id, at)
      );
      comment on table notices.notice is 'that something happened, and whom it concerns: what is said of it is made of the facts when it is read. Kept for 90 days';
      comment on column notices.notice.organization_id is 'whoever acts for it is told; else one person is, user_id';
      comment on column notices.notice.sequence is 'of the entry in the contract''s history; null where a day alone is told of';
      comment on column notices.notice.claimed_id is 'the organization that a claim is for';
      comment on column notices.notice.at is 'as the fact says it, not when it was told: so that it is told once';
      create index notice_organization on notices.notice (organization_id, at desc, id desc);
      create index notice_user on notices.notice (user_id) where user_id is not null;
      create index notice_at on notices.notice (at);

      create table notices.read_mark (
        user_id uuid not null,
        notice_id uuid not null references notices.notice on delete cascade,
        primary key (user_id, notice_id)
      );
      comment on table notices.read_mark is 'who has read what; one who is told nothing of it any more keeps the mark until the notice goes';
      create index read_mark_notice on notices.read_mark (notice_id);
    `);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema notices to lienket_api, lienket_worker;
      grant select, delete on notices.notice to lienket_api;
      grant select, insert, delete on notices.read_mark to lienket_api;
      grant select, insert, delete on notices.notice to lienket_worker;

      alter table notices.notice enable row level security, force row level security;
      alter table notices.read_mark enable row level security, force row level security;

      create policy own_read on notices.notice for select to lienket_api
        using (organization_id = (select platform.actor('organization_id'))::uuid or user_id = (select platform.actor('user_id'))::uuid);
      create policy own_erase on notices.notice for delete to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy jobs_read on notices.notice for select to lienket_worker using (true);
      create policy jobs_add on notices.notice for insert to lienket_worker with check (true);
      create policy jobs_forget on notices.notice for delete to lienket_worker using (at < clock_timestamp() - interval '90 days');

      create policy own_read on notices.read_mark for select to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
      create policy own_add on notices.read_mark for insert to lienket_api with check (user_id = (select platform.actor('user_id'))::uuid
        and exists (select from notices.notice where notice.id = notice_id));
      create policy own_erase on notices.read_mark for delete to lienket_api using (user_id = (select platform.actor('user_id'))::uuid);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Who was told of what, and whose claim was granted, is not taken away again.'));
  }
}
