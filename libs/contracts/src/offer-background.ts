import type { Day, Queryable, Transaction } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { postingsSeen } from '@lienket/market';
import { findOrganizations } from '@lienket/registry';
import sql from 'sql-template-tag';
import type { ContractDraft, DraftParty } from './contract-draft.js';
import type { OfferBackground } from './offer-rules.js';
import type { PartyBackground } from './party-rules.js';

/** What offers refer to, as far as the viewer may see it: what is unseen is like what doesn't exist. */
export async function backgroundOf(
  tx: Transaction,
  viewer: Viewer,
  drafts: readonly ContractDraft[],
  today: Day,
): Promise<OfferBackground> {
  const lines = drafts.flatMap((draft) => draft.lines);
  const listingIds = lines.flatMap(({ listingId }) => listingId ?? []);
  const demandIds = lines.flatMap(({ demandId }) => demandId ?? []);
  return {
    organizations: await partiesSeen(
      tx,
      viewer,
      drafts.flatMap(({ parties }) => parties),
      today,
    ),
    listings: await postingsSeen(tx, viewer, { kind: 'LISTING', ids: listingIds, today }),
    demands: await postingsSeen(tx, viewer, { kind: 'DEMAND', ids: demandIds, today }),
    commodityCodes: await knownCommodities(tx, [...new Set(lines.map(({ commodityCode }) => commodityCode))]),
  };
}

export async function partiesSeen(
  from: Queryable,
  viewer: Viewer,
  parties: readonly DraftParty[],
  today: Day,
): Promise<Map<string, PartyBackground>> {
  const ids = [...new Set(parties.map(({ organizationId }) => organizationId))];
  const seen = await findOrganizations(from, viewer, ids, today);
  // Of thousands no more is kept than is judged by.
  return new Map(seen.map(({ id, kind, status, provinceCode }) => [id, { kind, status, provinceCode }]));
}

export async function knownCommodities(tx: Transaction, codes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>(
    sql`select code from registry.commodity_v where code = any(${codes}::text[])`,
  );
  return new Set(rows.map(({ code }) => code));
}

/** INVALID_STATE's fact: the status of the first party that isn't ACTIVE today, null where all are. */
export const firstNotActive = (statuses: readonly (string | undefined)[]): string | null =>
  statuses.find((status) => status !== 'ACTIVE') ?? null;
