import { ParticipationModule, ProveParticipation, RecountParticipation } from '@lienket/participation';
import { JOB_HANDLERS, JobRunner, type JobHandler } from '@lienket/platform';
import { Module } from '@nestjs/common';
import { OutboxRelay } from './outbox-relay.js';

/** The clock door: relays the outbox, runs jobs, keeps schedules. */
@Module({
  imports: [ParticipationModule],
  providers: [
    OutboxRelay,
    JobRunner,
    {
      provide: JOB_HANDLERS,
      inject: [RecountParticipation, ProveParticipation],
      useFactory: (...handlers: JobHandler[]) => handlers,
    },
  ],
})
export class WorkerModule {}
