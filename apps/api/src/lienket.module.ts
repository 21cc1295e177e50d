import { ContractsModule, contractsEntities } from '@lienket/contracts';
import { IdentityModule, identityEntities } from '@lienket/identity';
import { MarketModule, marketEntities } from '@lienket/market';
import { ParticipationModule } from '@lienket/participation';
import { PlatformModule, type Clock, type Config } from '@lienket/platform';
import { RegistryModule, registryEntities } from '@lienket/registry';
import { Module, type DynamicModule } from '@nestjs/common';
import { WorkerModule } from '../../worker/src/index.js';
import { ApiModule } from './api.module.js';
import { HealthModule } from './health/health.module.js';

const entities = [...identityEntities, ...registryEntities, ...marketEntities, ...contractsEntities];
const rooms = [IdentityModule, RegistryModule, MarketModule, ContractsModule, ParticipationModule];

/** The whole house, with the doors that LIENKET_ROLE opens. */
@Module({})
export class LienketModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    const doors = { all: [ApiModule, WorkerModule], api: [ApiModule], worker: [WorkerModule] }[config.LIENKET_ROLE];
    return {
      module: LienketModule,
      imports: [PlatformModule.with(config, entities, clock), ...rooms, HealthModule, ...doors],
    };
  }
}
