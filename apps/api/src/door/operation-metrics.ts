import { Log, Metrics } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { Histogram } from 'prom-client';
import type { OperationRecord } from './operation-record.js';

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Stands for the field of a document that is not of our schema: its own words are a client's to choose. */
const NO_FIELD = 'none';

/** Keeps count of GraphQL operations and writes one line of log for each: fields, codes and durations, never values. */
@Injectable()
export class OperationMetrics {
  private readonly durations: Histogram<'field' | 'outcome'>;

  constructor(
    private readonly log: Log,
    { registry }: Metrics,
  ) {
    this.durations = new Histogram({
      name: 'lienket_graphql_operation_duration_seconds',
      help: 'Duration of GraphQL operations, by root field and outcome: OK or an error code',
      labelNames: ['field', 'outcome'],
      buckets: BUCKETS_SECONDS,
      registers: [registry],
    });
  }

  /** @param requestId null where the request was refused before it had one */
  observe({ fields, outcome }: OperationRecord, requestId: string | null, startedAt: number): void {
    const durationMs = performance.now() - startedAt;
    const counted = Object.entries(fields);
    for (const [field, ofField] of counted.length > 0 ? counted : [[NO_FIELD, outcome] as const])
      this.durations.observe({ field, outcome: ofField }, durationMs / 1000);
    this.log.info(
      { requestId, fields: Object.keys(fields), outcome, durationMs: Math.round(durationMs * 10) / 10 },
      'request',
    );
  }
}
