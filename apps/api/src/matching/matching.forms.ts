import { z } from 'zod';
import type { Forms } from '../door/form.js';

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

export const matchingForms: Forms = { 'Listing.matches': matches, 'Demand.matches': matches };
