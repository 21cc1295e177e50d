import {
  OrganizationReads,
  ReferenceReads,
  type ByCode,
  type Commodity,
  type Organization,
  type OrganizationDay,
  type Province,
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
      province: new DataLoader<string, Province>(async (codes) => pick(await this.references.provinces(), codes)),
      commodity: new DataLoader<string, Commodity>(async (codes) => pick(await this.references.commodities(), codes)),
    };
  }
}

function pick<T>(known: ByCode<T>, codes: readonly string[]): T[] {
  return codes.map((code) => {
    const entry = known.get(code);
    if (entry === undefined) throw new Error('A row refers to a code that is in no list.');
    return entry;
  });
}
