import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProveParticipation, RecountParticipation } from '@lienket/participation';
import { JobQueue } from '@lienket/platform';
import { Bookkeeper, differing } from '../oracle/bookkeeper.js';
import { Dice } from '../support/dice.js';
import { eventually } from '../support/eventually.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { LinkageNews, type News } from '../support/linkage-news.js';
import { NAIVE_READERS } from '../support/naive-readers.js';

const JOBS = inShortOrLong(400, 20_000);
const DELIVERIES = 5 * JOBS;
/** As many happen between two handfuls of deliveries. */
const AT_ONCE = 20;
const SETTLED_WITHIN_MS = 60_000;
const PROVINCES = ['01', '79', '92'];

describe('news that come several times, late and in any order', () => {
  let lienket: Lienket;
  let books: Bookkeeper;
  let world: LinkageNews;
  let dice: Dice;

  beforeAll(async () => {
    dice = Dice.thrown('jobs twice and late');
    lienket = await startLienket();
    books = await Bookkeeper.of(lienket.config.DATABASE_URL);
    world = await LinkageNews.of(books.client, { organizations: JOBS, provinces: PROVINCES });
    await lienket.part(ProveParticipation).prove();
  });

  afterAll(async () => {
    await books.close();
    await lienket.close();
  });

  it('lead to the figure that the oracle counts, where naive readers of the same news go wrong', async () => {
    const naive = NAIVE_READERS.map((make) => make());
    const inOrder = NAIVE_READERS.map((make) => make());
    const extra = copiesOf(JOBS, DELIVERIES, dice);
    const waiting: News[] = [];
    let happened = 0;
    let delivered = 0;
    while (delivered < DELIVERIES) {
      const news = await world.happen(dice, Math.min(AT_ONCE, JOBS - happened));
      for (const one of news) for (let copy = 0; copy < extra[happened + one.index]!; copy += 1) waiting.push(one);
      inOrder.forEach((reader) => news.forEach((one) => reader.read(one)));
      happened += news.length;
      const handful = takeAny(waiting, AT_ONCE * 2, dice);
      naive.forEach((reader) => handful.forEach((one) => reader.read(one)));
      await deliver(handful, dice.below(3));
      delivered += handful.length;
    }
    const settledMs = await eventually(async () => (await books.waitingAnnouncements()) === 0, SETTLED_WITHIN_MS);
    const linked = await books.linked();
    console.info(
      `jobs ${String(happened)}, deliveries ${String(delivered)}, settled after ${String(settledMs)} ms, figure ${await shown()} (oracle ${await books.figure()}); ` +
        naive
          .map((reader) => `${reader.name}: ${String(differing(reader.linked(), linked))} organizations wrong`)
          .join(', '),
    );
    expect(settledMs).not.toBeNull();
    expect(await books.drift()).toBe(0);
    expect(await shown()).toBe(await books.figure());
    for (const code of PROVINCES) expect(await shown(code)).toBe(await books.figure(code));
    // Each of the naive would be right if everything came once and in order, and is wrong here.
    expect(inOrder.map((reader) => differing(reader.linked(), linked))).toEqual(inOrder.map(() => 0));
    for (const reader of naive) expect(differing(reader.linked(), linked)).toBeGreaterThan(0);
  }, 900_000);

  it('change nothing when all of them come once more, last first', async () => {
    const before = await world.knownInstants();
    await deliver([...world.all].reverse(), 3);
    await eventually(async () => (await books.waitingAnnouncements()) === 0, SETTLED_WITHIN_MS);
    expect(await world.knownInstants()).toBe(before);
    expect(await lienket.part(ProveParticipation).prove()).toBe(0);
  }, 300_000);

  /** Into the outbox, with so many jobs beside the one that the relay starts by itself. */
  async function deliver(news: readonly News[], jobs: number): Promise<void> {
    await world.announce(news);
    const { job } = lienket.part(RecountParticipation);
    for (let one = 0; one < jobs; one += 1) await lienket.part(JobQueue).add(job, {});
  }

  async function shown(provinceCode?: string): Promise<string> {
    const scope = provinceCode === undefined ? {} : { provinceCodes: [provinceCode] };
    const { participation } = await lienket.ask<{ participation: { participating: number; counted: number } }>(
      'query ($scope: ParticipationScope) { participation(scope: $scope) { participating counted } }',
      { scope },
    );
    return `${String(participation.participating)}/${String(participation.counted)}`;
  }
});

/** How often each of the jobs is delivered: half of them once, so that no other copy makes up for a lost one. */
function copiesOf(jobs: number, deliveries: number, dice: Dice): number[] {
  const copies = Array.from({ length: jobs }, () => 1);
  for (let left = deliveries - jobs; left > 0; left -= 1) copies[2 * dice.below(jobs / 2)]! += 1;
  return copies;
}

function takeAny(from: News[], count: number, dice: Dice): News[] {
  const taken: News[] = [];
  for (let left = Math.min(count, from.length); left > 0; left -= 1) {
    const place = dice.below(from.length);
    taken.push(from[place]!);
    from[place] = from.at(-1)!;
    from.pop();
  }
  return taken;
}
