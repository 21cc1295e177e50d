import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rounds of matching. Who starts one sees all of it, as administrators do; whom it allots something sees that there was one, its sums,
 * its own allocations, and mean prices that are of three organizations at least. The worker's role runs them.
 */
export class MatchingRounds1795900000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.keepRounds(runner);
    await this.keepResults(runner);
    await this.lookAcross(runner);
    await this.grant(runner);
    await this.guard(runner);
  }

  private async keepRounds(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table matching.round (
        id uuid primary key default uuidv7(),
        started_by uuid not null,
        commodity_codes text[],
        province_codes text[],
        managed_province_codes text[],
        deliver_from date,
        deliver_to date,
        transport_vnd_per_tonne_km integer not null check (transport_vnd_per_tonne_km >= 0),
        inclusion_bonus_vnd bigint not null check (inclusion_bonus_vnd >= 0),
        created_at timestamptz not null,
        status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'SOLVED', 'FAILED', 'CANCELLED')),
        run integer not null default 0,
        leased_until timestamptz,
        stage text check (stage in ('BOOK', 'CANDIDATES', 'PRICES', 'LIMITS', 'CERTIFICATE')),
        stage_done integer,
        stage_of integer,
        progress double precision not null default 0 check (progress between 0 and 1),
        objective_vnd numeric(40, 0),
        bound_vnd numeric(40, 0),
        skipped_listings integer,
        skipped_demands integer,
        newly_participating integer,
        bonus_cost_vnd numeric(40, 0),
        feasible boolean,
        blocking_pairs integer,
        gap double precision,
        checked_at timestamptz,
        book_digest bytea,
        check (case when status = 'SOLVED'
          then num_nulls(objective_vnd, bound_vnd, skipped_listings, skipped_demands, newly_participating, bonus_cost_vnd,
            feasible, blocking_pairs, gap, checked_at, book_digest) = 0
          else num_nonnulls(objective_vnd, bound_vnd, skipped_listings, skipped_demands, newly_participating, bonus_cost_vnd,
            feasible, blocking_pairs, gap, checked_at, book_digest) = 0 end)
      );
      comment on column matching.round.commodity_codes is 'null: every commodity; so for provinces, which narrow the listings';
      comment on column matching.round.managed_province_codes is 'whose listings the starter may run a round over, by the organization''s province; null: everybody''s';
      comment on column matching.round.run is 'how often it was begun: only the newest run may write';
      comment on column matching.round.leased_until is 'a run that lets this pass is lost, and the round is begun again';
      create index round_newest on matching.round (created_at desc, id desc);
      create index round_unfinished on matching.round (created_at) where status in ('QUEUED', 'RUNNING');
    `);
  }

  private async keepResults(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table matching.round_allocation (
        round_id uuid not null references matching.round,
        position integer not null,
        listing_id uuid not null,
        demand_id uuid not null,
        supplier_id uuid not null,
        buyer_id uuid not null,
        quantity_kg bigint not null check (quantity_kg > 0),
        price_vnd_per_kg bigint not null,
        surplus_vnd numeric(40, 0) not null,
        primary key (round_id, position),
        unique (round_id, listing_id, demand_id)
      );
      create index round_allocation_supplier on matching.round_allocation (supplier_id, round_id);
      create index round_allocation_buyer on matching.round_allocation (buyer_id, round_id);

      create table matching.round_shadow_price (
        round_id uuid not null references matching.round,
        commodity_code text not null,
        province_code text not null,
        supply_vnd_per_kg numeric(20, 3) not null,
        demand_vnd_per_kg numeric(20, 3) not null,
        least_organizations integer not null,
        primary key (round_id, commodity_code, province_code)
      );
      comment on column matching.round_shadow_price.least_organizations is 'of how many organizations the prices are means, of suppliers or of buyers, whichever are fewer; a side without any doesn''t count';

      create table matching.round_file (
        round_id uuid primary key references matching.round,
        content bytea not null
      );
      comment on column matching.round_file.content is 'what the round ran on and found, prices by lot too, as JSON, compressed by gzip';
      alter table matching.round_file alter column content set storage external;
    `);
  }

  private async lookAcross(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create, usage on schema matching to lienket_sight;
      grant select (round_id, supplier_id, buyer_id) on matching.round_allocation to lienket_sight;
      create function matching.takes_part(round uuid) returns boolean
        language plpgsql stable security definer set search_path = ''
        as $$ declare
          mine uuid := platform.actor('organization_id');
        begin
          return exists (select from matching.round_allocation a where a.round_id = round and a.supplier_id = mine)
            or exists (select from matching.round_allocation a where a.round_id = round and a.buyer_id = mine);
        end $$;
      comment on function matching.takes_part is 'whether a round allots something to the viewer''s organization, or of it';
      alter function matching.takes_part owner to lienket_sight;
      revoke create on schema matching from lienket_sight;
      revoke execute on function matching.takes_part from public;
      grant execute on function matching.takes_part to lienket_api;
    `);
  }

  private async grant(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant select, update (status) on matching.round to lienket_api;
      grant insert (started_by, commodity_codes, province_codes, managed_province_codes, deliver_from, deliver_to,
        transport_vnd_per_tonne_km, inclusion_bonus_vnd, created_at) on matching.round to lienket_api;
      grant select on matching.round_allocation, matching.round_shadow_price, matching.round_file to lienket_api;

      grant select, update (status, run, leased_until, stage, stage_done, stage_of, progress, objective_vnd, bound_vnd, skipped_listings,
        skipped_demands, newly_participating, bonus_cost_vnd, feasible, blocking_pairs, gap, checked_at, book_digest) on matching.round to lienket_worker;
      grant insert on matching.round_allocation, matching.round_shadow_price, matching.round_file to lienket_worker;

      grant select on market.listing_v, market.demand_v, registry.commodity_v, registry.province_v to lienket_worker;
      grant select on market.listing, market.demand, registry.commodity, registry.province to lienket_worker;
      grant insert on market.posting_acquaintance to lienket_worker;
      grant select, insert, update (contact, partner) on registry.acquaintance to lienket_worker;
    `);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.round enable row level security, force row level security;
      alter table matching.round_allocation enable row level security, force row level security;
      alter table matching.round_shadow_price enable row level security, force row level security;
      alter table matching.round_file enable row level security, force row level security;

      create policy seen_read on matching.round for select to lienket_api
        using (started_by = (select platform.actor('user_id'))::uuid or (select platform.actor('role')) = 'ADMINISTRATOR' or matching.takes_part(id));
      create policy own_add on matching.round for insert to lienket_api
        with check (started_by = (select platform.actor('user_id'))::uuid and (select platform.actor('role')) in ('PROGRAM_MANAGER', 'ADMINISTRATOR')
          and ((select platform.actor('province_codes')) = '*' or managed_province_codes <@ string_to_array((select platform.actor('province_codes')), ',')));
      create policy own_end on matching.round for update to lienket_api
        using (started_by = (select platform.actor('user_id'))::uuid or (select platform.actor('role')) = 'ADMINISTRATOR');
      create policy cancelled_only on matching.round as restrictive for update to lienket_api with check (status = 'CANCELLED');
      create policy jobs_read on matching.round for select to lienket_worker using (true);
      create policy jobs_run on matching.round for update to lienket_worker using (true);

      create policy seen_read on matching.round_allocation for select to lienket_api
        using ((select platform.actor('organization_id'))::uuid in (supplier_id, buyer_id)
          or exists (select from matching.round r where r.id = round_id
            and (r.started_by = (select platform.actor('user_id'))::uuid or (select platform.actor('role')) = 'ADMINISTRATOR')));
      create policy jobs_add on matching.round_allocation for insert to lienket_worker with check (true);
      create policy across_read on matching.round_allocation for select to lienket_sight using (true);

      create policy seen_read on matching.round_shadow_price for select to lienket_api
        using (exists (select from matching.round r where r.id = round_id
          and (least_organizations >= 3 or r.started_by = (select platform.actor('user_id'))::uuid or (select platform.actor('role')) = 'ADMINISTRATOR')));
      create policy jobs_add on matching.round_shadow_price for insert to lienket_worker with check (true);

      create policy own_read on matching.round_file for select to lienket_api
        using (exists (select from matching.round r where r.id = round_id
          and (r.started_by = (select platform.actor('user_id'))::uuid or (select platform.actor('role')) = 'ADMINISTRATOR')));
      create policy jobs_add on matching.round_file for insert to lienket_worker with check (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy seen_read on matching.round;
      drop function matching.takes_part;
      drop table matching.round_file, matching.round_shadow_price, matching.round_allocation, matching.round;
      revoke select on market.listing_v, market.demand_v, registry.commodity_v, registry.province_v from lienket_worker;
      revoke select on market.listing, market.demand, registry.commodity, registry.province from lienket_worker;
      revoke insert on market.posting_acquaintance from lienket_worker;
      revoke select, insert, update (contact, partner) on registry.acquaintance from lienket_worker;
      revoke usage on schema matching from lienket_sight;
    `);
  }
}
