import { CONFIG, Clock, Database, Log, takeAnnouncements, type Config, type JobHandler } from '@lienket/platform';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { EmailReaders } from './email-readers.js';
import { emailInWords } from './email-words.js';
import { giveBackEmail, putOffEmail, settleEmail, takeEmail, type EmailInHand } from './email.store.js';
import { MailServer, MailServerAway, type Posted } from './mail-server.js';
import { EMAILS_WAIT, sendEmails } from './notice-jobs.js';

const BATCH = 500;
/** After so long the next job goes on. */
const ENOUGH_MS = 200_000;

/**
 * Sends what waits, one e-mail a person, one person after the other. What becomes of each stands in its rows, written before the next: a job
 * that runs twice finds nothing to do. One that dies after the mail server said yes, and before that is written, sends the same e-mail again.
 */
@Injectable()
export class SendEmails implements JobHandler<Record<string, never>>, BeforeApplicationShutdown {
  readonly job = sendEmails;
  private isSending = false;
  private wishCount = 0;
  private isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly readers: EmailReaders,
    private readonly mailServer: MailServer,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One at a time in each process: a mail server that is slow keeps no more than one job's place. */
  async handle(): Promise<void> {
    await this.database.transaction((tx) => takeAnnouncements(tx, [EMAILS_WAIT], BATCH));
    if (!this.mailServer.isThere) return;
    this.wishCount += 1;
    if (this.isSending) return;
    this.isSending = true;
    try {
      await this.sendAll();
    } finally {
      this.isSending = false;
    }
  }

  /** What is in hand is finished, and no more taken. */
  beforeApplicationShutdown(): void {
    this.isStopped = true;
  }

  private async sendAll(): Promise<void> {
    const startedAt = performance.now();
    const goesOn = () => !this.isStopped && performance.now() - startedAt < ENOUGH_MS;
    let faults = 0;
    let seen: number;
    do {
      seen = this.wishCount;
      for (let next = await this.next(); next; next = goesOn() ? await this.next() : null)
        if (!(await this.send(next))) faults += 1;
    } while (seen !== this.wishCount && goesOn());
    if (faults > 0) throw new Error('Some e-mails could not be made.');
  }

  /** @returns whether it could be made, or needed not to be: one that could not keeps no other from being sent. */
  private async send(inHand: EmailInHand): Promise<boolean> {
    try {
      await this.write(inHand);
      return true;
    } catch (error) {
      if (error instanceof MailServerAway) throw error;
      this.log.error({ error }, 'an e-mail could not be made; it is tried again later');
      await putOffEmail(this.database, inHand, this.clock.now(), 'FAULT');
      return false;
    }
  }

  private next(): Promise<EmailInHand | null> {
    return takeEmail(this.database, this.clock.now());
  }

  private async write(inHand: EmailInHand): Promise<void> {
    const { userId, noticeIds } = inHand;
    const today = this.clock.today();
    const reader = await this.readers.find(userId, today);
    const notices = reader ? await this.readers.written(reader.viewer, noticeIds, today) : [];
    const seen = new Set(notices.map(({ id }) => id));
    const unseen = noticeIds.filter((id) => !seen.has(id));
    if (unseen.length > 0) await settleEmail(this.database, { userId, noticeIds: unseen }, 'DROPPED', this.clock.now());
    if (reader === null || notices.length === 0) return;
    const { LIENKET_CONSOLE_URL: consoleUrl = '' } = this.config;
    const told = { ...inHand, noticeIds: [...seen].sort() };
    const letter = { ...emailInWords(notices, consoleUrl, reader.language), to: reader.address, id: nameOf(told) };
    await this.settle(told, await this.posted(told, letter));
  }

  /** Where the mail server is away nothing was tried, and whoever waits goes on waiting. */
  private async posted(inHand: EmailInHand, letter: Parameters<MailServer['post']>[0]): Promise<Posted> {
    try {
      return await this.mailServer.post(letter);
    } catch (error) {
      if (error instanceof MailServerAway) await giveBackEmail(this.database, inHand, this.clock.now());
      throw error;
    }
  }

  private async settle(inHand: EmailInHand, posted: Posted): Promise<void> {
    const now = this.clock.now();
    if (posted.outcome === 'LATER') return putOffEmail(this.database, inHand, now, posted.reply);
    const reply = posted.outcome === 'REFUSED' ? posted.reply : null;
    if (reply !== null)
      this.log.warn({ user: inHand.userId, notices: inHand.noticeIds.length, reply }, 'an e-mail was refused for good');
    await settleEmail(this.database, inHand, posted.outcome, now, reply);
  }
}

/** The same for the same notices to the same person. */
const nameOf = ({ userId, noticeIds }: EmailInHand): string =>
  createHash('sha256')
    .update([userId, ...noticeIds].join())
    .digest('hex')
    .slice(0, 40);
