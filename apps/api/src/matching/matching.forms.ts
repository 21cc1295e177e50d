import { z } from 'zod';
import { count, type Forms } from '../door/form.js';

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

export const matchingForms: Forms = {
  'Listing.matches': matches,
  'Demand.matches': matches,
  'Demand.bundles': bundles,
};
