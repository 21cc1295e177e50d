import { ContractsModule } from '@lienket/contracts';
import { Module } from '@nestjs/common';
import { BundleReads } from './bundles/bundle.reads.js';
import { OfferFromBundle } from './bundles/offer-from-bundle.js';
import { MatchReads } from './match.reads.js';
import { PairReads } from './pair.reads.js';
import { RankingEngine } from './ranking/ranking-engine.js';

const reads = [MatchReads, PairReads, BundleReads];
const useCases = [OfferFromBundle];

@Module({
  imports: [ContractsModule],
  providers: [...reads, ...useCases, RankingEngine],
  exports: [...reads, ...useCases],
})
export class MatchingModule {}
