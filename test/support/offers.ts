import type { OfferInput } from '@lienket/contracts';
import type { BundleOfferInput } from '@lienket/matching';
import { addDays, businessDay } from '@lienket/platform';
import type { Member } from './crowd.js';
import type { Lienket } from './lienket.js';

const today = businessDay(new Date());

export async function createLot(lienket: Pick<Lienket, 'ask'>, owner: Member, quantityKg: string): Promise<string> {
  const input = { commodityCode: 'milled_rice', quantityKg, availableFrom: today, availableTo: addDays(today, 60) };
  const { createListing } = await lienket.ask<{ createListing: { id: string } }>(
    'mutation ($input: ListingInput!) { createListing(input: $input) { id } }',
    { input },
    owner,
  );
  return createListing.id;
}

export async function createDemand(lienket: Pick<Lienket, 'ask'>, buyer: Member, quantityKg: string): Promise<string> {
  const input = { commodityCode: 'milled_rice', quantityKg, deliverFrom: today, deliverTo: addDays(today, 60) };
  const { createDemand: created } = await lienket.ask<{ createDemand: { id: string } }>(
    'mutation ($input: DemandInput!) { createDemand(input: $input) { id } }',
    { input },
    buyer,
  );
  return created.id;
}

/** Offers on these lots, a kilogram of each; their terms tell them apart. */
export const bundleOffer = (demandId: string, lots: readonly string[], terms: string): BundleOfferInput => ({
  ...{ demandId, terms, form: 'PROCESSING', buyerRoles: ['PROCESSOR'], startsOn: today, endsOn: addDays(today, 30) },
  suppliers: lots.map((listingId) => ({ listingId, quantityKg: '1', priceVndPerKg: '15000' })),
});

/** An offer of the buyer's, of one kilogram that no posting stands for; its terms tell it apart. */
export const offerBetween = (supplier: Member, buyer: Member, terms: string): OfferInput => ({
  form: 'PROCESSING',
  terms,
  startsOn: today,
  endsOn: addDays(today, 30),
  parties: [
    { organizationId: supplier.organizationId, roles: ['PRODUCER'] },
    { organizationId: buyer.organizationId, roles: ['PROCESSOR'], lead: true },
  ],
  lines: [
    {
      supplierId: supplier.organizationId,
      buyerId: buyer.organizationId,
      commodityCode: 'milled_rice',
      quantityKg: '1',
      priceVndPerKg: '15000',
    },
  ],
});

export interface LineWish {
  readonly listingId: string | null;
  readonly quantityKg: string;
}

/** Offered by the buyer, and signed by the supplier: the buyer's signature is the last one. */
export async function offerReadyToSign(
  lienket: Pick<Lienket, 'ask'>,
  supplier: Member,
  buyer: Member,
  lines: readonly LineWish[],
): Promise<string> {
  const input = {
    form: 'PROCESSING',
    startsOn: today,
    endsOn: addDays(today, 365),
    parties: [
      { organizationId: supplier.organizationId, roles: ['PRODUCER'] },
      { organizationId: buyer.organizationId, roles: ['PROCESSOR'], lead: true },
    ],
    lines: lines.map(({ listingId, quantityKg }) => ({
      supplierId: supplier.organizationId,
      buyerId: buyer.organizationId,
      listingId,
      commodityCode: 'milled_rice',
      quantityKg,
      priceVndPerKg: '15000',
    })),
  };
  const { offerContract } = await lienket.ask<{ offerContract: { id: string } }>(
    'mutation ($input: OfferContractInput!) { offerContract(input: $input) { id } }',
    { input },
    buyer,
  );
  await lienket.ask(SIGN, { id: offerContract.id }, supplier);
  return offerContract.id;
}

export const SIGN = 'mutation ($id: ID!) { signContract(id: $id, expectedVersion: 1) { id status } }';
export const TERMINATE = 'mutation ($id: ID!) { terminateContract(id: $id, reason: "x") { id status } }';
