import { ContractsModule } from '@lienket/contracts';
import { Module } from '@nestjs/common';
import { BundleReads } from './bundles/bundle.reads.js';
import { OfferFromBundle } from './bundles/offer-from-bundle.js';
import { MatchReads } from './match.reads.js';
import { PairReads } from './pair.reads.js';
import { RankingEngine } from './ranking/ranking-engine.js';
import { CancelRound } from './rounds/cancel-round.js';
import { LiveRound } from './rounds/live-round.js';
import { OfferFromRound } from './rounds/offer-from-round.js';
import { RoundPartReads } from './rounds/round-parts.reads.js';
import { RoundReads } from './rounds/round.reads.js';
import { RoundStore } from './rounds/round.store.js';
import { StartRound } from './rounds/start-round.js';

const reads = [MatchReads, PairReads, BundleReads, RoundReads, RoundPartReads];
const useCases = [OfferFromBundle, StartRound, CancelRound, OfferFromRound];

@Module({
  imports: [ContractsModule],
  providers: [...reads, ...useCases, LiveRound, RoundStore, RankingEngine],
  exports: [...reads, ...useCases, LiveRound],
})
export class MatchingModule {}
