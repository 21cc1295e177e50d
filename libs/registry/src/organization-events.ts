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

/** A manager granted somebody's claim of an organization; whoever else waited until then is not granted theirs. */
export const CLAIM_GRANTED = 'registry.claim-granted';

export interface ClaimGranted {
  readonly organizationId: string;
}

export const claimGranted = (organizationId: string): Announcement => ({
  topic: CLAIM_GRANTED,
  payload: { organizationId },
});

/** A manager refused a claim of an organization at that instant. */
export const CLAIM_REFUSED = 'registry.claim-refused';

export interface ClaimRefused {
  readonly organizationId: string;
  readonly refusedAt: string;
}

export const claimRefused = (organizationId: string, refusedAt: Date): Announcement => ({
  topic: CLAIM_REFUSED,
  payload: { organizationId, refusedAt: refusedAt.toISOString() },
});
