import { Log, readConfig, type Clock, type Config } from '@lienket/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import 'reflect-metadata';
import { migrateDatabase } from '../../../database/migrate.js';
import { Readiness } from './health/readiness.js';
import { LienketModule } from './lienket.module.js';
import { addPages } from './pages/pages.js';

const BODY_MAX_BYTES = 1_048_576;

export interface Served {
  readonly url: string;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** Migrates, seeds where asked, and serves with the doors that LIENKET_ROLE opens. Resolves once ready to take work. */
export async function serve(config: Config = readConfig(), clock?: Clock): Promise<Served> {
  await migrateDatabase(config.DATABASE_URL);
  const adapter = new FastifyAdapter({ bodyLimit: BODY_MAX_BYTES, forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(LienketModule.with(config, clock), adapter, {
    logger: false,
    abortOnError: false,
  });
  if (config.LIENKET_ROLE !== 'worker') addPages(app.getHttpAdapter().getInstance());
  await app.listen(config.PORT, config.LIENKET_HOST);
  app.get(Readiness).becomeReady();
  const url = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  app.get(Log).info({ role: config.LIENKET_ROLE, url }, 'ready');
  return { url, app, close: () => app.close() };
}
