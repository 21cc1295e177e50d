import { Injectable } from '@nestjs/common';
import { CONTRACT_CHANGED } from '@lienket/contracts';
import { Database, Log, Metrics, type JobHandler } from '@lienket/platform';
import { ORGANIZATION_CHANGED } from '@lienket/registry';
import { Gauge } from 'prom-client';
import sql from 'sql-template-tag';
import { tellChange } from './participation-feed.js';
import { proveParticipation } from './participation-jobs.js';
import { becomeWriter } from './known-instant.store.js';
import { drift, recountAll } from './recount.js';

/** The nightly proof: a full recount must equal the running facts to the row. Where it doesn't, it alarms and mends. */
@Injectable()
export class ProveParticipation implements JobHandler<Record<string, never>> {
  readonly job = proveParticipation;

  private readonly drifted: Gauge;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    this.drifted = new Gauge({
      name: 'lienket_participation_drift_facts',
      help: 'Facts that differed from a full recount at the last proof; anything but 0 is an alarm',
      registers: [metrics.registry],
    });
  }

  async handle(): Promise<void> {
    await this.prove();
  }

  /** @returns how many facts differed; what is announced and not yet recounted is no difference but a reason to try later. */
  async prove(): Promise<number> {
    const { differing, knownAt } = await this.database.transaction(async (tx) => {
      await becomeWriter(tx);
      const found = await drift(tx);
      if (found === 0) return { differing: 0, knownAt: null };
      const [pending] = await tx.query(
        sql`select from platform.outbox where topic = any(${[CONTRACT_CHANGED, ORGANIZATION_CHANGED]}) limit 1`,
      );
      if (pending) throw new Error('There are announcements that are not recounted yet; the proof is tried again.');
      return { differing: found, knownAt: await recountAll(tx) };
    });
    this.drifted.set(differing);
    if (differing > 0)
      this.log.error({ differing }, 'ALARM: participation facts differed from a full recount; they are mended');
    else this.log.info({}, 'participation facts equal a full recount');
    if (knownAt) await tellChange(this.database, knownAt);
    return differing;
  }
}
