import type { Announcement } from '@lienket/platform';

/** Something changed on which figures rest: status, kind, province, agricultural, membership or rating of an organization. */
export const ORGANIZATION_CHANGED = 'registry.organization-changed';

export interface OrganizationChanged {
  readonly organizationId: string;
}

export const organizationChanged = (organizationId: string): Announcement => ({
  topic: ORGANIZATION_CHANGED,
  payload: { organizationId },
});
