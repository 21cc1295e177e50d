import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Channels } from './channels.js';
import { Clock } from './clock.js';
import { Commands } from './commands.js';
import { CONFIG, type Config } from './config.js';
import { Database, databaseProvider, ENTITIES } from './database.js';
import { JobMetrics } from './job-metrics.js';
import { JobWatch } from './job-watch.js';
import { Log } from './log.js';
import { Metrics } from './metrics.js';
import { OutboxMetrics } from './outbox-metrics.js';

@Global()
@Module({})
export class PlatformModule {
  /** @param entities the entities of every room above: one pool of connections serves them all. */
  static with(config: Config, entities: unknown[], clock: Clock = new Clock()): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: ENTITIES, useValue: entities },
        { provide: Clock, useValue: clock },
        { provide: Log, useFactory: () => new Log(config.LIENKET_LOG_LEVEL) },
        databaseProvider('lienket_api'),
        Channels,
        Commands,
        Metrics,
        JobMetrics,
        JobWatch,
        OutboxMetrics,
      ],
      exports: [CONFIG, ENTITIES, Channels, Clock, Log, Database, Commands, Metrics, JobMetrics, JobWatch],
    };
  }
}
