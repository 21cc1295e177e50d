import { Metrics } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { HttpMetrics } from './http-metrics.js';

@Controller('lot')
class FarmController {
  @Get(':id')
  lot(@Param('id') id: string) {
    if (id === 'unknown') throw new NotFoundException();
    return { id };
  }
}

describe('the measure of HTTP requests', () => {
  let app: NestFastifyApplication;
  let metrics: Metrics;

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      controllers: [FarmController],
      providers: [Metrics, HttpMetrics],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    metrics = app.get(Metrics);
    for (const url of ['/lot/1', '/lot/2?price=12000', '/lot/unknown', '/wp-login.php']) await app.inject(url);
  });
  afterAll(() => app.close());

  it('counts them by route and status', async () => {
    const text = await metrics.text();
    expect(text).toContain('lienket_http_request_duration_seconds_count{route="/lot/:id",status="200"} 2');
    expect(text).toContain('lienket_http_request_duration_seconds_count{route="/lot/:id",status="404"} 1');
  });

  it('keeps ids, queries and unknown paths out of the labels', async () => {
    const text = await metrics.text();
    expect(text).toContain('{route="unmatched",status="404"} 1');
    // Only what stands between braces: a heap of 1312000 bytes is no price.
    const labels = [...text.matchAll(/\{(.*)\}/g)].map(([, inner]) => inner).join('\n');
    expect(labels).toContain('route="/lot/:id"');
    expect(labels).not.toMatch(/wp-login|12000|unknown"/);
  });
});
