import type { ChainRole, OrganizationKind, OrganizationStatus } from '@lienket/registry';
import type { Crop, DemoProvince } from '../demo/demo-crops.js';
import type { Dice } from '../demo/demo-dice.js';
import { atHour } from './national-days.js';
import { diceFor, idAt, powerLaw, weightedDraw } from './national-dice.js';
import { cropDraw } from './national-crops.js';
import type { NationalPlan } from './national-plan.js';

/** What an organization is from a day on. */
export interface ProfileFrom {
  readonly from: number;
  readonly status: OrganizationStatus;
  readonly kind: OrganizationKind;
  readonly unionId: string | null;
}

export interface NationalOrganization {
  readonly id: string;
  /** 1, 2, 3 …: its tax code and its phone number end with it. */
  readonly number: number;
  readonly kind: OrganizationKind;
  readonly province: DemoProvince;
  /** What it grows or buys; none where it doesn't trade produce. */
  readonly crops: readonly Crop[];
  readonly chainRoles: readonly ChainRole[];
  /** How much it does beside others. */
  readonly activity: number;
  readonly foundedOn: number;
  readonly createdAt: number;
  readonly agricultural: boolean;
  /** In the order of their days; the first begins when it was founded. */
  readonly profiles: ProfileFrom[];
}

const AGRICULTURAL_SHARE = 0.67;
const SECOND_CROP_SHARE = 0.35;
const FOUNDED_SINCE_SHARE = 0.08;
const YEARS_OF_FOUNDING_DAYS = 3600;
/** Whoever posts is there for so long. */
const SETTLED_DAYS = 100;
const ACTIVITY_MOST = 200;
const BUYER_ROLES: readonly (readonly [role: ChainRole, weight: number])[] = [
  ['PROCESSOR', 45],
  ['DISTRIBUTOR', 30],
  ['EXPORTER', 25],
];
/** Of those without a change of their own. */
const FATES = [
  ['DISSOLVED', 300],
  ['SUSPENDED', 30],
  ['PENDING', 20],
  ['CONVERTED', 30],
  ['STEADY', 9620],
] as const;

export interface NationalRegister {
  readonly all: readonly NationalOrganization[];
  /** Of the collective economy, ACTIVE from their founding on, with something to sell. */
  readonly suppliers: readonly NationalOrganization[];
  readonly buyers: readonly NationalOrganization[];
}

export function makeOrganizations(
  seed: number,
  plan: NationalPlan,
  { crops, provinces }: { crops: readonly Crop[]; provinces: readonly DemoProvince[] },
): NationalRegister {
  const dice = diceFor(seed, 'organizations');
  const all: NationalOrganization[] = [];
  const provinceDraw = weightedDraw(provinces.map(({ communeCount }) => communeCount));
  const byCode = new Map(provinces.map((province) => [province.code, province]));
  const grownIn = new Map(
    provinces.map(({ code }) => [code, cropDraw(crops, (crop) => crop.provinceCodes.includes(code))] as const),
  );
  const grownAround = new Map(
    provinces.map(({ regionVi }) => [regionVi, cropDraw(crops, (crop) => isGrownAround(crop, regionVi, byCode))]),
  );
  const roleDraw = weightedDraw(BUYER_ROLES.map(([, weight]) => weight));

  const add = (
    kind: OrganizationKind,
    foundedOn: number,
    its: Pick<NationalOrganization, 'province' | 'crops' | 'chainRoles' | 'agricultural'>,
  ): NationalOrganization => {
    const createdAt =
      foundedOn < plan.firstDay ? atHour(plan.firstDay - 1, 8) + dice.whole(0, 3_599_999) : atHour(foundedOn, 9);
    const organization = {
      ...its,
      id: idAt(dice, createdAt),
      number: all.length + 1,
      kind,
      activity: powerLaw(dice, ACTIVITY_MOST),
      foundedOn,
      createdAt,
      profiles: [{ from: foundedOn, status: 'ACTIVE' as const, kind, unionId: null }],
    };
    all.push(organization);
    return organization;
  };
  const longAgo = (): number => plan.firstDay - dice.whole(30, YEARS_OF_FOUNDING_DAYS);
  const founded = (): number =>
    dice.chance(FOUNDED_SINCE_SHARE) ? dice.whole(plan.firstDay, plan.today - SETTLED_DAYS) : longAgo();

  /** The first ones get a crop each, so that every crop is grown however small the country. */
  const produce = (index: number) => {
    const dealt = crops[index];
    const province = dealt ? byCode.get(dice.of(dealt.provinceCodes)) : provinces[provinceDraw(dice)];
    if (!province) throw new Error('Crops grow in provinces that there are.');
    const agricultural = dealt !== undefined || dice.chance(AGRICULTURAL_SHARE);
    const draw = grownIn.get(province.code);
    if (!agricultural || !draw) return { province, crops: [], agricultural };
    const [first, second] = [dealt ?? draw(dice), dice.chance(SECOND_CROP_SHARE) ? draw(dice) : null];
    return { province, agricultural, crops: second && second !== first ? [first, second] : [first] };
  };
  const buying = () => {
    const province = provinces[provinceDraw(dice)] as DemoProvince;
    const draw = grownAround.get(province.regionVi);
    const bought = Array.from({ length: dice.whole(2, 6) }, () => draw?.(dice)).filter((crop) => crop !== undefined);
    return { province, crops: [...new Set(bought)], agricultural: dice.chance(0.6) };
  };

  const unions = Array.from({ length: plan.unions }, () =>
    add('COOPERATIVE_UNION', longAgo(), { ...produce(Infinity), chainRoles: ['PRODUCER', 'DISTRIBUTOR'] }),
  );
  const steady: NationalOrganization[] = [...unions];
  for (let index = 0; index < plan.cooperatives; index += 1) {
    const isMember = index < plan.unionMembers;
    const cooperative = add('COOPERATIVE', isMember ? longAgo() : founded(), {
      ...produce(index),
      chainRoles: dice.chance(0.3) ? ['PRODUCER', 'SERVICE_PROVIDER'] : ['PRODUCER'],
    });
    if (isMember) joinUnion(dice, plan, cooperative, unions[index % unions.length] as NationalOrganization);
    else if (index >= crops.length && changes(dice, plan, cooperative)) continue;
    steady.push(cooperative);
  }
  for (let index = 0; index < plan.groups; index += 1) {
    const group = add('COOPERATIVE_GROUP', founded(), { ...produce(Infinity), chainRoles: ['PRODUCER'] });
    if (!changes(dice, plan, group)) steady.push(group);
  }
  const buyers = Array.from({ length: plan.buyers }, () => {
    const [role] = BUYER_ROLES[roleDraw(dice)] ?? ['PROCESSOR' as const];
    return add('ENTERPRISE', longAgo(), { ...buying(), chainRoles: [role] });
  });
  return { all, suppliers: steady.filter((organization) => organization.crops.length > 0), buyers };
}

