import { Module } from '@nestjs/common';
import { MatchReads } from './match.reads.js';

@Module({ providers: [MatchReads], exports: [MatchReads] })
export class MatchingModule {}
