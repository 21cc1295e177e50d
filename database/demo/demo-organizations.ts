import { addDays, earliest, latest, type Day } from '@lienket/platform';
import type { ChainRole, OrganizationKind, OrganizationStatus } from '@lienket/registry';
import { instantOn, type DemoCalendar } from './demo-calendar.js';
import type { Crop, DemoProvince } from './demo-crops.js';
import type { Dice } from './demo-dice.js';
import { namesOf } from './demo-names.js';
import type { DemoOrganization } from './demo-organization.js';

/**
 * Active today, in the proportions of the kinds at the end of 2025 (shared/domain/facts.md §1): 65,918 groups, 35,041
 * cooperatives, 164 unions, of which a country of 1,917 has 1,250, 664 and 3.
 */
const ACTIVE_TODAY = { COOPERATIVE_GROUP: 1250, COOPERATIVE: 664, COOPERATIVE_UNION: 3 } as const;
/** Cooperatives grow by some five in a hundred a year, groups become fewer. */
const REGISTERED_SINCE = { COOPERATIVE_GROUP: 25, COOPERATIVE: 95 } as const;
const DISSOLVED_SINCE = { COOPERATIVE_GROUP: 30, COOPERATIVE: 8 } as const;
const SUSPENDED_NOW = 5;
const PENDING_NOW = 6;
const CONVERTED = 3;
const PINNED_COOPERATIVES = 2;
const UNION_PROVINCES = ['68', '86', '24'];
const MEMBERS_OF_UNIONS = 20;
const ENTERPRISES: Readonly<Partial<Record<ChainRole, number>>> = {
  PROCESSOR: 24,
  EXPORTER: 14,
  DISTRIBUTOR: 14,
  INPUT_SUPPLIER: 4,
  SERVICE_PROVIDER: 4,
};
const YEARS_OF_FOUNDING_DAYS = 3600;
const AGRICULTURAL_SHARE = 0.67;
const HIGH_TECH_SHARE = 0.074;

export interface DemoRegister {
  readonly all: DemoOrganization[];
  /** Of the four accounts that trade; the two cooperatives take part in nothing. */
  readonly pinned: Record<'coop' | 'coop2' | 'buyer' | 'buyer2', DemoOrganization>;
}

interface Draft {
  readonly kind: OrganizationKind;
  readonly foundedOn: Day;
  readonly provinceCode: string;
  readonly crops: readonly Crop[];
  readonly naming: { readonly name: string; readonly commune: string };
  readonly chainRoles: readonly ChainRole[];
  readonly agricultural: boolean;
  readonly contactEmail?: string;
  readonly status?: OrganizationStatus | undefined;
}

