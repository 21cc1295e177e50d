import { Module } from '@nestjs/common';
import { LiveParticipation } from './live-participation.js';
import { ParticipationFeed } from './participation-feed.js';
import { ParticipationReads } from './participation.reads.js';

@Module({
  providers: [ParticipationReads, ParticipationFeed, LiveParticipation],
  exports: [ParticipationReads, LiveParticipation],
})
export class ParticipationModule {}
