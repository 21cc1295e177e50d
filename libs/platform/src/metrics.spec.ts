import { describe, expect, it } from '@jest/globals';
import { JobMetrics } from './job-metrics.js';
import { Metrics } from './metrics.js';

describe('what Prometheus reads', () => {
  it('holds the figures of the process once, however many apps it holds', async () => {
    const first = await new Metrics().text();
    const second = await new Metrics().text();
    for (const text of [first, second]) {
      expect(text.match(/^# TYPE process_cpu_seconds_total /gm)).toHaveLength(1);
      expect(text.match(/^# TYPE nodejs_eventloop_lag_p99_seconds /gm)).toHaveLength(1);
    }
  });

  it('keeps what one app counts apart from another app of the process', async () => {
    const [here, there] = [new Metrics(), new Metrics()];
    new JobMetrics(there);
    await new JobMetrics(here).measure('room.work', () => Promise.resolve());
    expect(await here.text()).toContain('lienket_job_duration_seconds_count{job="room.work"} 1');
    expect(await there.text()).not.toContain('room.work');
  });
});

describe('the measure of jobs', () => {
  it('counts a failed attempt as one that took its time, and passes the fault on', async () => {
    const metrics = new Metrics();
    const jobs = new JobMetrics(metrics);
    const attempt = jobs.measure('room.work', () => Promise.reject(new Error('no disk')));
    await expect(attempt).rejects.toThrow('no disk');
    const text = await metrics.text();
    expect(text).toContain('lienket_job_failures_total{job="room.work"} 1');
    expect(text).toContain('lienket_job_duration_seconds_count{job="room.work"} 1');
  });
});
