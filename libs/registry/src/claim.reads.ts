import { actorOf, type Viewer } from '@lienket/identity';
import {
  accept,
  Database,
  invalid,
  isUuid,
  pageOf,
  type Day,
  type Page,
  type PageRequest,
  type Result,
} from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';

/** Somebody asks to act for an organization, and waits for its manager. */
export interface WaitingClaim {
  readonly organizationId: string;
  readonly userId: string;
  readonly login: string;
  readonly claimedAt: Date;
}

/** The keys of a claim's place in the list. */
export const claimPlace = ({ claimedAt, organizationId, userId }: WaitingClaim): readonly string[] => [
  claimedAt.toISOString(),
  organizationId,
  userId,
];
export const CLAIM_PLACE_KEYS = 3;

/** Which claims the viewer may grant, registry.waiting_claims alone knows: traders may none. */
@Injectable()
export class ClaimReads {
  constructor(private readonly database: Database) {}

  /** Who has waited longest first. */
  async waiting(viewer: Viewer, today: Day, { first, after }: PageRequest): Promise<Result<Page<WaitingClaim>>> {
    const [claimedAt = '', organizationId = '', userId = ''] = after ?? [];
    if (after && !(isInstant(claimedAt) && isUuid(organizationId) && isUuid(userId))) return invalid('after', 'FORM');
    const later = after
      ? sql`(claimed_at, organization_id, user_id) > (${claimedAt}::timestamptz, ${organizationId}::uuid, ${userId}::uuid)`
      : sql`true`;
    const rows = await this.database.as(actorOf(viewer, today)).query<WaitingClaim>(sql`
      select organization_id as "organizationId", user_id as "userId", login, claimed_at as "claimedAt" from registry.waiting_claims()
      where ${later} order by claimed_at, organization_id, user_id limit ${first + 1}`);
    return accept(pageOf(rows, first));
  }

  async countWaiting(viewer: Viewer, today: Day): Promise<number> {
    const [row] = await this.database
      .as(actorOf(viewer, today))
      .query<{ count: number }>(sql`select count(*) from registry.waiting_claims()`);
    return row?.count ?? 0;
  }
}

function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}
