import { ParticipationReads } from '@lienket/participation';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Asker } from '../door/asker.js';

@Injectable()
export class ParticipationLoaders {
  constructor(private readonly reads: ParticipationReads) {}

  for(_: Asker) {
    return {
      /** Whether an organization takes part in a chain on a day. */
      participates: new DataLoader<{ organizationId: string; day: string }, boolean, string>(
        async (asked) => {
          const days = [...new Set(asked.map(({ day }) => day))];
          const ids = asked.map(({ organizationId }) => organizationId);
          const answers = new Map(
            await Promise.all(days.map(async (day) => [day, await this.reads.participants(ids, day)] as const)),
          );
          return asked.map(({ organizationId, day }) => answers.get(day)?.has(organizationId) ?? false);
        },
        { cacheKeyFn: ({ organizationId, day }) => `${organizationId} ${day}` },
      ),
    };
  }
}