/** Whether it is grown in any province of a region: what is bought there comes from near. */
const isGrownAround = (crop: Crop, regionVi: string, provinces: ReadonlyMap<string, DemoProvince>): boolean =>
  crop.provinceCodes.some((code) => provinces.get(code)?.regionVi === regionVi);

/** Most members joined before 2023. */
function joinUnion(
  dice: Dice,
  { firstDay, today }: NationalPlan,
  { profiles, foundedOn, kind }: NationalOrganization,
  union: NationalOrganization,
): void {
  const from = dice.chance(0.6) ? Math.max(foundedOn, union.foundedOn) + 1 : dice.whole(firstDay, today - 1);
  profiles.push({ from, status: 'ACTIVE', kind, unionId: union.id });
}

const fateDraw = weightedDraw(FATES.map(([, weight]) => weight));

/** Gives it a change of status or kind, or none: then it answers false. */
function changes(dice: Dice, { firstDay, today }: NationalPlan, { profiles, foundedOn, kind }: NationalOrganization) {
  const [fate] = FATES[fateDraw(dice)] ?? ['STEADY'];
  const since = (from: number): number => Math.min(today - 1, dice.whole(Math.max(from, foundedOn + 30), today - 10));
  const become = (from: number, status: OrganizationStatus, as: OrganizationKind = kind): true => {
    profiles.push({ from, status, kind: as, unionId: null });
    return true;
  };
  switch (fate) {
    case 'DISSOLVED':
      return become(since(firstDay), 'DISSOLVED');
    case 'SUSPENDED':
      return become(since(today - 150), 'SUSPENDED');
    case 'CONVERTED':
      return kind === 'COOPERATIVE_GROUP' && become(since(firstDay), 'ACTIVE', 'COOPERATIVE');
    case 'PENDING':
      // Registered in these days, and not yet looked at.
      profiles.splice(0, 1, { from: foundedOn, status: 'PENDING', kind, unionId: null });
      return true;
    case 'STEADY':
      return false;
  }
}

/** Draws one of those that trade a crop, the busy ones more often. */
export function traderDraws(
  traders: readonly NationalOrganization[],
): ReadonlyMap<Crop, (dice: Dice) => NationalOrganization> {
  const byCrop = new Map<Crop, NationalOrganization[]>();
  for (const trader of traders)
    for (const crop of trader.crops) {
      const others = byCrop.get(crop);
      if (others) others.push(trader);
      else byCrop.set(crop, [trader]);
    }
  return new Map(
    [...byCrop].map(([crop, some]) => {
      const draw = weightedDraw(some.map(({ activity }) => activity));
      return [crop, (dice: Dice) => some[draw(dice)] as NationalOrganization];
    }),
  );
}
