// The best plans that we know for the same question in SQL alone: all that the score needs in one narrow table, whose covering index
// answers without looking at the table. To keep it current with every contract and profile would be more work than is counted here.

const INCLUDED =
  'id, owner_id, grade, schemes, kg, lot_kg, variety, first_day, last_day, latitude, longitude, reliability, included';

/** A price that wasn't said is 0 here, so that one bound serves for all; days are numbered from 1970 on. */
export const offersSql = (from, today) => [
  `  drop schema if exists bench cascade;
  create schema bench;
  create table bench.supplier as
    select profile.organization_id as id, ((record.kept + 2.1) / (record.line_count + 3))::float8 as reliability,
      profile.kind <> 'ENTERPRISE' and not exists (
        select from participation.current_link_v link
        where link.organization_id = profile.organization_id and link.valid @> '${today}'::date) as included
    from registry.organization_profile profile
    cross join lateral contracts.supply_record(profile.organization_id, '${from}', '${today}') as record
    where profile.valid @> '${today}'::date and profile.status = 'ACTIVE';
  alter table bench.supplier add primary key (id);
  create function bench.mask(schemes text[]) returns int language sql stable as $$
    select coalesce(sum(1 << place::int), 0)::int from (select code, row_number() over (order by code) - 1 as place
      from registry.certification_scheme) as scheme where code = any(schemes) $$;
  create table bench.mask_of as select certifications, bench.mask(certifications) as mask
    from (select certifications from market.listing union select required_certifications from market.demand) as used;
  create table bench.offer as
    select listing.id, listing.organization_id as owner_id, listing.commodity_code, listing.province_code,
      coalesce(ask_price_vnd_per_kg, 0)::int as price, array_position(commodity.grades, listing.grade)::smallint as grade,
      mask_of.mask as schemes, (quantity_kg - held_kg)::float8 as kg, minimum_lot_kg::float8 as lot_kg, variety,
      lower(available) - date '1970-01-01' as first_day, upper(available) - date '1970-01-01' - 1 as last_day,
      round(coalesce(listing.latitude, organization.latitude, seat_latitude)::text::numeric, 2)::float8 as latitude,
      round(coalesce(listing.longitude, organization.longitude, seat_longitude)::text::numeric, 2)::float8 as longitude,
      supplier.reliability, supplier.included
    from market.listing
    join bench.supplier on supplier.id = listing.organization_id
    join bench.mask_of using (certifications)
    join registry.commodity on commodity.code = listing.commodity_code
    join registry.organization on organization.id = listing.organization_id
    join registry.province on province.code = listing.province_code
    where withdrawn_at is null and held_kg < quantity_kg and upper(available) > '${today}'::date;
  create index offer_by_price on bench.offer (commodity_code, price) include (${INCLUDED});
  create index offer_by_province on bench.offer (commodity_code, province_code, price) include (${INCLUDED});
  create table bench.box as
    select commodity_code, province_code, min(latitude) as south, max(latitude) as north, min(longitude) as west, max(longitude) as east,
      max(reliability) as reliability, max(included::int) as included
    from bench.offer group by 1, 2;
  analyze bench.box`,
  'vacuum analyze bench.offer',
];

/** Open demands of ACTIVE buyers, in an order that only the seed knows, as parameters of the statements below. */
export const WISHES = `
  select demand.id, demand.commodity_code as commodity, demand.buyer_id as buyer, coalesce(maximum_price_vnd_per_kg, 0)::int as price,
    array_position(commodity.grades, minimum_grade) as grade, cardinality(commodity.grades) as grades,
    bench.mask(required_certifications) as schemes,
    (quantity_kg - held_kg)::float8 as kg, minimum_lot_kg::float8 as lot_kg, variety,
    lower(deliver) - date '1970-01-01' as first_day, upper(deliver) - date '1970-01-01' - 1 as last_day,
    round(coalesce(demand.latitude, organization.latitude, seat_latitude)::text::numeric, 2)::float8 as latitude,
    round(coalesce(demand.longitude, organization.longitude, seat_longitude)::text::numeric, 2)::float8 as longitude,
    coalesce(commodity.perishable_days <= 2, false) as perishable
  from market.demand
  join registry.commodity on commodity.code = demand.commodity_code
  join registry.organization on organization.id = demand.buyer_id
  join registry.organization_profile profile
    on profile.organization_id = demand.buyer_id and profile.valid @> $1::date and profile.status = 'ACTIVE'
  join registry.province on province.code = demand.province_code
  where withdrawn_at is null and held_kg < quantity_kg and upper(deliver) > $1::date
  order by md5(demand.id::text || $2) limit $3`;

