import type { Day } from '@lienket/platform';
import type { ChainRole, OrganizationKind, OrganizationStatus } from '@lienket/registry';
import type { Crop } from './demo-crops.js';

export interface DemoProfile {
  readonly status: OrganizationStatus;
  readonly kind: OrganizationKind;
  readonly provinceCode: string;
  readonly agricultural: boolean;
  readonly unionId: string | null;
}

export interface ProfileChange {
  readonly effectiveOn: Day;
  /** When somebody recorded it: that day or later. */
  readonly knownOn: Day;
  readonly profile: Partial<DemoProfile>;
  /** Of a change of status. */
  readonly reason?: string;
}

/** An organization of the demo with its whole history, in the order of its days. */
export interface DemoOrganization {
  readonly id: string;
  readonly name: string;
  readonly commune: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly chainRoles: readonly ChainRole[];
  readonly memberCount: number | null;
  readonly highTech: boolean;
  readonly taxCode: string | null;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string | null;
  readonly foundedOn: Day;
  readonly createdAt: Date;
  /** What it grows, makes or buys; none where it doesn't trade produce. */
  readonly crops: readonly Crop[];
  /** Around which its yearly ratings lie. */
  readonly usualScore: number;
  readonly first: DemoProfile;
  readonly changes: ProfileChange[];
}

/** What it is on a day, by what was known on another; null before it was founded. */
export function profileOn(organization: DemoOrganization, day: Day, knownOn: Day = '9999-12-31'): DemoProfile | null {
  if (day < organization.foundedOn) return null;
  if (organization.changes.length === 0) return organization.first;
  return organization.changes
    .filter((change) => change.effectiveOn <= day && change.knownOn <= knownOn)
    .reduce((profile, change) => ({ ...profile, ...change.profile }), organization.first);
}

export const isActive = (organization: DemoOrganization, day: Day): boolean =>
  profileOn(organization, day)?.status === 'ACTIVE';

/** Rows of registry.organization_profile, by what was known on a day. */
export function profileRows(organization: DemoOrganization, knownOn: Day): object[] {
  const known = organization.changes.filter((change) => change.knownOn <= knownOn);
  const starts = [organization.foundedOn, ...known.map((change) => change.effectiveOn)];
  return starts.map((from, index) => {
    const profile = profileOn(organization, from, knownOn) ?? organization.first;
    return {
      organization_id: organization.id,
      valid: `[${from},${starts[index + 1] ?? ''})`,
      status: profile.status,
      kind: profile.kind,
      province_code: profile.provinceCode,
      agricultural: profile.agricultural,
      union_id: profile.unionId,
    };
  });
}

export const organizationRow = (organization: DemoOrganization): object => ({
  id: organization.id,
  name: organization.name,
  tax_code: organization.taxCode,
  commune: organization.commune,
  latitude: organization.latitude,
  longitude: organization.longitude,
  chain_roles: organization.chainRoles,
  member_count: organization.memberCount,
  high_tech: organization.highTech,
  contact_name: organization.contactName,
  contact_phone: organization.contactPhone,
  contact_email: organization.contactEmail,
  created_at: organization.createdAt,
});