export function makeRegister(
  dice: Dice,
  calendar: DemoCalendar,
  provinces: readonly DemoProvince[],
  crops: readonly Crop[],
): DemoRegister {
  const names = namesOf(dice);
  const all: DemoOrganization[] = [];
  const { takeOver, yesterday } = calendar;

  const add = (draft: Draft): DemoOrganization => {
    const province = provinces.find(({ code }) => code === draft.provinceCode);
    if (!province) throw new Error(`There is no province ${draft.provinceCode}.`);
    const located = dice.chance(0.7);
    const createdAt = instantOn(draft.foundedOn > takeOver ? draft.foundedOn : takeOver, dice.whole(7 * 60, 9 * 60));
    const number = String(all.length + 1);
    const isEnterprise = draft.kind === 'ENTERPRISE';
    const organization: DemoOrganization = {
      ...draft.naming,
      id: dice.id(createdAt),
      latitude: located ? scatter(dice, province.latitude) : null,
      longitude: located ? scatter(dice, province.longitude) : null,
      chainRoles: draft.chainRoles,
      memberCount: memberCountOf(dice, draft.kind),
      highTech: draft.kind !== 'COOPERATIVE_GROUP' && dice.chance(isEnterprise ? 0.3 : HIGH_TECH_SHARE),
      // No real tax code begins with 00, and these phone numbers are nobody's.
      taxCode: draft.kind === 'COOPERATIVE_GROUP' ? null : `00${number.padStart(8, '0')}`,
      contactName: names.person(),
      contactPhone: `090000${number.padStart(4, '0')}`,
      contactEmail: draft.contactEmail ?? (isEnterprise ? `lienhe@doanhnghiep${number}.example` : null),
      foundedOn: draft.foundedOn,
      createdAt,
      crops: draft.crops,
      usualScore: 33 + 23.3 * (dice.next() + dice.next() + dice.next()),
      first: {
        status: draft.status ?? 'ACTIVE',
        kind: draft.kind,
        provinceCode: draft.provinceCode,
        agricultural: draft.agricultural,
        unionId: null,
      },
      changes: [],
    };
    all.push(organization);
    return organization;
  };

  const longAgo = (): Day => dice.day(addDays(takeOver, -YEARS_OF_FOUNDING_DAYS), addDays(takeOver, -30));
  const since = (until: Day = addDays(yesterday, -3)): Day => dice.day(addDays(takeOver, 1), until);
  const addCollective = (
    kind: 'COOPERATIVE_GROUP' | 'COOPERATIVE',
    foundedOn: Day,
    status?: 'PENDING',
  ): DemoOrganization => {
    const provinceCode = dice.weighted(provinces, (province) => province.communeCount).code;
    const agricultural = dice.chance(AGRICULTURAL_SHARE);
    const grown = crops.filter((crop) => crop.provinceCodes.includes(provinceCode));
    const main = agricultural ? dice.weighted(grown, (crop) => crop.marketWeight) : null;
    const alike = grown.filter((crop) => crop.workVi.split(' ')[0] === main?.workVi.split(' ')[0]);
    const second = main && dice.chance(0.35) ? dice.of(alike) : null;
    return add({
      kind,
      foundedOn,
      provinceCode,
      crops: [...new Set([main, second])].filter((crop) => crop !== null),
      naming: kind === 'COOPERATIVE' ? names.cooperative(main) : names.group(main),
      chainRoles:
        kind === 'COOPERATIVE'
          ? ['PRODUCER', ...dice.some<ChainRole>(['SERVICE_PROVIDER', 'DISTRIBUTOR', 'PROCESSOR'], dice.whole(0, 1))]
          : ['PRODUCER'],
      agricultural,
      status,
    });
  };

  const pinned = addPinned(add, crops, longAgo);
  addEnterprises(dice, add, provinces, crops, { names, longAgo, pinnedRoles: ['PROCESSOR', 'EXPORTER'] });
  const unions = UNION_PROVINCES.map((provinceCode) =>
    add({
      kind: 'COOPERATIVE_UNION',
      foundedOn: longAgo(),
      provinceCode,
      crops: dice.some(
        crops.filter((crop) => crop.provinceCodes.includes(provinceCode)),
        2,
      ),
      naming: names.union(provinces.find(({ code }) => code === provinceCode)?.nameVi ?? ''),
      chainRoles: ['PRODUCER', 'DISTRIBUTOR'],
      agricultural: true,
    }),
  );

  const free: Record<'COOPERATIVE_GROUP' | 'COOPERATIVE', DemoOrganization[]> = {
    COOPERATIVE_GROUP: [],
    COOPERATIVE: [],
  };
  for (const kind of ['COOPERATIVE_GROUP', 'COOPERATIVE'] as const) {
    const came = REGISTERED_SINCE[kind] + (kind === 'COOPERATIVE' ? CONVERTED + PINNED_COOPERATIVES : 0);
    const went = DISSOLVED_SINCE[kind] + (kind === 'COOPERATIVE' ? SUSPENDED_NOW : CONVERTED);
    for (let count = 0; count < ACTIVE_TODAY[kind] - came + went; count += 1)
      free[kind].push(addCollective(kind, longAgo()));
    for (let count = 0; count < REGISTERED_SINCE[kind]; count += 1) addCollective(kind, since());
  }
  for (let count = 0; count < PENDING_NOW; count += 1)
    addCollective('COOPERATIVE', dice.day(addDays(yesterday, -20), addDays(yesterday, -1)), 'PENDING');
  changeSome(dice, { since, yesterday, free, unions });
  return { all, pinned };
}

