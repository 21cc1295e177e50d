import { z } from 'zod';
import { acceptedKg, day, priceVndPerKg, quantityKg, type Forms } from '../door/form.js';

const PARTIES_MIN = 2;
const PARTIES_MAX = 20;
const LINES_MAX = 100;

const parties = z
  .array(z.object({ roles: z.array(z.string()).min(1) }))
  .min(PARTIES_MIN)
  .max(PARTIES_MAX);
const lines = z.array(z.object({ quantityKg, priceVndPerKg })).min(1).max(LINES_MAX);
const offer = z.object({ parties, lines, startsOn: day, endsOn: day, validUntil: day.nullish() });

export const contractsForms: Forms = {
  'Mutation.offerContract': z.object({ input: offer }),
  'Mutation.counterContract': z.object({ input: offer }),
  'Mutation.attestContract': z.object({
    input: z.object({ parties, commodityCodes: z.array(z.string()).min(1), startsOn: day, endsOn: day, signedOn: day }),
  }),
  'Mutation.recordDelivery': z.object({ input: z.object({ quantityKg, acceptedKg }) }),
};
