import { Module } from '@nestjs/common';
import { BundleReads } from './bundles/bundle.reads.js';
import { MatchReads } from './match.reads.js';
import { PairReads } from './pair.reads.js';

@Module({ providers: [MatchReads, PairReads, BundleReads], exports: [MatchReads, PairReads, BundleReads] })
export class MatchingModule {}