interface Changing {
  readonly since: (until?: Day) => Day;
  readonly yesterday: Day;
  readonly free: Record<'COOPERATIVE_GROUP' | 'COOPERATIVE', DemoOrganization[]>;
  readonly unions: readonly DemoOrganization[];
}

/** Dissolved, suspended, converted, joined and left: each of these changes at most once, so that every history is allowed. */
function changeSome(dice: Dice, { since, yesterday, free, unions }: Changing): void {
  const take = (
    kind: keyof Changing['free'],
    fits: (organization: DemoOrganization) => boolean = () => true,
  ): DemoOrganization => {
    const chosen = dice.of(free[kind].filter(fits));
    free[kind].splice(free[kind].indexOf(chosen), 1);
    return chosen;
  };
  const knownFrom = (effectiveOn: Day): Day => dice.day(effectiveOn, earliest(addDays(effectiveOn, 45), yesterday));

  for (const union of unions)
    for (let count = 0; count < Math.ceil(MEMBERS_OF_UNIONS / unions.length); count += 1) {
      const member = take('COOPERATIVE', (candidate) => candidate.first.agricultural);
      const joined =
        count < 5 ? addDays(latest(member.foundedOn, union.foundedOn), 1) : since(addDays(yesterday, -200));
      member.changes.push({ effectiveOn: joined, knownOn: joined, profile: { unionId: union.id } });
      if (count === 4) {
        const left = dice.day(addDays(yesterday, -180), addDays(yesterday, -30));
        member.changes.push({ effectiveOn: left, knownOn: knownFrom(left), profile: { unionId: null } });
      }
    }
  for (let count = 0; count < CONVERTED; count += 1) {
    const effectiveOn = since();
    take('COOPERATIVE_GROUP').changes.push({
      effectiveOn,
      knownOn: knownFrom(effectiveOn),
      profile: { kind: 'COOPERATIVE' },
    });
  }
  for (const kind of ['COOPERATIVE_GROUP', 'COOPERATIVE'] as const)
    for (let count = 0; count < DISSOLVED_SINCE[kind]; count += 1) {
      const effectiveOn = since();
      take(kind).changes.push({
        effectiveOn,
        knownOn: knownFrom(effectiveOn),
        profile: { status: 'DISSOLVED' },
        reason: 'Giải thể theo nghị quyết của thành viên',
      });
    }
  for (let count = 0; count < SUSPENDED_NOW; count += 1) {
    const effectiveOn = dice.day(addDays(yesterday, -150), addDays(yesterday, -10));
    take('COOPERATIVE').changes.push({
      effectiveOn,
      knownOn: knownFrom(effectiveOn),
      profile: { status: 'SUSPENDED' },
      reason: 'Tạm ngừng hoạt động để củng cố bộ máy',
    });
  }
}

type Add = (draft: Draft) => DemoOrganization;

