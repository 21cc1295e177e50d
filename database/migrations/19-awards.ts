import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What ties contracts that a buyer offered together stands beside them and not on them: who sees a contract of an award mustn't
 * see that there are others. An award is its buyer's, and shown to who manages the buyer's province; a supplier's manager sees the contract alone.
 */
export class Awards1795900000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.award (
        id uuid primary key default uuidv7(),
        buyer_id uuid not null,
        demand_id uuid not null,
        created_at timestamptz not null
      );
      comment on table contracts.award is 'contracts that a buyer offered together to fill one demand';
      create table contracts.award_contract (
        contract_id uuid primary key references contracts.contract,
        award_id uuid not null references contracts.award
      );
      create index award_contract_award on contracts.award_contract (award_id);

      grant select, insert on contracts.award, contracts.award_contract to lienket_api;
      alter table contracts.award enable row level security, force row level security;
      alter table contracts.award_contract enable row level security, force row level security;

      create policy buyer_read on contracts.award for select to lienket_api using (
        buyer_id = (select platform.actor('organization_id'))::uuid
        or (select contracts.sees_all())
        or exists (
          select from registry.organization_profile profile
          where profile.organization_id = buyer_id and profile.valid @> (select platform.actor('today'))::date
            and profile.province_code = any (string_to_array((select platform.actor('province_codes')), ','))));
      create policy buyer_add on contracts.award for insert to lienket_api
        with check (buyer_id = (select platform.actor('organization_id'))::uuid);
      create policy no_reader_add on contracts.award as restrictive for insert to lienket_api with check ((select contracts.may_change()));

      create policy buyer_read on contracts.award_contract for select to lienket_api
        using (exists (select from contracts.award where award.id = award_id));
      create policy offered_add on contracts.award_contract for insert to lienket_api with check (contracts.is_made_by_viewer(contract_id));
      create policy own_award_add on contracts.award_contract as restrictive for insert to lienket_api with check (exists (
        select from contracts.award where award.id = award_id and award.buyer_id = (select platform.actor('organization_id'))::uuid));
      create policy no_reader_add on contracts.award_contract as restrictive for insert to lienket_api with check ((select contracts.may_change()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table contracts.award_contract, contracts.award`);
  }
}
