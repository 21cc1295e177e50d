import type { PostingStore } from '@lienket/market';
import type { Transaction } from '@lienket/platform';
import { acquaint } from '@lienket/registry';
import type { ContractDraft } from './contract-draft.js';

/**
 * Whoever sees a contract sees its parties, whatever becomes of them. Those who got an offer also see how to reach who
 * made it; partners of a signed contract see how to reach each other, and where.
 */
export async function acquaintParties(
  tx: Transaction,
  contracts: readonly { readonly parties: readonly { readonly organizationId: string }[] }[],
  because: { readonly offeredBy: string } | { readonly partners: true },
): Promise<void> {
  const partner = 'partners' in because;
  const offeredBy = partner ? null : because.offeredBy;
  await acquaint(
    tx,
    contracts.flatMap(({ parties }) =>
      parties.flatMap(({ organizationId: seenById }) =>
        parties.map(({ organizationId }) => ({
          organizationId,
          seenById,
          contact: organizationId === offeredBy,
          partner,
        })),
      ),
    ),
  );
}

/** The same, and its parties see the postings that an offer refers to. */
export async function acquaintWithOffers(
  tx: Transaction,
  postings: PostingStore,
  drafts: readonly ContractDraft[],
  offeredBy: string,
): Promise<void> {
  await acquaintParties(tx, drafts, { offeredBy });
  await postings.acquaint(
    tx,
    drafts.flatMap(({ lines, parties }) =>
      lines
        .flatMap(({ listingId, demandId }) => [listingId ?? [], demandId ?? []].flat())
        .flatMap((postingId) => parties.map(({ organizationId }) => ({ postingId, organizationId }))),
    ),
  );
}
