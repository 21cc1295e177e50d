import { manages, type Viewer } from '@lienket/identity';
import { plainName, UnreadableCell, type Day, type Reason } from '@lienket/platform';
import { REASONS } from './register-reasons.js';
import { CHAIN_ROLES, type ChainRole, type OrganizationKind } from './organization-profile.js';

/** One line of a register, every cell read; what is left empty is null. */
export interface RegisterEntry {
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly taxCode: string | null;
  readonly provinceCode: string;
  readonly commune: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly chainRoles: readonly ChainRole[];
  readonly memberCount: number | null;
  readonly agricultural: boolean;
  readonly highTech: boolean;
  readonly registeredOn: Day;
  readonly unionTaxCode: string | null;
  readonly ratingYear: number | null;
  readonly ratingScore: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
}

export type RegisterColumn = keyof RegisterEntry;

/** What cells are judged by. */
export interface RegisterBackground {
  readonly today: Day;
  /** Codes of the 34 provinces, and plain names of them and of the 63 former ones, each to its code. */
  readonly provinceOf: ReadonlyMap<string, string>;
  /** In whose provinces an organization has to be; null for an operator. */
  readonly viewer: Viewer | null;
}

type Read<T> = (cell: string, background: RegisterBackground) => T;

const KINDS: Readonly<Record<string, OrganizationKind>> = {
  'cooperative group': 'COOPERATIVE_GROUP',
  cooperative: 'COOPERATIVE',
  'cooperative union': 'COOPERATIVE_UNION',
  enterprise: 'ENTERPRISE',
  'to hop tac': 'COOPERATIVE_GROUP',
  tht: 'COOPERATIVE_GROUP',
  'hop tac xa': 'COOPERATIVE',
  htx: 'COOPERATIVE',
  'lien hiep hop tac xa': 'COOPERATIVE_UNION',
  lhhtx: 'COOPERATIVE_UNION',
  'doanh nghiep': 'ENTERPRISE',
  dn: 'ENTERPRISE',
};
const ROLES: Readonly<Record<string, ChainRole>> = {
  'san xuat': 'PRODUCER',
  'che bien': 'PROCESSOR',
  'phan phoi': 'DISTRIBUTOR',
  'xuat khau': 'EXPORTER',
  'cung ung vat tu': 'INPUT_SUPPLIER',
  'dich vu': 'SERVICE_PROVIDER',
};
const TRUTHS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  1: true,
  co: true,
  false: false,
  no: false,
  0: false,
  khong: false,
};

const TEXT_MAX = 200;
const MEMBERS_MAX = 10_000_000;
const YEAR_MIN = 1900;
export const isTaxCode = (text: string): boolean => /^\d{10}(-\d{3})?$/.test(text);
const UNWRITABLE = /[\p{Cc}\p{Cs}]/u;

/** What every column may hold, in the order in which docs/register.md lists them. */
export const REGISTER_COLUMNS: { readonly [C in RegisterColumn]: Read<RegisterEntry[C]> } = {
  kind: (cell) => known(KINDS[plainName(cell)], REASONS.kind),
  name: (cell) => known(text(cell), REASONS.missing),
  taxCode: optional(taxCodeIn),
  provinceCode: (cell, { provinceOf, viewer }) => {
    const code = known(provinceOf.get(plainName(cell)), REASONS.province);
    if (viewer !== null && !manages(viewer, code)) throw new UnreadableCell(REASONS.scope);
    return code;
  },
  commune: text,
  latitude: optional((cell) => numberWithin(cell, 6, 24)),
  longitude: optional((cell) => numberWithin(cell, 102, 118)),
  chainRoles: chainRolesIn,
  memberCount: optional((cell) => numberWithin(matching(cell, /^\d+$/, REASONS.wholeNumber), 0, MEMBERS_MAX)),
  agricultural: truth(true),
  highTech: truth(false),
  registeredOn: (cell, { today }) => (cell === '' ? today : pastDay(cell, today)),
  unionTaxCode: optional(taxCodeIn),
  ratingYear: optional((cell, { today }) =>
    numberWithin(matching(cell, /^\d{4}$/, REASONS.year), YEAR_MIN, Number(today.slice(0, 4))),
  ),
  ratingScore: optional((cell) => {
    numberWithin(matching(cell, /^\d{1,3}(\.\d{1,2})?$/, REASONS.score), 0, 100);
    return cell;
  }),
  contactName: text,
  contactPhone: text,
};

function optional<T>(read: Read<T>): Read<T | null> {
  return (cell, background) => (cell === '' ? null : read(cell, background));
}

function known<T>(value: T | null | undefined, reason: Reason): T {
  if (value === null || value === undefined) throw new UnreadableCell(reason);
  return value;
}

function text(cell: string): string | null {
  if (cell === '') return null;
  if (cell.length > TEXT_MAX) throw new UnreadableCell(REASONS.tooLong(TEXT_MAX));
  if (UNWRITABLE.test(cell)) throw new UnreadableCell(REASONS.unwritable);
  return cell.normalize('NFC');
}

function matching(cell: string, form: RegExp, reason: Reason): string {
  if (!form.test(cell)) throw new UnreadableCell(reason);
  return cell;
}

function numberWithin(cell: string, least: number, most: number): number {
  const value = Number(matching(cell, /^-?\d+(\.\d+)?$/, REASONS.number));
  if (value < least || value > most) throw new UnreadableCell(REASONS.between(least, most));
  return value;
}

function truth(otherwise: boolean): Read<boolean> {
  return (cell) => (cell === '' ? otherwise : known(TRUTHS[plainName(cell)], REASONS.truth));
}

function taxCodeIn(cell: string): string {
  if (!isTaxCode(cell)) throw new UnreadableCell(REASONS.taxCode);
  return cell;
}

export function chainRolesIn(cell: string): ChainRole[] {
  const names = cell.split(/[;|]/).map(plainName);
  const found = names.map((name) =>
    known(CHAIN_ROLES.find((role) => plainName(role) === name) ?? ROLES[name], REASONS.role),
  );
  return [...new Set(found)];
}

/** Written as in Vietnam, or as 2026-01-31. */
export function dayIn(cell: string): Day {
  const [, dayOfMonth = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? [];
  const written = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const exists =
    /^\d{4}-\d\d-\d\d$/.test(written) &&
    !Number.isNaN(Date.parse(`${written}T00:00:00Z`)) &&
    new Date(`${written}T00:00:00Z`).toISOString().startsWith(written);
  if (!exists) throw new UnreadableCell(REASONS.day);
  return written;
}

function pastDay(cell: string, today: Day): Day {
  const day = dayIn(cell);
  if (day > today || Number(day.slice(0, 4)) < YEAR_MIN) throw new UnreadableCell(REASONS.dayRange(YEAR_MIN));
  return day;
}
