import { mayTrade, type Viewer } from '@lienket/identity';
import { accept, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { photoSeen } from './photo.reads.js';
import { PhotoStore } from './photo.store.js';

/** Takes a photo away for good, whatever has become of its listing: it may show somebody who doesn't want it. */
@Injectable()
export class RemovePhoto {
  constructor(
    private readonly clock: Clock,
    private readonly photos: PhotoStore,
  ) {}

  /** @returns the listing that it was of */
  async execute(tx: Transaction, viewer: Viewer, { id }: { id: string }): Promise<Result<string>> {
    const seen = await photoSeen(tx, viewer, { id, today: this.clock.today() });
    if (!seen) return refuse({ code: 'NOT_FOUND' });
    if (!mayTrade(viewer) || viewer.organizationId !== seen.ownerId) return refuse({ code: 'FORBIDDEN' });
    await this.photos.remove(tx, id);
    return accept(seen.listingId);
  }
}
