import { OfferTogether } from '@lienket/contracts';
import { mayTrade, type Viewer } from '@lienket/identity';
import { invalid, isUuid, refuse, type Refusal, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { grouped, offerOn, type OfferTerms } from '../offer-terms.js';
import { roundSeenBy } from './round-sight.js';

export interface RoundOfferInput extends OfferTerms {
  readonly roundId: string;
  /** The other sides to offer to; all where it is left out or empty. */
  readonly organizationIds?: readonly string[] | null;
}

interface OwnAllocation {
  readonly supplierId: string;
  readonly buyerId: string;
  readonly listingId: string;
  readonly demandId: string;
  readonly commodityCode: string;
  readonly variety: string | null;
  readonly grade: string | null;
  readonly quantityKg: string;
  readonly priceVndPerKg: string;
}

const CONTRACTS_MAX = 100;
/** As in every contract. */
const LINES_MAX = 100;

/** Offers the other side of each allocation of the viewer's organization a contract, at the round's quantities and prices: all or none. */
@Injectable()
export class OfferFromRound {
  constructor(private readonly offers: OfferTogether) {}

  /** @returns the contracts' ids, one for each supplier and buyer */
  async execute(tx: Transaction, viewer: Viewer, input: RoundOfferInput): Promise<Result<string[]>> {
    if (!mayTrade(viewer)) return refuse({ code: 'FORBIDDEN' });
    const own = isUuid(input.roundId) ? await ownAllocations(tx, viewer, input.roundId) : [];
    if (own.length === 0) return invalid('input.roundId', 'UNKNOWN');
    const others = (input.organizationIds ?? []).map((id) => id.toLowerCase());
    const unknown = others.findIndex((id) => !own.some((allocation) => isWith(id, allocation, viewer)));
    if (unknown >= 0) return invalid(`input.organizationIds.${String(unknown)}`, 'UNKNOWN');
    const chosen = own.filter(
      (allocation) => others.length === 0 || others.some((id) => isWith(id, allocation, viewer)),
    );
    const contracts = grouped(chosen, ({ supplierId, buyerId }) => `${supplierId} ${buyerId}`);
    if (contracts.length > CONTRACTS_MAX || contracts.some(({ length }) => length > LINES_MAX))
      return invalid('input.organizationIds', 'TOO_MANY');
    const offers = contracts.map((allocations) => offerOn(allocations, input));
    const offered = await this.offers.execute(tx, viewer, offers);
    return offered.ok ? offered : refuse(inTheseWords(offered.refusal.refusal));
  }
}

const ownAllocations = (tx: Transaction, viewer: Viewer, roundId: string): Promise<OwnAllocation[]> =>
  tx.query<OwnAllocation>(sql`
    select allocation.supplier_id as "supplierId", allocation.buyer_id as "buyerId", allocation.listing_id as "listingId",
      allocation.demand_id as "demandId", listing.commodity_code as "commodityCode", listing.variety, listing.grade,
      allocation.quantity_kg::text as "quantityKg", allocation.price_vnd_per_kg::text as "priceVndPerKg"
    from matching.round_allocation allocation
    join matching.round round on round.id = allocation.round_id
    join market.listing_v listing on listing.id = allocation.listing_id
    where round.id = ${roundId}::uuid and ${roundSeenBy(viewer)}
      and ${viewer.organizationId}::uuid in (allocation.supplier_id, allocation.buyer_id)
    order by allocation.position`);

const isWith = (otherId: string, { supplierId, buyerId }: OwnAllocation, { organizationId }: Viewer): boolean =>
  otherId === (supplierId === organizationId ? buyerId : supplierId);

/** Parties and lines are the round's: what is wrong with them is that the form or the roles don't fit them. */
const inTheseWords = (refusal: Refusal): Refusal =>
  refusal.code === 'INVALID_INPUT' && /^input\.(parties|lines)\b/.test(refusal.field)
    ? { ...refusal, field: 'input.form' }
    : refusal;
