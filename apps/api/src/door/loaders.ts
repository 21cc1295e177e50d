import { Injectable } from '@nestjs/common';
import { ContractsLoaders } from '../contracts/contracts.loaders.js';
import { IdentityLoaders } from '../identity/identity.loaders.js';
import { MarketLoaders } from '../market/market.loaders.js';
import { MatchingLoaders } from '../matching/matching.loaders.js';
import { RoundLoaders } from '../matching/round.loaders.js';
import { ParticipationLoaders } from '../participation/participation.loaders.js';
import { RegistryLoaders } from '../registry/registry.loaders.js';
import type { Asker } from './asker.js';

/** Each room's DataLoaders, made anew for every request and answered as its viewer. */
@Injectable()
export class LoaderMaker {
  constructor(
    private readonly identity: IdentityLoaders,
    private readonly registry: RegistryLoaders,
    private readonly market: MarketLoaders,
    private readonly contracts: ContractsLoaders,
    private readonly participation: ParticipationLoaders,
    private readonly matching: MatchingLoaders,
    private readonly rounds: RoundLoaders,
  ) {}

  make(asker: Asker) {
    return {
      identity: this.identity.for(asker),
      registry: this.registry.for(asker),
      market: this.market.for(asker),
      contracts: this.contracts.for(asker),
      participation: this.participation.for(asker),
      matching: this.matching.for(asker),
      rounds: this.rounds.for(asker),
    };
  }
}

export type Loaders = ReturnType<LoaderMaker['make']>;
