import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { follow, startLienket, type Lienket } from '../support/lienket.js';

const COUNT = 'lienket_graphql_operation_duration_seconds_count';

describe('what Prometheus reads of a running Lienket', () => {
  let lienket: Lienket;
  const metrics = async () => (await fetch(`${lienket.url}/metrics`)).text();

  beforeAll(async () => {
    lienket = await startLienket();
  });
  afterAll(() => lienket.close());

  it('is plain text of the process, the outbox, the jobs and the requests', async () => {
    const response = await fetch(`${lienket.url}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await response.text();
    for (const name of [
      'process_cpu_seconds_total',
      'nodejs_eventloop_lag_p99_seconds',
      'lienket_outbox_announcements',
      'lienket_outbox_oldest_seconds',
      'lienket_outbox_reannounced_total',
      'lienket_dead_letters',
      'lienket_job_duration_seconds',
      'lienket_job_failures_total',
      'lienket_http_request_duration_seconds',
    ])
      expect(text).toContain(`# TYPE ${name} `);
  });

  it('counts requests by root field and outcome, over HTTP and on the socket', async () => {
    await lienket.ask('{ provinces { code } }');
    await lienket.send('query ($id: ID!) { listing(id: $id) { id } }', { id: '00000000-0000-0000-0000-00000000beef' });
    await lienket.send('{ noFieldOfOurs }');
    const socket = lienket.socket();
    const figures = follow(socket, 'subscription { participationChanged { counted } }');
    await figures.next();
    await figures.return?.();
    await socket.dispose();
    const text = await metrics();
    expect(text).toContain(`${COUNT}{field="provinces",outcome="OK"} 1`);
    expect(text).toContain(`${COUNT}{field="listing",outcome="UNAUTHENTICATED"} 1`);
    expect(text).toContain(`${COUNT}{field="none",outcome="GRAPHQL_VALIDATION_FAILED"} 1`);
    expect(text).toContain(`${COUNT}{field="participationChanged",outcome="OK"} 1`);
    expect(text).toContain('lienket_http_request_duration_seconds_count{route="/graphql",status="200"}');
    expect(text).not.toMatch(/beef|noFieldOfOurs/);
  });
});
