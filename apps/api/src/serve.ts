import { Clock, Database, Log, readConfig, type Config } from '@lienket/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import 'reflect-metadata';
import { loadDemo } from '../../../database/demo/load-demo.js';
import { migrateDatabase } from '../../../database/migrate.js';
import { answerInTime } from './door/answer-in-time.js';
import { leaveFilesUnread } from './door/received-body.js';
import { guardGraphqlRoute } from './door/graphql-route.js';
import { SocketServer } from './door/socket-server.js';
import { addSecurityHeaders } from './door/security-headers.js';
import { TrustedDocuments } from './door/trusted-documents.js';
import { Readiness } from './health/readiness.js';
import { LienketModule } from './lienket.module.js';
import { addPages, explorerPage } from './pages/pages.js';

/** A megabyte, in which a text of a million characters is still refused by the name of its field. */
const BODY_MAX_BYTES = 1_048_576;
const DRAIN_MAX_MS = 5000;
/** For sending a request, as for answering it. */
const REQUEST_MAX_MS = 9000;
const LOOK_FOR_SLOW_MS = 500;

export interface Served {
  readonly url: string;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** Migrates, seeds where asked, and serves with the doors that LIENKET_ROLE opens. Resolves once ready to take work. */
export async function serve(config: Config = readConfig(), clock?: Clock): Promise<Served> {
  await migrateDatabase(config);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_MAX_BYTES,
    requestTimeout: REQUEST_MAX_MS,
    http: { connectionsCheckingInterval: LOOK_FOR_SLOW_MS, headersTimeout: REQUEST_MAX_MS },
    forceCloseConnections: true,
    return503OnClosing: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(LienketModule.with(config, clock), adapter, {
    logger: false,
    abortOnError: false,
  });
  if (config.LIENKET_DEMO === 'on') await loadDemoAsOwner(config, app.get(Clock));
  const readiness = app.get(Readiness);
  addSecurityHeaders(app.getHttpAdapter().getInstance());
  if (config.LIENKET_ROLE !== 'worker') {
    const fastify = app.getHttpAdapter().getInstance();
    answerInTime(fastify, REQUEST_MAX_MS);
    leaveFilesUnread(fastify);
    addPages(fastify);
    guardGraphqlRoute(fastify, { explorer: explorerPage(), readiness, documents: app.get(TrustedDocuments), config });
  }
  await app.listen(config.PORT, config.LIENKET_HOST);
  readiness.becomeReady();
  const url = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  app.get(Log).info({ role: config.LIENKET_ROLE, url }, 'ready');
  const close = async () => {
    await readiness.drain(DRAIN_MAX_MS);
    if (config.LIENKET_ROLE !== 'worker') await app.get(SocketServer, { strict: false }).close();
    await app.close();
  };
  return { url, app, close };
}

async function loadDemoAsOwner(config: Config, clock: Clock): Promise<void> {
  const owner = await Database.connect(config.DATABASE_URL, 1, []);
  try {
    await loadDemo(owner, clock);
  } finally {
    await owner.close();
  }
}