export const parametersOf = (wish) => [
  ...[wish.commodity, wish.buyer, wish.price, wish.grade, wish.grades, wish.schemes, wish.kg, wish.lot_kg],
  ...[wish.variety, wish.first_day, wish.last_day, wish.latitude, wish.longitude, wish.perishable],
];

const MOST_PRICE = 2 ** 31 - 1;
const BEST = 50;
const CHEAPEST = 12;

/** Metres as distance.ts counts them. */
const metres = (latitude, longitude) => `floor(2 * 6371008.8::float8 * asin(least(1::float8, sqrt(
  sin(($12::float8 - ${latitude}) * 0.017453292519943295 / 2) ^ 2 + cos(${latitude} * 0.017453292519943295)
  * cos($12::float8 * 0.017453292519943295) * sin(($13::float8 - ${longitude}) * 0.017453292519943295 / 2) ^ 2))) + 0.5)`;

const FITS = `offer.commodity_code = $1 and offer.price <= case when $3::int = 0 then ${MOST_PRICE} else $3::int end
  and offer.owner_id <> $2::uuid and ($9::text is null or offer.variety = $9::text) and ($4::int is null or offer.grade <= $4::int)
  and offer.schemes & $6::int = $6::int and least(offer.kg, $7::float8) >= greatest(offer.lot_kg, $8::float8)
  and offer.first_day <= $11::int and offer.last_day >= $10::int
  and (not $14::bool or ${metres('offer.latitude', 'offer.longitude')} <= 300000)`;

/** The score by the default weights, as scoredPairs in match-sql.ts has it, in doubles: what it answers is compared with the exact one. */
const SCORE = `0.3 * case when offer.price = 0 or $3::int = 0 then 0.5
    else greatest(0, least(1, ($3::int - offer.price) / (0.3 * $3::int)::float8)) end
  + 0.2 * 200000 / (200000 + ${metres('offer.latitude', 'offer.longitude')})
  + 0.15 * (least(offer.last_day, $11::int) - greatest(offer.first_day, $10::int) + 1)::float8 / ($11::int - $10::int + 1)
  + 0.15 * (0.6 * least(1, case when offer.grade is null then 0 else coalesce($4::int, $5::int) - offer.grade end / 2.0::float8)
    + 0.4 * least(1, bit_count((offer.schemes & ~ $6::int)::bit(32)) / 2.0::float8))
  + 0.15 * offer.reliability + 0.05 * offer.included::int`;

/** Every offer of the commodity that is cheap enough is looked at, in the index alone. */
export const SCAN = `
  select id, round((${SCORE})::numeric, 6) as score from bench.offer where ${FITS} order by 2 desc, 1 limit ${BEST}`;

/** No offer of a province scores more than this, whatever it costs. */
const REST = `0.2 * 200000 / (200000 + 0.98 * ${metres(
  'least(greatest($12::float8, box.south), box.north)',
  'least(greatest($13::float8, box.west), box.east)',
)}) + 0.3 + 0.15 * box.reliability + 0.05 * box.included`;

/** First the cheapest few of each province: the 50th of them sets how much the others may cost to be looked at at all. */
export const TWO_PHASES = `
  with cheapest as materialized (
    select offer.score from bench.box cross join lateral (
      select ${SCORE} as score from bench.offer where ${FITS} and offer.province_code = box.province_code
      order by offer.price limit ${CHEAPEST}) as offer
    where box.commodity_code = $1),
  bar as materialized (
    select coalesce((select score - 0.000001 from cheapest order by score desc offset ${BEST - 1} limit 1), -1) as score),
  bound as materialized (
    select province_code, case when need <= 0 then ${MOST_PRICE} when need > 1 then -1
      when $3::int = 0 then case when need <= 0.5 then ${MOST_PRICE} else -1 end
      else ceil($3::int * (1 - 0.3 * need))::int end as price
    from (select box.province_code, (bar.score - (${REST})) / 0.3 as need from bench.box, bar where box.commodity_code = $1) as wanted)
  select offer.id, offer.score from bound cross join lateral (
    select offer.id, round((${SCORE})::numeric, 6) as score from bench.offer
    where ${FITS} and offer.province_code = bound.province_code and offer.price <= bound.price
  ) as offer
  order by 2 desc, 1 limit ${BEST}`;
