import type { DemandSide, ListingSide, Supplier } from '@lienket/matching';
import { addDays, addYears, type Day } from '@lienket/platform';
import type { MatchWorld, PostingRow } from './match-world.js';

/** The world as the pure rules of matching see it, read from its rows by other steps than SQL takes. */
export const listingsOf = (world: MatchWorld, today: Day): ListingSide[] =>
  world.listings.map((row) => listingSide(world, row, today));
export const demandsOf = (world: MatchWorld, today: Day): DemandSide[] =>
  world.demands.map((row) => demandSide(world, row, today));

function listingSide(world: MatchWorld, row: PostingRow, today: Day): ListingSide {
  return {
    ...side(world, row),
    supplier: supplier(world, row.owner_id, today),
    grade: row.grade,
    certifications: row.certifications,
    availableFrom: row.first_day,
    availableTo: row.last_day,
    askPriceVndPerKg: row.price,
  };
}

function demandSide(world: MatchWorld, row: PostingRow, today: Day): DemandSide {
  return {
    ...side(world, row),
    buyer: supplier(world, row.owner_id, today),
    minimumGrade: row.grade,
    requiredCertifications: row.certifications,
    deliverFrom: row.first_day,
    deliverTo: row.last_day,
    maximumPriceVndPerKg: row.price,
  };
}

function side(world: MatchWorld, row: PostingRow) {
  const goods = world.commodities.find((commodity) => commodity.code === row.commodity_code)!;
  const province = world.provinces.find((candidate) => candidate.code === row.province_code)!;
  return {
    id: row.id,
    goods: { code: goods.code, grades: goods.grades, perishableDays: goods.perishable_days },
    variety: row.variety,
    withdrawn: row.withdrawn_at !== null,
    remainingG: grams(row.quantity_kg) - grams(row.held_kg),
    minimumLotG: grams(row.minimum_lot_kg),
    location: point(row),
    provinceSeat: { latitude: province.seat_latitude, longitude: province.seat_longitude },
  };
}

function supplier(world: MatchWorld, id: string, today: Day): Supplier {
  const row = world.organizations.find((organization) => organization.id === id)!;
  const ended = world.contracts.filter((contract) => {
    if (contract.origin !== 'SIGNED_HERE' || contract.signed_on === null) return false;
    const firstDay = contract.signed_on > contract.starts_on ? contract.signed_on : contract.starts_on;
    const beforeTermination = contract.terminated_on === null ? contract.ends_on : addDays(contract.terminated_on, -1);
    const lastDay = beforeTermination < contract.ends_on ? beforeTermination : contract.ends_on;
    return firstDay <= lastDay && lastDay >= addYears(today, -3) && lastDay <= today;
  });
  return {
    id,
    active: row.statuses[row.changed_on <= today ? 1 : 0] === 'ACTIVE',
    enterprise: row.kind === 'ENTERPRISE',
    location: point(row),
    linked: world.links.some(
      (link) =>
        link.organization_id === id &&
        link.commodity_code === '' &&
        link.known.endsWith(',)') &&
        holdsOn(link.valid, today),
    ),
    endedLines: ended.flatMap((contract) =>
      contract.lines
        .filter((line) => line.version === contract.version && line.supplier_id === id)
        .map((line) => ({ agreedG: grams(line.quantity_kg), acceptedG: grams(line.accepted_kg) })),
    ),
  };
}

const grams = (kilograms: string): number => Math.round(Number(kilograms) * 1000);

const point = ({ latitude, longitude }: { latitude: number | null; longitude: number | null }) =>
  latitude === null || longitude === null ? null : { latitude, longitude };

function holdsOn(range: string, day: Day): boolean {
  const [from = '', to = ''] = range.slice(1, -1).split(',');
  return from <= day && day < to;
}
