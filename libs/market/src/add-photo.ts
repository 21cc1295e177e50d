import { mayTrade, type Viewer } from '@lienket/identity';
import { accept, Clock, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { readJpeg } from './baseline-jpeg.js';
import { PhotoStore } from './photo.store.js';
import { postingsSeen } from './posting-sight.js';
import { postingStatus } from './posting-status.js';
import { PostingStore } from './posting.store.js';

/** Adds a photo to a listing. The same picture sent twice is one photo, so that who doesn't know whether it came sends it again. */
@Injectable()
export class AddPhoto {
  constructor(
    private readonly clock: Clock,
    private readonly postings: PostingStore,
    private readonly photos: PhotoStore,
  ) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { listingId, content }: { listingId: string; content: Buffer },
  ): Promise<Result<string>> {
    const today = this.clock.today();
    const seen = (await postingsSeen(tx, viewer, { kind: 'LISTING', ids: [listingId], today })).get(
      listingId.toLowerCase(),
    );
    if (!seen) return refuse({ code: 'NOT_FOUND' });
    if (!mayTrade(viewer) || viewer.organizationId !== seen.ownerId) return refuse({ code: 'FORBIDDEN' });
    const picture = readJpeg(content);
    if (!picture) return invalid('photo', 'FORM');
    const listing = await this.postings.lock(tx, 'LISTING', seen.id);
    const before = await this.photos.find(tx, seen.id, picture);
    if (before !== null) return accept(before);
    const status = postingStatus(listing, today);
    if (status !== 'OPEN') return refuse({ code: 'INVALID_STATE', state: status });
    const photo = { listingId: seen.id, picture, addedBy: viewer.userId, at: this.clock.now() };
    const added = await this.photos.insert(tx, photo);
    return added === null ? invalid('photo', 'TOO_MANY') : accept(added);
  }
}
