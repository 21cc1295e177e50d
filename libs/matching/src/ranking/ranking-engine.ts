import { CONFIG, Clock, Database, Log, projectFile, urlOf, type Config, type Day } from '@lienket/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import sql from 'sql-template-tag';
import type { FromThread, RankingStart, RankingWish, Shortlists } from './ranking-messages.js';

const THREAD = 'dist/libs/matching/src/ranking/ranking-thread.js';
const LOOK_MS = 60_000;
/** SQL ranks in less than a second whatever is asked; the thread answers in milliseconds or is busy making its book. */
const ANSWERED_WITHIN_MS = 250;

/**
 * The best matches from memory, in a thread of its own: started once there are so many open listings that SQL alone would be slow.
 * Where it has no answer, SQL has.
 */
@Injectable()
export class RankingEngine implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private thread: Worker | undefined;
  private looking: NodeJS.Timeout | undefined;
  private looked = Promise.resolve();
  private ended = false;
  private readonly waiting = new Map<number, (shortlists: Shortlists | null) => void>();
  private asked = 0;
  private isOpen = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.LIENKET_RANKING_LISTINGS === 'off') return;
    this.looked = this.look();
    this.looking = setInterval(() => {
      this.looked = this.look();
    }, LOOK_MS);
    this.looking.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearInterval(this.looking);
    await this.looked;
    await this.thread?.terminate();
  }

  /** Null, or null for a posting, where SQL is to be asked. */
  async shortlists(wish: RankingWish): Promise<Shortlists | null> {
    const { thread } = this;
    if (!thread || !this.isOpen) return null;
    const number = (this.asked += 1);
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.settle(number, null);
      }, ANSWERED_WITHIN_MS);
      this.waiting.set(number, (shortlists) => {
        clearTimeout(late);
        resolve(shortlists);
      });
      thread.postMessage({ number, ...wish });
    });
  }

  /** Starts the thread once there are enough open listings. */
  private async look(): Promise<void> {
    const today = this.clock.today();
    try {
      if (!this.thread && (await this.isWorthIt(today)) && !this.ended) this.start(today);
    } catch (error) {
      this.log.warn({ error }, 'whether matches are worth ranking in memory could not be looked up; it is tried again');
    }
  }

  private async isWorthIt(today: Day): Promise<boolean> {
    const least = Number(this.config.LIENKET_RANKING_LISTINGS);
    const [counted] = await this.database.query<{ count: number }>(sql`
      select count(*) from (
        select from market.listing_v where withdrawn_at is null and upper(available) > ${today}::date limit ${least}
      ) as open`);
    return counted !== undefined && counted.count >= least;
  }

  private start(today: Day): void {
    const workerData: RankingStart = { databaseUrl: urlOf('lienket_api', this.config), today };
    const thread = new Worker(projectFile(THREAD), { workerData });
    this.thread = thread;
    thread.unref();
    thread.on('message', (message: FromThread) => {
      this.hear(message);
    });
    thread.on('error', (error) => {
      this.log.error({ error }, 'ranking in memory has failed; SQL ranks, and it is started again');
    });
    thread.on('exit', () => {
      this.thread = undefined;
      this.isOpen = false;
      for (const number of [...this.waiting.keys()]) this.settle(number, null);
    });
  }

  private hear(message: FromThread): void {
    if (message.about === 'answer') {
      this.settle(message.number, message.shortlists);
    } else if (message.about === 'opened') {
      const { about: _about, ...facts } = message;
      this.isOpen = true;
      this.log.info(facts, 'matches are ranked in memory');
    } else if (message.about === 'closed') {
      this.isOpen = false;
    } else {
      this.isOpen = false;
      this.log.warn({ error: message.error }, 'ranking in memory is interrupted; SQL ranks, and it is tried again');
    }
  }

  private settle(number: number, shortlists: Shortlists | null): void {
    const answer = this.waiting.get(number);
    this.waiting.delete(number);
    answer?.(shortlists);
  }
}
