import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';

let ofProcess: Registry | undefined;

/** The process's own figures (CPU, memory, event loop, garbage collection): measured once, however many apps it holds. */
function processMetrics(): Registry {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

/**
 * What Prometheus reads at /metrics. Whoever has something to measure registers it here, named lienket_*; the process's
 * own figures keep the names that every dashboard knows. A label takes its values from our code (a route, a field, a
 * job, a code): never an id, a price or anything that a client may choose.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly ofProcess = processMetrics();

  async text(): Promise<string> {
    return [await this.registry.metrics(), await this.ofProcess.metrics()].join('\n');
  }
}
