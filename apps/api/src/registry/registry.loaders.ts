import {
  OrganizationReads,
  ReferenceReads,
  type ByCode,
  type Organization,
  type OrganizationDay,
  type Rating,
} from '@lienket/registry';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { signedIn, type Asker } from '../door/asker.js';

const dayKey = { cacheKeyFn: ({ id, day }: OrganizationDay): string => `${id} ${day}` };

@Injectable()
export class RegistryLoaders {
  constructor(
    private readonly organizations: OrganizationReads,
    private readonly references: ReferenceReads,
  ) {}

  for(asker: Asker) {
    return {
      /** As the asker may see it today; null where they may not. */
      organization: new DataLoader<string, Organization | null>(async (ids) => {
        const seen = await this.organizations.organizationsById(signedIn(asker), ids, asker.today);
        const byId = new Map(seen.map((organization) => [organization.id, organization]));
        return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
      }),
      /** The id of the union that an organization belonged to on a day. */
      unionId: new DataLoader<OrganizationDay, string | null, string>(
        (asked) => this.organizations.unionsOf(asked),
        dayKey,
      ),
      rating: new DataLoader<OrganizationDay, Rating | null, string>(
        (asked) => this.organizations.ratingsOf(asked),
        dayKey,
      ),
      province: { load: (code: string) => entryOf(this.references.provinces(), code) },
      commodity: { load: (code: string) => entryOf(this.references.commodities(), code) },
    };
  }
}

/** A list is in memory but for the first time: no promise, then, for each of the rows that refer to it. */
function entryOf<T>(list: ByCode<T> | Promise<ByCode<T>>, code: string): T | Promise<T> {
  if (list instanceof Promise) return list.then((known) => entryOf(known, code));
  const entry = list.get(code);
  if (entry === undefined) throw new Error('A row refers to a code that is in no list.');
  return entry;
}
