import { DemandFields, DemandMutations, DemandQueries } from './demand.resolver.js';
import { ListingFields, ListingMutations, ListingPhotoFields, ListingQueries } from './listing.resolver.js';

export { marketForms } from './market.forms.js';
export const marketResolvers = [
  ListingQueries,
  ListingMutations,
  ListingFields,
  ListingPhotoFields,
  DemandQueries,
  DemandMutations,
  DemandFields,
];
