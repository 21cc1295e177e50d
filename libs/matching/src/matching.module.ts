import { Module } from '@nestjs/common';
import { MatchReads } from './match.reads.js';
import { PairReads } from './pair.reads.js';

@Module({ providers: [MatchReads, PairReads], exports: [MatchReads, PairReads] })
export class MatchingModule {}
