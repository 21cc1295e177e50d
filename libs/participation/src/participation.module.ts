import { Module } from '@nestjs/common';
import { LiveParticipation } from './live-participation.js';
import { ParticipationFeed } from './participation-feed.js';
import { ParticipationReads } from './participation.reads.js';
import { ProveParticipation } from './prove-participation.js';
import { RecountParticipation } from './recount-participation.js';

@Module({
  providers: [ParticipationReads, ParticipationFeed, LiveParticipation, RecountParticipation, ProveParticipation],
  exports: [ParticipationReads, LiveParticipation, RecountParticipation, ProveParticipation],
})
export class ParticipationModule {}
