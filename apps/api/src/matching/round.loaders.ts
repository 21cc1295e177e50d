import { RoundPartReads } from '@lienket/matching';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { signedIn, type Asker } from '../door/asker.js';
import { countsBy, pagesBy } from '../door/page-loaders.js';

@Injectable()
export class RoundLoaders {
  constructor(private readonly parts: RoundPartReads) {}

  for(asker: Asker) {
    const { today } = asker;
    const viewer = () => signedIn(asker);
    return {
      /** By the round's id, as the asker may see them today. */
      allocations: pagesBy((ids, page) => this.parts.allocationsOf(viewer(), ids, page, today)),
      allocationCount: countsBy((ids) => this.parts.countAllocations(viewer(), ids, today)),
      byProvince: new DataLoader(async (ids: readonly string[]) => {
        const rows = await this.parts.provincesOf(viewer(), ids, today);
        return ids.map((id) => rows.filter(({ roundId }) => roundId === id));
      }),
      shadowPrices: pagesBy((ids, page) => this.parts.shadowPricesOf(viewer(), ids, page, today)),
      shadowPriceCount: countsBy((ids) => this.parts.countShadowPrices(viewer(), ids, today)),
    };
  }
}
