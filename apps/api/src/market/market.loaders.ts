import { DemandReads, ListingReads, PhotoReads, type DemandRow, type ListingRow, type PhotoRow } from '@lienket/market';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { signedIn, type Asker } from '../door/asker.js';

@Injectable()
export class MarketLoaders {
  constructor(
    private readonly listings: ListingReads,
    private readonly demands: DemandReads,
    private readonly photos: PhotoReads,
  ) {}

  for(asker: Asker) {
    return {
      /** As the asker may see it today; null where they may not. */
      listing: new DataLoader<string, ListingRow | null>(async (ids) =>
        inOrder(ids, await this.listings.listingsById(signedIn(asker), ids, asker.today)),
      ),
      /** Of listings that the asker sees, by their ids. */
      photos: new DataLoader<string, PhotoRow[]>(async (listingIds) => {
        const photos = await this.photos.photosOf(signedIn(asker), listingIds, asker.today);
        return listingIds.map((id) => photos.filter(({ listingId }) => listingId === id));
      }),
      demand: new DataLoader<string, DemandRow | null>(async (ids) =>
        inOrder(ids, await this.demands.demandsById(signedIn(asker), ids, asker.today)),
      ),
    };
  }
}

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}
