/** Open listings of ACTIVE organizations of one commodity, newest first: the page in one statement. */
export const PAGE_SQL = `
  select listing.id, variety, grade, certifications, trim_scale(quantity_kg)::text as "quantityKg",
    trim_scale(quantity_kg - held_kg)::text as "remainingKg", trim_scale(minimum_lot_kg)::text as "minimumLotKg",
    lower(available) as "availableFrom", upper(available) - 1 as "availableTo",
    ask_price_vnd_per_kg::text as "askPriceVndPerKg", listing.created_at as "createdAt",
    organization.id as "organizationId", organization.name as "organizationName", profile.kind,
    province.code as "provinceCode", province.name_vi as "nameVi"
  from market.listing
  join registry.organization on organization.id = listing.organization_id
  join registry.organization_profile profile
    on profile.organization_id = listing.organization_id and profile.valid @> bench.today()
  join registry.province on province.code = listing.province_code
  where profile.status = 'ACTIVE' and withdrawn_at is null and held_kg < quantity_kg and upper(available) > bench.today()
    and commodity_code = $1
  order by listing.created_at desc, listing.id desc limit $2`;

/** The same in views, for what reads the database by its tables. */
export const VIEWS_SQL = `
  drop schema if exists bench cascade;
  create schema bench;
  create function bench.today() returns date language sql stable as $$ select (now() at time zone 'Asia/Ho_Chi_Minh')::date $$;
  create view bench.listing as
    select listing.id, listing.organization_id, commodity_code, listing.province_code, variety, grade, certifications,
      trim_scale(quantity_kg)::text as quantity_kg, trim_scale(quantity_kg - held_kg)::text as remaining_kg,
      trim_scale(minimum_lot_kg)::text as minimum_lot_kg, lower(available) as available_from, upper(available) - 1 as available_to,
      ask_price_vnd_per_kg::text as ask_price_vnd_per_kg, listing.created_at
    from market.listing
    join registry.organization_profile profile
      on profile.organization_id = listing.organization_id and profile.valid @> bench.today()
    where profile.status = 'ACTIVE' and withdrawn_at is null and held_kg < quantity_kg and upper(available) > bench.today();
  create view bench.organization as
    select organization.id, name, kind from registry.organization
    join registry.organization_profile profile on profile.organization_id = organization.id and profile.valid @> bench.today();
  create view bench.province as select code, name_vi from registry.province;
  comment on view bench.listing is
    E'@primaryKey id\\n@foreignKey (organization_id) references bench.organization (id)\\n@foreignKey (province_code) references bench.province (code)';
  comment on view bench.organization is '@primaryKey id';
  comment on view bench.province is '@primaryKey code';`;
