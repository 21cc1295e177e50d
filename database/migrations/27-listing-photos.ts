import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of listings, as JPEG. Who sees a listing sees them; who trades for its organization adds and removes them. */
export class ListingPhotos1795900000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.keep(runner);
    await this.look(runner);
    await this.guard(runner);
  }

  private async keep(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table market.listing_photo (
        id uuid primary key default uuidv7(),
        listing_id uuid not null references market.listing,
        position smallint not null check (position between 1 and 4),
        content bytea not null check (octet_length(content) between 1 and 150000 and substr(content, 1, 2) = '\\xffd8'),
        digest bytea not null generated always as (sha256(content)) stored,
        width smallint not null check (width between 1 and 2048),
        height smallint not null check (height between 1 and 2048),
        added_at timestamptz not null,
        added_by uuid not null,
        unique (listing_id, position),
        unique (listing_id, digest)
      );
      comment on table market.listing_photo is 'at most four of a listing, until a year after it was withdrawn or over';
      comment on column market.listing_photo.content is 'a JPEG without what says where and by whom it was taken';
      alter table market.listing_photo alter column content set storage external;
    `);
  }

  /** As the caller: they read what it looks at themselves. */
  private async look(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function market.is_listing_seen(listing uuid) returns boolean
        language plpgsql stable set search_path = ''
        as $$ declare
          today date := platform.actor('today')::date;
          mine uuid := platform.actor('organization_id')::uuid;
          provinces text[] := string_to_array(platform.actor('province_codes'), ',');
        begin
          return platform.actor('user_id') is not null and exists (
            select from market.listing l
            join registry.organization_profile owner on owner.organization_id = l.organization_id and owner.valid @> today
            where l.id = listing and (
              (owner.status = 'ACTIVE' and l.withdrawn_at is null and l.held_kg < l.quantity_kg and upper(l.available) > today)
              or l.organization_id = mine or provinces = '{*}' or owner.province_code = any (provinces)
              or exists (
                select from market.posting_acquaintance acquaintance
                join registry.organization_profile party on party.organization_id = acquaintance.organization_id and party.valid @> today
                where acquaintance.posting_id = l.id and (party.organization_id = mine or party.province_code = any (provinces)))));
        end $$;
      comment on function market.is_listing_seen is 'whether the viewer may see a listing today, as design §6 says';

      create function market.is_traded_by_viewer(listing uuid) returns boolean
        language sql stable set search_path = ''
        as $$ select platform.actor('role') = 'TRADER' and platform.actor('organization_role') in ('OWNER', 'TRADER') and exists (
                select from market.listing l where l.id = listing and l.organization_id = platform.actor('organization_id')::uuid) $$;
      comment on function market.is_traded_by_viewer is 'whether the viewer trades for the listing''s organization';

      create function market.is_long_over(listing uuid) returns boolean
        language sql stable set search_path = ''
        as $$ select exists (
                select from market.listing l
                where l.id = listing and least(l.withdrawn_at, upper(l.available)::timestamptz) < clock_timestamp() - interval '1 year') $$;
      comment on function market.is_long_over is 'whether a listing was withdrawn or over more than a year ago';
    `);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant select, insert (listing_id, position, content, width, height, added_at, added_by), delete on market.listing_photo to lienket_api;
      grant select (listing_id), delete on market.listing_photo to lienket_worker;

      alter table market.listing_photo enable row level security, force row level security;
      create policy seen_read on market.listing_photo for select to lienket_api using (market.is_listing_seen(listing_id));
      create policy own_add on market.listing_photo for insert to lienket_api
        with check (added_by = (select platform.actor('user_id'))::uuid and market.is_traded_by_viewer(listing_id));
      create policy own_drop on market.listing_photo for delete to lienket_api using (market.is_traded_by_viewer(listing_id));
      create policy jobs_read on market.listing_photo for select to lienket_worker using (market.is_long_over(listing_id));
      create policy jobs_forget on market.listing_photo for delete to lienket_worker using (market.is_long_over(listing_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table market.listing_photo; drop function market.is_listing_seen, market.is_traded_by_viewer, market.is_long_over',
    );
  }
}
