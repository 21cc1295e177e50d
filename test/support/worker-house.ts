import { contractsEntities, ContractsModule } from '@lienket/contracts';
import { identityEntities, IdentityModule } from '@lienket/identity';
import { marketEntities, MarketModule } from '@lienket/market';
import { ParticipationModule } from '@lienket/participation';
import { PlatformModule, readConfig } from '@lienket/platform';
import { registryEntities, RegistryModule } from '@lienket/registry';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { OutboxRelay } from '../../apps/worker/src/outbox-relay.js';
import { WorkerModule } from '../../apps/worker/src/index.js';

const entities = [...identityEntities, ...registryEntities, ...marketEntities, ...contractsEntities];
const rooms = [IdentityModule, RegistryModule, MarketModule, ContractsModule, ParticipationModule];

/** The clock door in this process, with a relay that is built wrongly in place of ours. */
export async function startWorkerWith(
  relay: Type,
  settings: Readonly<Record<string, string>>,
): Promise<{ stop(): Promise<void> }> {
  const config = readConfig({ LIENKET_LOG_LEVEL: 'silent', LIENKET_ROLE: 'worker', ...settings });
  const module = await Test.createTestingModule({
    imports: [PlatformModule.with(config, entities), ...rooms, WorkerModule],
  })
    .overrideProvider(OutboxRelay)
    .useClass(relay)
    .compile();
  await module.init();
  return { stop: () => module.close() };
}
