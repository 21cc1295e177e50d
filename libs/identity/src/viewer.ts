import type { Actor, Day } from '@lienket/platform';

export type UserRole = 'TRADER' | 'PROGRAM_MANAGER' | 'ADMINISTRATOR';

/** What a TRADER is within its organization: an OWNER decides, a TRADER trades, a READER looks. */
export type OrganizationRole = 'OWNER' | 'TRADER' | 'READER';

/** Who is asking. Read from the database for each request: nothing of scope lives in the token. */
export interface Viewer {
  readonly userId: string;
  readonly role: UserRole;
  /** The organization a TRADER acts for. */
  readonly organizationId: string | null;
  /** Null without an organization. */
  readonly organizationRole: OrganizationRole | null;
  /** The provinces a PROGRAM_MANAGER is responsible for; empty means the whole country. */
  readonly provinceCodes: readonly string[];
}

/** Whether the viewer posts, offers, signs and delivers for its organization: a READER sees all of it and changes nothing. */
export const mayTrade = (viewer: Viewer): boolean => viewer.role === 'TRADER' && viewer.organizationRole !== 'READER';

/** Whether the viewer decides what this organization is and who acts for it. */
export const owns = (viewer: Viewer, organizationId: string): boolean =>
  viewer.organizationRole === 'OWNER' && viewer.organizationId === organizationId;

/** Whether the viewer answers for organizations of this province: its program managers and administrators do. */
export function manages(viewer: Viewer, provinceCode: string): boolean {
  if (viewer.role === 'ADMINISTRATOR') return true;
  return (
    viewer.role === 'PROGRAM_MANAGER' &&
    (viewer.provinceCodes.length === 0 || viewer.provinceCodes.includes(provinceCode))
  );
}

/** Whether the viewer sees who acts for this organization. */
export const seesPeople = (
  viewer: Viewer,
  organization: { readonly id: string; readonly provinceCode: string },
): boolean => viewer.organizationId === organization.id || manages(viewer, organization.provinceCode);

/**
 * The provinces that the viewer answers for, as a value for SQL: null for all of them, an empty list for none.
 * In a statement: `(scope is null or province_code = any(scope))`.
 */
export function managedProvinces(viewer: Viewer): readonly string[] | null {
  if (viewer.role === 'ADMINISTRATOR') return null;
  if (viewer.role === 'TRADER') return [];
  return viewer.provinceCodes.length === 0 ? null : viewer.provinceCodes;
}

/** The viewer as the database's row-level security knows it: what it sees is judged there once more, by the same day. */
export const actorOf = (viewer: Viewer, today: Day): Actor => ({
  'lienket.user_id': viewer.userId,
  'lienket.role': viewer.role,
  'lienket.organization_id': viewer.organizationId ?? '',
  'lienket.organization_role': viewer.organizationRole ?? '',
  'lienket.province_codes': (managedProvinces(viewer) ?? [WHOLE_COUNTRY]).join(','),
  'lienket.today': today,
});

const WHOLE_COUNTRY = '*';

/** A user before more is known of it: it sees itself, and nothing else that is guarded. */
export const selfOf = (userId: string): Actor => ({ 'lienket.user_id': userId });
