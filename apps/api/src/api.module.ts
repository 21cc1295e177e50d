import { CONFIG, Log, projectFile, QueueReportReads, RetryDeadLetter, type Config } from '@lienket/platform';
import { ContractsModule } from '@lienket/contracts';
import { IdentityModule } from '@lienket/identity';
import { MarketModule } from '@lienket/market';
import { MatchingModule } from '@lienket/matching';
import { ImportsModule } from '@lienket/imports';
import { NoticesModule } from '@lienket/notices';
import { ParticipationModule } from '@lienket/participation';
import { RegistryModule } from '@lienket/registry';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { ConfigurationQueries } from './configuration/configuration.resolver.js';
import { contractsForms, contractsResolvers } from './contracts/index.js';
import { ContractsLoaders } from './contracts/contracts.loaders.js';
import { Attempts } from './door/attempts.js';
import { ContextMaker } from './door/context-maker.js';
import { Door } from './door/door.js';
import { FileDoor } from './door/file-door.js';
import { SessionGuard } from './door/guard.js';
import { FORMS } from './door/form.js';
import { TrustedDocuments } from './door/trusted-documents.js';
import { graphqlOptions } from './door/graphql-options.js';
import { LoaderMaker } from './door/loaders.js';
import { OperationMetrics } from './door/operation-metrics.js';
import { OpenSockets } from './door/open-sockets.js';
import { SocketServer } from './door/socket-server.js';
import { HealthModule } from './health/health.module.js';
import { IdentityLoaders } from './identity/identity.loaders.js';
import { identityForms, identityResolvers } from './identity/index.js';
import { marketForms, marketResolvers } from './market/index.js';
import { ListingPhotos } from './market/listing-photos.controller.js';
import { MarketLoaders } from './market/market.loaders.js';
import { ImportFiles } from './imports/import-files.controller.js';
import { importsResolvers } from './imports/index.js';
import { matchingForms, matchingResolvers } from './matching/index.js';
import { MatchingLoaders } from './matching/matching.loaders.js';
import { RoundFile } from './matching/round-file.controller.js';
import { RoundLoaders } from './matching/round.loaders.js';
import { noticesResolvers } from './notices/index.js';
import { FigureBook } from './participation/figure-book.js';
import { FigureFiles } from './participation/figure-files.controller.js';
import { GroupLabels } from './participation/group-labels.js';
import { OrganizationBook } from './participation/organization-book.js';
import { ParticipationLoaders } from './participation/participation.loaders.js';
import {
  OrganizationParticipation,
  ParticipationQueries,
  ParticipationSubscriptions,
} from './participation/participation.resolver.js';
import { QueueMutations, QueueQueries } from './queues/queues.resolver.js';
import { registryForms, registryResolvers } from './registry/index.js';
import { RegisterTemplate } from './registry/register-template.controller.js';
import { RegistryLoaders } from './registry/registry.loaders.js';

const forms = { ...identityForms, ...registryForms, ...marketForms, ...contractsForms, ...matchingForms };
const rooms = [
  IdentityModule,
  RegistryModule,
  MarketModule,
  ContractsModule,
  ImportsModule,
  NoticesModule,
  ParticipationModule,
  MatchingModule,
];

@Module({
  imports: [...rooms, HealthModule],
  providers: [
    ContextMaker,
    LoaderMaker,
    IdentityLoaders,
    RegistryLoaders,
    MarketLoaders,
    ContractsLoaders,
    ParticipationLoaders,
    MatchingLoaders,
    RoundLoaders,
    OperationMetrics,
    FileDoor,
  ],
  exports: [ContextMaker, LoaderMaker, OperationMetrics, FileDoor],
})
class ContextModule {}

/** The GraphQL door. */
@Module({
  imports: [
    ...rooms,
    ContextModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [ContextModule],
      inject: [ContextMaker, Log, OperationMetrics, CONFIG],
      useFactory: (contexts: ContextMaker, log: Log, metrics: OperationMetrics, config: Config) =>
        graphqlOptions({ schemaFile: projectFile('schema.graphql'), forms, contexts, log, metrics, config }),
    }),
  ],
  controllers: [RoundFile, FigureFiles, ImportFiles, ListingPhotos, RegisterTemplate],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    Door,
    Attempts,
    OpenSockets,
    { provide: TrustedDocuments, inject: [CONFIG], useFactory: (config: Config) => TrustedDocuments.read(config) },
    SocketServer,
    { provide: FORMS, useValue: forms },
    GroupLabels,
    FigureBook,
    OrganizationBook,
    ParticipationQueries,
    OrganizationParticipation,
    ParticipationSubscriptions,
    ConfigurationQueries,
    QueueReportReads,
    RetryDeadLetter,
    QueueQueries,
    QueueMutations,
    ...identityResolvers,
    ...registryResolvers,
    ...marketResolvers,
    ...contractsResolvers,
    ...importsResolvers,
    ...noticesResolvers,
    ...matchingResolvers,
  ],
})
export class ApiModule {}
