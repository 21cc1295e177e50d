import {
  BundleReads,
  MatchReads,
  type Anchor,
  type Bundle,
  type BundleRequest,
  type MatchPage,
  type MatchRequest,
} from '@lienket/matching';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Asker } from '../door/asker.js';

@Injectable()
export class MatchingLoaders {
  constructor(
    private readonly reads: MatchReads,
    private readonly bundleReads: BundleReads,
  ) {}

  for({ today }: Asker) {
    const loaders = new Map<string, DataLoader<string, MatchPage>>();
    const bundleLoaders = new Map<string, DataLoader<string, Bundle[]>>();
    return {
      /**
       * The matches of a posting that the asker sees. Postings of one list are answered together where they ask for the same.
       * @param wish the arguments that the request was made of, as JSON
       */
      matches: (anchor: Anchor, anchorId: string, request: MatchRequest, wish: string): Promise<MatchPage> => {
        const key = `${anchor} ${wish}`;
        const loader = loaders.get(key) ?? this.loader(anchor, request, today);
        loaders.set(key, loader);
        return loader.load(anchorId);
      },
      /** The bundles of a demand that the asker sees; see matches. */
      bundles: (demandId: string, request: BundleRequest, wish: string): Promise<Bundle[]> => {
        const loader = bundleLoaders.get(wish) ?? this.bundleLoader(request, today);
        bundleLoaders.set(wish, loader);
        return loader.load(demandId);
      },
    };
  }

  private bundleLoader(request: BundleRequest, today: string): DataLoader<string, Bundle[]> {
    return new DataLoader<string, Bundle[]>(async (ids) => {
      const bundles = await this.bundleReads.bundlesOf(ids, request, today);
      return ids.map((id) => bundles.get(id) ?? new Error('A demand was not filled.'));
    });
  }

  private loader(anchor: Anchor, request: MatchRequest, today: string): DataLoader<string, MatchPage> {
    return new DataLoader<string, MatchPage>(async (ids) => {
      const pages = await this.reads.matchesOf(anchor, ids, request, today);
      return ids.map((id) => pages.get(id) ?? new Error('A posting was not ranked.'));
    });
  }
}
