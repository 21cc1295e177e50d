import { Module } from '@nestjs/common';
import { AddPhoto } from './add-photo.js';
import { CreatePosting } from './create-posting.js';
import { DemandReads } from './demand.reads.js';
import { ListingReads } from './listing.reads.js';
import { PhotoReads } from './photo.reads.js';
import { PhotoStore } from './photo.store.js';
import { PostingStore } from './posting.store.js';
import { RemovePhoto } from './remove-photo.js';
import { UpdatePosting } from './update-posting.js';
import { WithdrawPosting } from './withdraw-posting.js';

const providers = [
  PostingStore,
  CreatePosting,
  UpdatePosting,
  WithdrawPosting,
  ListingReads,
  DemandReads,
  PhotoStore,
  AddPhoto,
  RemovePhoto,
  PhotoReads,
];

@Module({ providers, exports: providers })
export class MarketModule {}