function addPinned(add: Add, crops: readonly Crop[], longAgo: () => Day): DemoRegister['pinned'] {
  const crop = (code: string): Crop[] => crops.filter((candidate) => candidate.code === code);
  const place = { agricultural: true, foundedOn: longAgo() };
  return {
    coop: add({
      ...place,
      contactEmail: 'coop@demo.lienket.vn',
      kind: 'COOPERATIVE',
      provinceCode: '86',
      crops: crop('coconut'),
      naming: { name: 'Hợp tác xã Dừa Sông Ba Lá', commune: 'Xã Thạnh Lợi Đông' },
      chainRoles: ['PRODUCER'],
    }),
    coop2: add({
      ...place,
      contactEmail: 'coop2@demo.lienket.vn',
      kind: 'COOPERATIVE',
      provinceCode: '66',
      crops: crop('robusta'),
      naming: { name: 'Hợp tác xã Cà phê Ea Nắng', commune: 'Xã Ea Nắng' },
      chainRoles: ['PRODUCER', 'PROCESSOR'],
    }),
    buyer: add({
      ...place,
      contactEmail: 'buyer@demo.lienket.vn',
      kind: 'ENTERPRISE',
      provinceCode: '86',
      crops: [...crop('coconut'), ...crop('pomelo')],
      naming: { name: 'Công ty cổ phần Chế biến dừa Bến Mới', commune: 'Phường Phú Đông' },
      chainRoles: ['PROCESSOR'],
    }),
    buyer2: add({
      ...place,
      contactEmail: 'buyer2@demo.lienket.vn',
      kind: 'ENTERPRISE',
      provinceCode: '79',
      crops: [...crop('robusta'), ...crop('pepper')],
      naming: { name: 'Công ty TNHH Xuất khẩu nông sản Ngàn Nắng', commune: 'Phường Tân Đông' },
      chainRoles: ['EXPORTER'],
    }),
  };
}

interface EnterpriseBackground {
  readonly names: ReturnType<typeof namesOf>;
  readonly longAgo: () => Day;
  /** Roles of enterprises that are there already. */
  readonly pinnedRoles: readonly ChainRole[];
}

/** Every crop gets its buyers: they are dealt out in turn, the often traded ones more often. */
function addEnterprises(
  dice: Dice,
  add: Add,
  provinces: readonly DemoProvince[],
  crops: readonly Crop[],
  background: EnterpriseBackground,
): void {
  const deck = crops.flatMap((crop) => Array.from({ length: crop.marketWeight > 2 ? 5 : 3 }, () => crop));
  const shuffled = dice.some(deck, deck.length);
  let dealt = 0;
  for (const [role, wanted] of Object.entries(ENTERPRISES) as [ChainRole, number][]) {
    const there = background.pinnedRoles.filter((pinned) => pinned === role).length;
    for (let count = there; count < wanted; count += 1) {
      const buys = role === 'PROCESSOR' || role === 'EXPORTER' || role === 'DISTRIBUTOR';
      const own = buys
        ? Array.from({ length: 5 }, () => shuffled[dealt++ % shuffled.length]).filter((crop) => crop !== undefined)
        : [];
      const provinceCode =
        own[0] && dice.chance(0.6)
          ? dice.of(own[0].provinceCodes)
          : dice.of(['79', '75', '01', '31', '92', ...provinces.map(({ code }) => code)]);
      add({
        kind: 'ENTERPRISE',
        foundedOn: background.longAgo(),
        provinceCode,
        crops: [...new Set(own)],
        naming: background.names.enterprise(role),
        chainRoles:
          role === 'PROCESSOR' && count % 4 === 0
            ? ['PROCESSOR', 'EXPORTER']
            : role === 'DISTRIBUTOR' && count % 5 === 0
              ? ['DISTRIBUTOR', 'INPUT_SUPPLIER']
              : [role],
        agricultural: dice.chance(0.6),
      });
    }
  }
}

const scatter = (dice: Dice, degrees: number): number => Math.round((degrees + dice.between(-0.22, 0.22)) * 1e5) / 1e5;

function memberCountOf(dice: Dice, kind: OrganizationKind): number | null {
  if (kind === 'ENTERPRISE') return null;
  if (kind === 'COOPERATIVE_UNION') return dice.whole(4, 9);
  return kind === 'COOPERATIVE' ? Math.round(20 + 300 * dice.next() ** 3) : dice.whole(5, 40);
}
