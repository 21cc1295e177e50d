import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecountParticipation } from '@lienket/participation';
import { JobQueue, JobRunner } from '@lienket/platform';
import { eventually } from '../support/eventually.js';
import { startLienket, TestClock, type Lienket } from '../support/lienket.js';

/** It looks every 5 s. */
const LOOKED_AFTER_WITHIN_MS = 8000;

describe('a worker', () => {
  const clock = new TestClock();
  let lienket: Lienket;
  const ready = () => fetch(`${lienket.url}/health/ready`);
  const passSeconds = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString());

  beforeAll(async () => {
    lienket = await startLienket({ LIENKET_ROLE: 'worker' }, clock);
  });
  afterAll(() => lienket.close());

  it('is ready however long there is nothing to do', async () => {
    // Twice: what it looked at while it started may have been the first.
    for (let hour = 0; hour < 2; hour += 1) {
      passSeconds(3600);
      expect(await eventually(async () => (await ready()).ok, LOOKED_AFTER_WITHIN_MS)).not.toBeNull();
    }
  });

  it('is not ready any more when jobs have waited for a minute and it takes none', async () => {
    await stopTakingJobs(lienket);
    const { job } = lienket.part(RecountParticipation);
    await lienket.part(JobQueue).add(job, {});
    passSeconds(59);
    expect((await ready()).status).toBe(200);
    passSeconds(2);
    expect(await (await ready()).json()).toEqual({ status: 'jobs are not taken' });
    // However often it looks after the queue.
    expect(await eventually(async () => (await ready()).ok, LOOKED_AFTER_WITHIN_MS)).toBeNull();
  });
});

/** As where BullMQ's loop has ended by itself: nobody is told. */
async function stopTakingJobs(lienket: Lienket): Promise<void> {
  const { worker } = lienket.part(JobRunner) as unknown as { worker: { close(): Promise<void> } };
  await worker.close();
}
