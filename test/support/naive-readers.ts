import type { News } from './linkage-news.js';

/** Who takes news as they come for the truth. Right as long as all come once and in order: planted faults. */
interface NaiveReader {
  readonly name: string;
  read(news: News): void;
  linked(): ReadonlySet<string>;
}

const withAny = (counts: ReadonlyMap<string, number>) =>
  new Set([...counts].filter(([, count]) => count > 0).map(([id]) => id));

/** One more for a signature, one less for an end. */
function addsUp(): NaiveReader {
  const counts = new Map<string, number>();
  return {
    name: 'adds up',
    read: ({ does, organizationIds }) => {
      const change = { SIGN: 1, TERMINATE: -1, MOVE: 0 }[does];
      for (const id of organizationIds) counts.set(id, (counts.get(id) ?? 0) + change);
    },
    linked: () => withAny(counts),
  };
}

/** Writes down what the news say of an organization. */
function believesTheLast(): NaiveReader {
  const states = new Map<string, number>();
  return {
    name: 'believes the last',
    read: ({ organizationIds, linkedAfter }) => {
      organizationIds.forEach((id, index) => states.set(id, linkedAfter[index] === true ? 1 : 0));
    },
    linked: () => withAny(states),
  };
}

/** As the first, and never the same news in succession. */
function forgetsRepetitions(): NaiveReader {
  const reader = addsUp();
  let last: News | undefined;
  return {
    name: 'skips what it has just read',
    read: (news) => {
      if (news !== last) reader.read(news);
      last = news;
    },
    linked: () => reader.linked(),
  };
}

export const NAIVE_READERS = [addsUp, believesTheLast, forgetsRepetitions];
