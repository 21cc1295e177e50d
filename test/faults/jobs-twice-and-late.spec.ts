import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SendEmails, TellNews } from '@lienket/notices';
import { ProveParticipation, RecountParticipation } from '@lienket/participation';
import { JobQueue } from '@lienket/platform';
import { Bookkeeper, differing } from '../oracle/bookkeeper.js';
import { Dice } from '../support/dice.js';
import { eventually } from '../support/eventually.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { LinkageNews, type News } from '../support/linkage-news.js';
import { Mailbox } from '../support/mailbox.js';
import { NAIVE_READERS } from '../support/naive-readers.js';
import { NoticeNews } from '../support/notice-news.js';
import { TradeWorld } from '../support/trade-world.js';

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

describe('notices, and e-mails of them, whose jobs run several times, late and at once', () => {
  const OFFERS = inShortOrLong(40, 2000);
  const READERS = 4;
  const FEW = 5;
  const APART_MS = 10 * 60_000;

  it('tell each once, by e-mail too, though the mail server is away again and again', async () => {
    const dice = Dice.thrown('notices twice and late');
    const mailbox = await Mailbox.open();
    const world = await TradeWorld.open(mailbox.settings);
    const desk = await NoticeNews.open(world, READERS);
    const waiting: string[] = [];
    let copies = 0;
    let failures = 0;
    const run = async (type: typeof TellNews | typeof SendEmails) => {
      await world
        .get<TellNews | SendEmails>(type)
        .handle()
        .catch((error: unknown) => {
          expect((error as Error).name).toBe('MailServerAway');
          failures += 1;
        });
    };
    const someOf = (type: typeof TellNews | typeof SendEmails) =>
      Array.from({ length: 1 + dice.below(3) }, () => run(type));
    for (let offered = 0; offered < OFFERS || waiting.length > 0;) {
      for (let more = Math.min(dice.below(FEW), OFFERS - offered); more > 0; more -= 1, offered += 1) {
        await desk.offer(dice.below(READERS));
        const news = await desk.takeNews();
        for (let copy = 1 + dice.below(5); copy > 0; copy -= 1, copies += 1) waiting.push(news);
      }
      await desk.announce(takeAny(waiting, 2 * FEW, dice));
      if (dice.below(3) === 0) await mailbox.stop();
      await Promise.all([...someOf(TellNews), ...someOf(SendEmails)]);
      if (!mailbox.isOpen) await mailbox.start();
      world.clock.instant = new Date(world.clock.instant.getTime() + APART_MS);
    }
    for (let rounds = 0; rounds < OFFERS && (await desk.waiting()) > 0; rounds += 1) {
      await run(SendEmails);
      world.clock.instant = new Date(world.clock.instant.getTime() + APART_MS);
    }
    const { told, mailed } = await desk.timesTold(mailbox);
    const once = Array.from({ length: OFFERS }, () => 1);
    console.info(
      `offers ${String(OFFERS)}, news of them ${String(copies)}, mail server away ${String(failures)} times, e-mails ${String(mailbox.letters.length)}; ` +
        `told other than once: ${String(told.filter((times) => times !== 1).length)}, by e-mail: ${String(mailed.filter((times) => times !== 1).length)}`,
    );
    await world.close();
    await mailbox.stop();
    expect(copies).toBeGreaterThan(OFFERS);
    expect(failures).toBeGreaterThan(0);
    expect(told).toEqual(once);
    expect(mailed).toEqual(once);
  }, 600_000);
});

/** How often each of the jobs is delivered: half of them once, so that no other copy makes up for a lost one. */
function copiesOf(jobs: number, deliveries: number, dice: Dice): number[] {
  const copies = Array.from({ length: jobs }, () => 1);
  for (let left = deliveries - jobs; left > 0; left -= 1) copies[2 * dice.below(jobs / 2)]! += 1;
  return copies;
}

function takeAny<T>(from: T[], count: number, dice: Dice): T[] {
  const taken: T[] = [];
  for (let left = Math.min(count, from.length); left > 0; left -= 1) {
    const place = dice.below(from.length);
    taken.push(from[place]!);
    from[place] = from.at(-1)!;
    from.pop();
  }
  return taken;
}
