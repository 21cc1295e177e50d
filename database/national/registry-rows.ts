import { ratingBand } from '@lienket/registry';
import type { Dice } from '../demo/demo-dice.js';
import { namesOf } from '../demo/demo-names.js';
import { instantText, listText, type TableRows } from './copy-rows.js';
import { atHour, dayNumber, dayText, stretchText } from './national-days.js';
import { diceFor } from './national-dice.js';
import type { NationalOrganization } from './national-organizations.js';
import type { NationalPlan } from './national-plan.js';

const PLACES = [
  'Tân', 'An', 'Bình', 'Phú', 'Long', 'Mỹ', 'Hòa', 'Thanh', 'Vĩnh', 'Đông', 'Xuân', 'Hưng', 'Nghĩa', 'Thạnh', 'Phước', 'Kim',
]; // prettier-ignore
const KIND_NAMES = {
  COOPERATIVE_GROUP: 'Tổ hợp tác',
  COOPERATIVE: 'Hợp tác xã',
  COOPERATIVE_UNION: 'Liên hiệp hợp tác xã',
  ENTERPRISE: 'Công ty TNHH',
} as const;
const LOCATED_SHARE = 0.7;
const HIGH_TECH_SHARE = 0.11;
const RATED_SHARE = 0.9;
const SUSPENSION_REASON = 'Tạm ngừng hoạt động để củng cố bộ máy';
const DISSOLUTION_REASON = 'Giải thể theo nghị quyết của thành viên';

export function organizationRows(seed: number, organizations: readonly NationalOrganization[]): TableRows {
  const dice = diceFor(seed, 'registry.organization');
  const names = namesOf(dice);
  return {
    table: 'registry.organization',
    columns: [
      'id', 'name', 'tax_code', 'commune', 'latitude', 'longitude', 'chain_roles', 'member_count', 'high_tech',
      'contact_name', 'contact_phone', 'contact_email', 'created_at',
    ], // prettier-ignore
    rows: rowsOf(organizations, (organization) => {
      const place = `${dice.of(PLACES)} ${dice.of(PLACES)}`;
      const isLocated = dice.chance(LOCATED_SHARE);
      const { id, kind, province, number, crops, chainRoles, createdAt } = organization;
      const trade = kind === 'COOPERATIVE_GROUP' ? crops[0]?.workVi : crops[0]?.nameVi;
      return [
        id,
        `${KIND_NAMES[kind]} ${trade ?? 'Dịch vụ'} ${place} ${number}`,
        // No real tax code begins with 00, and these phone numbers are nobody's.
        kind === 'COOPERATIVE_GROUP' ? null : `00${String(number).padStart(8, '0')}`,
        `Xã ${place}`,
        isLocated ? scattered(dice, province.latitude) : null,
        isLocated ? scattered(dice, province.longitude) : null,
        listText(chainRoles),
        memberCount(dice, organization),
        kind !== 'COOPERATIVE_GROUP' && dice.chance(HIGH_TECH_SHARE),
        names.person(),
        phoneOf(organization),
        null,
        instantText(createdAt),
      ];
    }),
  };
}

export const phoneOf = ({ number }: NationalOrganization): string => `0900${String(number).padStart(6, '0')}`;

const scattered = (dice: Dice, degrees: number): number =>
  Math.round((degrees + dice.between(-0.22, 0.22)) * 1e5) / 1e5;

function memberCount(dice: Dice, { kind, activity }: NationalOrganization): number | null {
  if (kind === 'ENTERPRISE') return null;
  if (kind === 'COOPERATIVE_UNION') return dice.whole(4, 9);
  return kind === 'COOPERATIVE' ? 20 + dice.whole(0, 60) + activity * 4 : dice.whole(5, 40);
}

export const profileRows = (organizations: readonly NationalOrganization[]): TableRows => ({
  table: 'registry.organization_profile',
  columns: ['organization_id', 'valid', 'status', 'kind', 'province_code', 'agricultural', 'union_id'],
  rows: manyRowsOf(organizations, ({ id, profiles, province, agricultural }) =>
    profiles.map(({ from, status, kind, unionId }, index) => [
      id,
      stretchText(from, profiles[index + 1]?.from ?? null),
      status,
      kind,
      province.code,
      agricultural,
      unionId,
    ]),
  ),
});

/** Who set which status: everything but what an organization began with. */
export const statusDecisionRows = (organizations: readonly NationalOrganization[], managerId: string): TableRows => ({
  table: 'registry.status_decision',
  columns: ['organization_id', 'status', 'effective_on', 'reason', 'decided_by', 'decided_at'],
  rows: manyRowsOf(organizations, ({ id, profiles }) =>
    profiles.slice(1).flatMap(({ from, status }) => {
      if (status !== 'SUSPENDED' && status !== 'DISSOLVED') return [];
      const reason = status === 'SUSPENDED' ? SUSPENSION_REASON : DISSOLUTION_REASON;
      return [[id, status, dayText(from), reason, managerId, instantText(atHour(from, 10))]];
    }),
  ),
});

/** Cooperatives and unions, each year in which they were active at its end and a year old. Groups are never rated. */
export function ratingRows(
  seed: number,
  { firstDay, today }: NationalPlan,
  organizations: readonly NationalOrganization[],
): TableRows {
  const dice = diceFor(seed, 'registry.rating');
  const years: number[] = [];
  for (let year = Number(dayText(firstDay).slice(0, 4)); yearEnd(year) < today; year += 1) years.push(year);
  return {
    table: 'registry.rating',
    columns: ['organization_id', 'year', 'score', 'band'],
    rows: manyRowsOf(organizations, ({ id, kind, foundedOn, profiles }) => {
      if (kind === 'ENTERPRISE' || kind === 'COOPERATIVE_GROUP' || !dice.chance(RATED_SHARE)) return [];
      const usual = 37 + 21 * (dice.next() + dice.next() + dice.next());
      return years.flatMap((year) => {
        const status = profiles.findLast(({ from }) => from <= yearEnd(year))?.status;
        if (status !== 'ACTIVE' || foundedOn > yearEnd(year - 1)) return [];
        const score = Math.round(Math.min(98, Math.max(25, usual + dice.between(-6, 6))) * 10) / 10;
        return [[id, year, score, ratingBand(score)]];
      });
    }),
  };
}

const yearEnd = (year: number): number => dayNumber(`${year}-12-31`);

export function* rowsOf<Thing, Row>(things: Iterable<Thing>, rowOf: (thing: Thing) => Row): Generator<Row> {
  for (const thing of things) yield rowOf(thing);
}

export function* manyRowsOf<Thing, Row>(
  things: Iterable<Thing>,
  some: (thing: Thing) => Iterable<Row>,
): Generator<Row> {
  for (const thing of things) yield* some(thing);
}
