import { identityRetention } from '@lienket/identity';
import { ContractsModule, RecordLapsed } from '@lienket/contracts';
import { ImportStore, importsRetention, RunImports, savingDatabaseProvider } from '@lienket/imports';
import { marketRetention } from '@lienket/market';
import { matchingRetention, RoundStore, RunRounds } from '@lienket/matching';
import {
  Bells,
  EmailQueue,
  EmailReaders,
  MailServer,
  noticesRetention,
  readersDatabaseProvider,
  SendEmails,
  TellDue,
  Telling,
  TellNews,
} from '@lienket/notices';
import { ProveParticipation, RecountParticipation } from '@lienket/participation';
import {
  databaseProvider,
  DeadLetterMetrics,
  ForgetOld,
  JOB_HANDLERS,
  JobQueue,
  jobQueueProvider,
  JobRunner,
  platformRetention,
  QueueReports,
  RETENTION,
  RetryDeadLetters,
  WORK_QUEUES,
  type JobHandler,
  type WorkQueue,
} from '@lienket/platform';
import { Module } from '@nestjs/common';
import { OutboxRelay } from './outbox-relay.js';

/** What every room keeps for a while only. */
export const retention = [
  ...platformRetention,
  ...identityRetention,
  ...noticesRetention,
  ...importsRetention,
  ...marketRetention,
  ...matchingRetention,
];

/** The clock door: relays the outbox, runs jobs, keeps schedules. Its jobs ask the database as the worker's role. */
@Module({
  imports: [ContractsModule],
  providers: [
    databaseProvider('lienket_worker'),
    jobQueueProvider,
    OutboxRelay,
    JobRunner,
    DeadLetterMetrics,
    EmailQueue,
    {
      provide: WORK_QUEUES,
      inject: [JobQueue, EmailQueue],
      useFactory: (...queues: WorkQueue[]) => queues,
    },
    QueueReports,
    RetryDeadLetters,
    { provide: RETENTION, useValue: retention },
    ForgetOld,
    RecordLapsed,
    Bells,
    MailServer,
    Telling,
    TellNews,
    TellDue,
    readersDatabaseProvider,
    EmailReaders,
    SendEmails,
    RecountParticipation,
    ProveParticipation,
    RoundStore,
    RunRounds,
    savingDatabaseProvider,
    ImportStore,
    RunImports,
    {
      provide: JOB_HANDLERS,
      inject: [
        ForgetOld,
        RetryDeadLetters,
        RecordLapsed,
        TellNews,
        TellDue,
        SendEmails,
        RecountParticipation,
        ProveParticipation,
        RunRounds,
        RunImports,
      ],
      useFactory: (...handlers: JobHandler[]) => handlers,
    },
  ],
})
export class WorkerModule {}
