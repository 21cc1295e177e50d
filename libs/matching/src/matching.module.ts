import { Module } from '@nestjs/common';
import { BundleReads } from './bundles/bundle.reads.js';
import { MatchReads } from './match.reads.js';
import { PairReads } from './pair.reads.js';
import { RankingEngine } from './ranking/ranking-engine.js';

const reads = [MatchReads, PairReads, BundleReads];

@Module({ providers: [...reads, RankingEngine], exports: reads })
export class MatchingModule {}
