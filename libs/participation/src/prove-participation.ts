import { Injectable } from '@nestjs/common';
import { Database, Log, type JobHandler } from '@lienket/platform';
import sql from 'sql-template-tag';
import { tellChange } from './participation-feed.js';
import { proveParticipation } from './participation-jobs.js';
import { becomeWriter } from './known-instant.store.js';
import { drift, recountAll } from './recount.js';

/** The nightly proof: a full recount must equal the running facts to the row. Where it doesn't, it alarms and mends. */
@Injectable()
export class ProveParticipation implements JobHandler<Record<string, never>> {
  readonly job = proveParticipation;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  async handle(): Promise<void> {
    await this.prove();
  }

  /** @returns how many facts differed; what is announced and not yet recounted is no difference but a reason to try later. */
  async prove(): Promise<number> {
    const { differing, knownAt } = await this.database.transaction(async (tx) => {
      await becomeWriter(tx);
      const found = await drift(tx);
      if (found === 0) return { differing: 0, knownAt: null };
      const [pending] = await tx.query(sql`select from platform.outbox where topic = any(${recountTopics}) limit 1`);
      if (pending) throw new Error('There are announcements that are not recounted yet; the proof is tried again.');
      return { differing: found, knownAt: await recountAll(tx) };
    });
    if (differing > 0)
      this.log.error({ differing }, 'ALARM: participation facts differed from a full recount; they are mended');
    else this.log.info({}, 'participation facts equal a full recount');
    if (knownAt) await tellChange(this.database, knownAt);
    return differing;
  }
}

const recountTopics = ['contracts.contract-changed', 'registry.organization-changed'];
