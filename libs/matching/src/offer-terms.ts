import type { ChainRole, LinkageForm, OfferInput } from '@lienket/contracts';
import type { Day } from '@lienket/platform';

/** What is alike in all contracts that are offered at once, from a bundle or a round. */
export interface OfferTerms {
  readonly form: LinkageForm;
  readonly buyerRoles: readonly ChainRole[];
  /** PRODUCER where it is left out or empty. */
  readonly supplierRoles?: readonly ChainRole[] | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly validUntil?: Day | null;
  readonly terms?: string | null;
}

type Line = OfferInput['lines'][number] & { readonly supplierId: string; readonly buyerId: string };

/** A contract on lines between one supplier and one buyer, who leads. */
export function offerOn(lines: readonly [Line, ...Line[]], wish: OfferTerms): OfferInput {
  const { form, startsOn, endsOn, validUntil = null, terms = null, buyerRoles } = wish;
  const supplierRoles = wish.supplierRoles?.length ? wish.supplierRoles : (['PRODUCER'] as const);
  const [{ supplierId, buyerId }] = lines;
  return {
    ...{ form, startsOn, endsOn, validUntil, terms, lines },
    parties: [
      { organizationId: supplierId, roles: supplierRoles },
      { organizationId: buyerId, roles: buyerRoles, lead: true },
    ],
  };
}

/** In the order in which each key comes first. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const before = groups.get(keyOf(item));
    if (before) before.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
