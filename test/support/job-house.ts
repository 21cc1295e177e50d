import {
  databaseProvider,
  DeadLetterMetrics,
  JOB_HANDLERS,
  JobQueue,
  jobQueueProvider,
  JobRunner,
  Metrics,
  PlatformModule,
  readConfig,
  type Config,
  type JobHandler,
} from '@lienket/platform';
import { Test } from '@nestjs/testing';

/** Only what takes jobs: a test brings a job of its own, since those of the rooms do not fail to order. */
export interface JobHouse {
  readonly queue: JobQueue;
  metrics(): Promise<string>;
  close(): Promise<void>;
}

export async function openJobHouse<Payload>(config: Config, handler: JobHandler<Payload>): Promise<JobHouse> {
  const module = await Test.createTestingModule({
    imports: [PlatformModule.with(config, [])],
    providers: [
      databaseProvider('lienket_worker'),
      jobQueueProvider,
      JobRunner,
      DeadLetterMetrics,
      { provide: JOB_HANDLERS, useValue: [handler] },
    ],
  }).compile();
  await module.init();
  return {
    queue: module.get(JobQueue),
    metrics: () => module.get(Metrics).text(),
    close: () => module.close(),
  };
}

export const jobHouseConfig = (databaseUrl: string, settings: Readonly<Record<string, string>>): Config =>
  readConfig({ DATABASE_URL: databaseUrl, LIENKET_LOG_LEVEL: 'silent', LIENKET_ROLE: 'worker', ...settings });
