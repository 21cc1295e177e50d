import type { Day } from '@lienket/platform';

/** Tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã, doanh nghiệp. */
export const ORGANIZATION_KINDS = ['COOPERATIVE_GROUP', 'COOPERATIVE', 'COOPERATIVE_UNION', 'ENTERPRISE'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export const CHAIN_ROLES = [
  'PRODUCER',
  'PROCESSOR',
  'DISTRIBUTOR',
  'EXPORTER',
  'INPUT_SUPPLIER',
  'SERVICE_PROVIDER',
] as const;
export type ChainRole = (typeof CHAIN_ROLES)[number];

export type OrganizationStatus = 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'DISSOLVED';

/** What an organization is on a day, as far as a figure rests on it. */
export interface OrganizationProfile {
  readonly status: OrganizationStatus;
  readonly kind: OrganizationKind;
  readonly provinceCode: string;
  readonly agricultural: boolean;
  /** The union of cooperatives that it belongs to. */
  readonly unionId: string | null;
}

/** The days from `from` until the day before `until` (null: for good) on which a profile holds. */
export interface ProfileStretch extends OrganizationProfile {
  readonly from: Day;
  readonly until: Day | null;
}

/** All days of an organization from its registration on: in order, without gap or overlap, never empty. */
export type ProfileHistory = readonly ProfileStretch[];

const ATTRIBUTES = ['status', 'kind', 'provinceCode', 'agricultural', 'unionId'] as const;

export const newHistory = (profile: OrganizationProfile, registeredOn: Day): ProfileHistory => [
  { ...profile, from: registeredOn, until: null },
];

/** What holds on a day; undefined before the registration. */
export const profileOn = (history: ProfileHistory, day: Day): ProfileStretch | undefined =>
  history.find((stretch) => stretch.from <= day && (stretch.until === null || day < stretch.until));

/** The value that an attribute changes to next after a day; undefined where it never changes again. */
export function nextChange<A extends keyof OrganizationProfile>(
  history: ProfileHistory,
  attribute: A,
  day: Day,
): OrganizationProfile[A] | undefined {
  const current = profileOn(history, day)?.[attribute];
  return history.find((stretch) => stretch.from > day && stretch[attribute] !== current)?.[attribute];
}

/**
 * The history after an attribute was set from a day on: the new value holds until the next change of that attribute that
 * is already recorded. Other attributes keep their days. The day must not lie before the registration.
 */
export function changeFrom<A extends keyof OrganizationProfile>(
  history: ProfileHistory,
  attribute: A,
  value: OrganizationProfile[A],
  day: Day,
): ProfileHistory {
  const before = profileOn(history, day)?.[attribute];
  let replaces = false;
  const changed = history.flatMap((stretch): ProfileStretch[] => {
    const holdsDay = stretch.from <= day && (stretch.until === null || day < stretch.until);
    if (holdsDay) replaces = true;
    else if (stretch[attribute] !== before) replaces = false;
    if (!replaces) return [stretch];
    if (!holdsDay || stretch.from === day) return [{ ...stretch, [attribute]: value }];
    return [
      { ...stretch, until: day },
      { ...stretch, from: day, [attribute]: value },
    ];
  });
  return joined(changed);
}

/** Neighbours that say the same become one. */
function joined(history: ProfileHistory): ProfileHistory {
  const result: ProfileStretch[] = [];
  for (const stretch of history) {
    const last = result.at(-1);
    if (last && ATTRIBUTES.every((attribute) => last[attribute] === stretch[attribute]))
      result[result.length - 1] = { ...last, until: stretch.until };
    else result.push(stretch);
  }
  return result;
}
