import type { Transaction } from '@lienket/platform';
import { acquaint } from '@lienket/registry';

/**
 * Whoever sees a contract sees its parties, whatever becomes of them. Those who got an offer also see how to reach who
 * made it; partners of a signed contract see how to reach each other, and where.
 */
export async function acquaintParties(
  tx: Transaction,
  organizationIds: readonly string[],
  because: { readonly offeredBy: string } | { readonly partners: true },
): Promise<void> {
  const partner = 'partners' in because;
  const offeredBy = partner ? null : because.offeredBy;
  await acquaint(
    tx,
    organizationIds.flatMap((seenById) =>
      organizationIds.map((organizationId) => ({
        organizationId,
        seenById,
        contact: organizationId === offeredBy,
        partner,
      })),
    ),
  );
}
