import { AwardContracts, type RefusedOffer } from '@lienket/contracts';
import { mayTrade, type Viewer } from '@lienket/identity';
import { postingsSeen } from '@lienket/market';
import { accept, Clock, invalid, refuse, type Day, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { brokenRules } from '../feasibility.js';
import { PairReads } from '../pair.reads.js';
import { offersOf, type BundleOfferInput, type OfferedShare, type SupplierOffer } from './bundle-offers.js';

/**
 * Offers each supplier of a bundle a contract of its own, all or none, tied by an award that only the buyer sees. Each listing has to fit
 * the demand now; what is offered of it and at which price is the buyer's affair, as in every offer.
 */
@Injectable()
export class OfferFromBundle {
  constructor(
    private readonly clock: Clock,
    private readonly awards: AwardContracts,
  ) {}

  /** @returns the award's id */
  async execute(tx: Transaction, viewer: Viewer, input: BundleOfferInput): Promise<Result<string>> {
    if (!mayTrade(viewer)) return refuse({ code: 'FORBIDDEN' });
    const today = this.clock.today();
    const demandId = input.demandId.toLowerCase();
    const demands = await postingsSeen(tx, viewer, { kind: 'DEMAND', ids: [demandId], today });
    const demand = demands.get(demandId);
    if (!demand) return invalid('input.demandId', 'UNKNOWN');
    const { organizationId } = viewer;
    if (organizationId === null || demand.ownerId !== organizationId) return refuse({ code: 'FORBIDDEN' });
    const shares = await sharesOf(tx, viewer, input, today);
    if (!shares.ok) return shares;

    const suppliers = offersOf(input, shares.value);
    const offers = suppliers.map(({ offer }) => offer);
    const award = await this.awards.execute(tx, { ...viewer, organizationId }, { demandId, offers });
    return award.ok ? award : refusalOf(award.refusal, suppliers);
  }
}

/** Refuses with the first listing that the viewer can't see, that stands there twice, or that doesn't fit the demand today. */
async function sharesOf(
  tx: Transaction,
  viewer: Viewer,
  { demandId, suppliers }: BundleOfferInput,
  today: Day,
): Promise<Result<OfferedShare[]>> {
  const ids = suppliers.map(({ listingId }) => listingId.toLowerCase());
  const seen = await postingsSeen(tx, viewer, { kind: 'LISTING', ids, today });
  const pairs = await new PairReads(tx).pairsOf([...seen.keys()], demandId, today);
  const pairOf = new Map(pairs.map((pair) => [pair.listing.id, pair]));
  const shares: OfferedShare[] = [];
  for (const [place, share] of suppliers.entries()) {
    const field = fieldAt(place);
    const pair = pairOf.get(ids[place] ?? '');
    if (!pair) return invalid(field, 'UNKNOWN');
    const isTwice = ids.indexOf(pair.listing.id) < place;
    if (isTwice || brokenRules(pair.listing, pair.demand, today).length > 0) return invalid(field, 'MISMATCH');
    shares.push({ place, share, pair });
  }
  return accept(shares);
}

/** What is wrong with the parties of a contract is wrong with its supplier: the buyer is the same in all of them. */
function refusalOf({ place, refusal }: RefusedOffer, offers: readonly SupplierOffer[]): Result<never> {
  const supplier = offers[place]?.shares[0];
  const isOfParties = refusal.code === 'INVALID_INPUT' && refusal.field.startsWith('input.parties');
  return supplier && isOfParties ? invalid(fieldAt(supplier.place), refusal.rule) : refuse(refusal);
}

const fieldAt = (place: number): string => `input.suppliers.${String(place)}.listingId`;
