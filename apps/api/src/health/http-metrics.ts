import { Metrics } from '@lienket/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Histogram } from 'prom-client';

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How long HTTP requests take, by route and status. A path that is no route of ours counts as "unmatched". */
@Injectable()
export class HttpMetrics implements OnModuleInit {
  private readonly durations: Histogram<'route' | 'status'>;

  constructor(
    private readonly host: HttpAdapterHost,
    { registry }: Metrics,
  ) {
    this.durations = new Histogram({
      name: 'lienket_http_request_duration_seconds',
      help: 'Duration of HTTP requests',
      labelNames: ['route', 'status'],
      buckets: BUCKETS_SECONDS,
      registers: [registry],
    });
  }

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onResponse', async (request, reply) => {
      const labels = { route: request.routeOptions.url ?? 'unmatched', status: String(reply.statusCode) };
      this.durations.observe(labels, reply.elapsedTime / 1000);
    });
  }
}
