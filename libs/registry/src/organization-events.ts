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

/** A manager granted somebody's claim of an organization; whoever else claimed it until then is not granted it. */
export const CLAIM_GRANTED = 'registry.claim-granted';

export interface ClaimGranted {
  readonly organizationId: string;
}

export const claimGranted = (organizationId: string): Announcement => ({
  topic: CLAIM_GRANTED,
  payload: { organizationId },
});
