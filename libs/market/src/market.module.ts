import { Module } from '@nestjs/common';
import { CreatePosting } from './create-posting.js';
import { DemandReads } from './demand.reads.js';
import { ListingReads } from './listing.reads.js';
import { PostingStore } from './posting.store.js';
import { UpdatePosting } from './update-posting.js';
import { WithdrawPosting } from './withdraw-posting.js';

const providers = [PostingStore, CreatePosting, UpdatePosting, WithdrawPosting, ListingReads, DemandReads];

@Module({ providers, exports: providers })
export class MarketModule {}
