import { z } from 'zod';
import { count, type Forms } from '../door/form.js';

const MEMBERS_MAX = 10_000_000;
const YEAR_MIN = 1900;
const YEAR_MAX = 9999;
const SCORE_MAX = 100;

const latitude = z.number().min(6).max(24);
const longitude = z.number().min(102).max(118);
/** Of an enterprise or cooperative, or with three digits more of a branch. */
const taxCode = z.string().regex(/^\d{10}(-\d{3})?$/);
const memberCount = count(0, MEMBERS_MAX);
const isScore = (text: string): boolean => Number(text) <= SCORE_MAX && /^\d+(\.\d{1,2})?$/.test(text);
/** Left out, it stays; what an organization can't be without can't be cleared. */
const uncleared = z
  .unknown()
  .refine((value) => value !== null)
  .optional();

export const registryForms: Forms = {
  'Mutation.registerOrganization': z.object({
    input: z.object({
      taxCode: taxCode.nullish(),
      latitude: latitude.nullish(),
      longitude: longitude.nullish(),
      chainRoles: z.array(z.string()).min(1),
      memberCount: memberCount.nullish(),
    }),
  }),
  'Mutation.updateOrganization': z.object({
    input: z.object({
      name: uncleared,
      provinceCode: uncleared,
      latitude: latitude.nullish(),
      longitude: longitude.nullish(),
      chainRoles: uncleared,
      memberCount: memberCount.nullish(),
      agricultural: uncleared,
      highTech: uncleared,
    }),
  }),
  'Mutation.rateOrganization': z.object({ year: count(YEAR_MIN, YEAR_MAX), score: z.string().refine(isScore) }),
};
