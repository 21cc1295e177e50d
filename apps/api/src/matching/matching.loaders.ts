import { MatchReads, type Anchor, type MatchPage, type MatchRequest } from '@lienket/matching';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Asker } from '../door/asker.js';

@Injectable()
export class MatchingLoaders {
  constructor(private readonly reads: MatchReads) {}

  for({ today }: Asker) {
    const loaders = new Map<string, DataLoader<string, MatchPage>>();
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
    };
  }

  private loader(anchor: Anchor, request: MatchRequest, today: string): DataLoader<string, MatchPage> {
    return new DataLoader<string, MatchPage>(async (ids) => {
      const pages = await this.reads.matchesOf(anchor, ids, request, today);
      return ids.map((id) => pages.get(id) ?? new Error('A posting was not ranked.'));
    });
  }
}
