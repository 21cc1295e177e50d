import { Demand } from './demand.entity.js';
import { Listing } from './listing.entity.js';

export const marketEntities = [Listing, Demand];
export { AddPhoto } from './add-photo.js';
export { CreatePosting } from './create-posting.js';
export { DemandReads, type DemandRow } from './demand.reads.js';
export { grams, kilograms } from './kilograms.js';
export { ListingReads, type ListingRow } from './listing.reads.js';
export { marketPersonal } from './market-personal.js';
export { marketRetention } from './market-retention.js';
export { MarketModule } from './market.module.js';
export { PhotoReads, type PhotoRow } from './photo.reads.js';
export type { PostingFilter } from './posting-question.js';
export { isStretch } from './posting-rules.js';
export { postingsSeen, type SeenPosting } from './posting-sight.js';
export type { PostingStatus } from './posting-status.js';
export { PostingStore, type HoldRefusal, type PostingHold } from './posting.store.js';
export {
  demandContent,
  listingContent,
  type DemandInput,
  type ListingInput,
  type PostingContent,
  type PostingKind,
} from './posting.js';
export { RemovePhoto } from './remove-photo.js';
export { UpdatePosting } from './update-posting.js';
export { WithdrawPosting } from './withdraw-posting.js';
