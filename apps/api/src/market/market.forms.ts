import { z } from 'zod';
import { count, day, priceVndPerKg, quantityKg, type Forms } from '../door/form.js';

const SUPPLIERS_MAX = 10_000;

const posting = {
  quantityKg,
  minimumLotKg: quantityKg.nullish(),
  latitude: z.number().min(6).max(24).nullish(),
  longitude: z.number().min(102).max(118).nullish(),
};
const listing = z.object({
  ...posting,
  availableFrom: day,
  availableTo: day,
  askPriceVndPerKg: priceVndPerKg.nullish(),
});
const demand = z.object({
  ...posting,
  deliverFrom: day,
  deliverTo: day,
  maximumSuppliers: count(1, SUPPLIERS_MAX).nullish(),
  maximumPriceVndPerKg: priceVndPerKg.nullish(),
});

export const marketForms: Forms = {
  'Mutation.createListing': z.object({ input: listing }),
  'Mutation.updateListing': z.object({ input: listing }),
  'Mutation.createDemand': z.object({ input: demand }),
  'Mutation.updateDemand': z.object({ input: demand }),
};
