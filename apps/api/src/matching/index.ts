import { DemandMatches, ListingMatches, MatchFields, ScorePartFields } from './matching.resolver.js';

export { matchingForms } from './matching.forms.js';
export const matchingResolvers = [ListingMatches, DemandMatches, MatchFields, ScorePartFields];
