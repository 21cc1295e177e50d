import { describe, expect, it } from '@jest/globals';
import type { Pair } from '../pair.reads.js';
import { offersOf, type BundleOfferInput } from './bundle-offers.js';

const input: BundleOfferInput = {
  demandId: 'demand',
  suppliers: ['b-1', 'a-1', 'b-2'].map((listingId) => ({ listingId, quantityKg: '5', priceVndPerKg: '7000' })),
  ...{ form: 'PRODUCTION', buyerRoles: ['PROCESSOR'], startsOn: '2026-11-22', endsOn: '2027-01-01' },
};
const shares = input.suppliers.map((share, place) => {
  const supplier = { id: share.listingId[0]! };
  const listing = { id: share.listingId, supplier, goods: { code: 'paddy' }, variety: 'OM18', grade: null };
  return { place, share, pair: { listing, demand: { id: 'demand', buyer: { id: 'mill' } } } as unknown as Pair };
});

describe('the offers to the suppliers of a bundle', () => {
  it('are one for each, with a line for each of its listings, in the order of the wish', () => {
    const offers = offersOf(input, shares);
    expect(offers.map(({ offer }) => offer.parties[0])).toEqual([
      { organizationId: 'b', roles: ['PRODUCER'] },
      { organizationId: 'a', roles: ['PRODUCER'] },
    ]);
    expect(offers.map(({ offer }) => offer.lines.map(({ listingId }) => listingId))).toEqual([['b-1', 'b-2'], ['a-1']]);
    expect(offers.map(({ shares: [first] }) => first.place)).toEqual([0, 1]);
  });

  it('name the goods as the listing does, and the buyer as the lead', () => {
    const { offer } = offersOf(input, shares)[0]!;
    expect(offer.lines[0]).toMatchObject({ commodityCode: 'paddy', variety: 'OM18', grade: null, demandId: 'demand' });
    expect(offer.parties[1]).toEqual({ organizationId: 'mill', roles: ['PROCESSOR'], lead: true });
  });

  it.each([
    [undefined, ['PRODUCER']],
    [[], ['PRODUCER']],
    [['DISTRIBUTOR'] as const, ['DISTRIBUTOR']],
  ])('take suppliers with the roles %j as %j', (supplierRoles, roles) => {
    expect(offersOf({ ...input, supplierRoles: supplierRoles ?? null }, shares)[0]?.offer.parties[0]?.roles).toEqual(
      roles,
    );
  });
});
