import { z } from 'zod';
import { count, day, priceVndPerKg, quantityKg, type Forms } from '../door/form.js';

const weight = z.number().min(0).max(1).nullish();
const matches = z.object({
  weights: z
    .object({
      price: weight,
      distance: weight,
      timing: weight,
      quality: weight,
      reliability: weight,
      inclusion: weight,
    })
    .nullish(),
});

const bundles = matches.extend({ first: count(1, 10).nullish() });

const SUPPLIERS_MAX = 100;
const bundleOffer = z.object({
  suppliers: z.array(z.object({ quantityKg, priceVndPerKg })).min(1).max(SUPPLIERS_MAX),
  buyerRoles: z.array(z.string()).min(1),
  ...{ startsOn: day, endsOn: day, validUntil: day.nullish() },
});

export const matchingForms: Forms = {
  'Listing.matches': matches,
  'Demand.matches': matches,
  'Demand.bundles': bundles,
  'Mutation.offerFromBundle': z.object({ input: bundleOffer }),
};
