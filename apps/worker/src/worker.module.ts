import { ContractsModule, RecordLapsed } from '@lienket/contracts';
import { ParticipationModule, ProveParticipation, RecountParticipation } from '@lienket/participation';
import { ForgetOld, JOB_HANDLERS, JobRunner, type JobHandler } from '@lienket/platform';
import { Module } from '@nestjs/common';
import { OutboxRelay } from './outbox-relay.js';

/** The clock door: relays the outbox, runs jobs, keeps schedules. */
@Module({
  imports: [ContractsModule, ParticipationModule],
  providers: [
    OutboxRelay,
    JobRunner,
    ForgetOld,
    {
      provide: JOB_HANDLERS,
      inject: [ForgetOld, RecordLapsed, RecountParticipation, ProveParticipation],
      useFactory: (...handlers: JobHandler[]) => handlers,
    },
  ],
})
export class WorkerModule {}
