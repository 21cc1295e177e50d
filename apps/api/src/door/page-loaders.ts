import type { Page, PageRequest } from '@lienket/platform';
import DataLoader from 'dataloader';

/** A page of what is below one thing. */
export interface PageKey extends PageRequest {
  readonly of: string;
}

const pageKey = ({ first, after }: PageRequest): string => JSON.stringify([first, after]);

/** One question for all things of which the same page is asked. */
export const pagesBy = <Row>(read: (ids: readonly string[], page: PageRequest) => Promise<Map<string, Page<Row>>>) =>
  new DataLoader<PageKey, Page<Row>, string>(
    async (keys) => {
      const asked = new Map(keys.map((key) => [pageKey(key), key]));
      const answers = new Map<string, Map<string, Page<Row>>>();
      for (const [key, page] of asked) {
        const ids = keys.filter((other) => pageKey(other) === key).map(({ of }) => of);
        answers.set(key, await read(ids, page));
      }
      return keys.map((key) => answers.get(pageKey(key))?.get(key.of) ?? { rows: [], hasNextPage: false });
    },
    { cacheKeyFn: (key) => `${key.of} ${pageKey(key)}` },
  );

export const countsBy = (read: (ids: readonly string[]) => Promise<Map<string, number>>) =>
  new DataLoader<string, number>(async (ids) => {
    const counts = await read(ids);
    return ids.map((id) => counts.get(id) ?? 0);
  });
