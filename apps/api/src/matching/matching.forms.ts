import { z } from 'zod';
import { count, day, decimalBetween, priceVndPerKg, quantityKg, type Forms } from '../door/form.js';

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

const offerTerms = {
  buyerRoles: z.array(z.string()).min(1),
  ...{ startsOn: day, endsOn: day, validUntil: day.nullish() },
};

const SUPPLIERS_MAX = 100;
const bundleOffer = z.object({
  suppliers: z.array(z.object({ quantityKg, priceVndPerKg })).min(1).max(SUPPLIERS_MAX),
  ...offerTerms,
});

const CODES_MAX = 1000;
const codes = z.array(z.string()).max(CODES_MAX);
const round = z.object({
  commodityCodes: codes.nullish(),
  provinceCodes: codes.nullish(),
  deliverFrom: day.nullish(),
  deliverTo: day.nullish(),
  transportCostVndPerKgKm: decimalBetween(0, 1000, false).nullish(),
  inclusionBonusVnd: decimalBetween(0, 1e9, true).nullish(),
});

const roundOffer = z.object({
  organizationIds: z.array(z.string()).max(CODES_MAX).nullish(),
  ...offerTerms,
});

export const matchingForms: Forms = {
  'Listing.matches': matches,
  'Demand.matches': matches,
  'Demand.bundles': bundles,
  'Mutation.offerFromBundle': z.object({ input: bundleOffer }),
  'Mutation.offerFromRound': z.object({ input: roundOffer }),
  'Mutation.startMatchingRound': z.object({ input: round }),
};
