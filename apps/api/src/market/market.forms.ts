import { z } from 'zod';
import { count, priceVndPerKg, quantityKg, type Forms } from '../door/form.js';

const SUPPLIERS_MAX = 10_000;
/** Far enough for every season, near enough for every calendar that reckons with it. */
const LAST_DAY = '9899-12-31';

const day = z.string().refine((value) => value <= LAST_DAY);
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
