import { BundleOffers } from './bundle-offers.resolver.js';
import { DemandMatches, ListingMatches, MatchFields, ScorePartFields } from './matching.resolver.js';
import { FailedRuleFields, PairQueries } from './pair.resolver.js';
import {
  AllocationFields,
  RoundFields,
  RoundMutations,
  RoundOffers,
  RoundProvinceFields,
  RoundQueries,
  RoundSubscriptions,
  ShadowPriceFields,
} from './round.resolver.js';

export { matchingForms } from './matching.forms.js';
export const matchingResolvers = [
  ListingMatches,
  DemandMatches,
  MatchFields,
  ScorePartFields,
  PairQueries,
  BundleOffers,
  FailedRuleFields,
  RoundQueries,
  RoundMutations,
  RoundOffers,
  RoundSubscriptions,
  RoundFields,
  AllocationFields,
  RoundProvinceFields,
  ShadowPriceFields,
];
