import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { freePort } from './processes.js';

/** An e-mail as it came over the wire. */
export interface ReceivedLetter {
  readonly to: string;
  readonly raw: string;
  /** The lines before the text, each whole. */
  readonly headers: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/** Who names itself lienket and says so is let in; whoever names nobody, too. */
export const MAILBOX_PASSWORD = 'lúa chín: vàng@đồng';

type Refusal = { readonly at: 'RCPT' | 'DATA'; readonly code: number; readonly text: string };

/** A mail server on a free port of this machine, which keeps what it is given. */
export class Mailbox {
  readonly letters: ReceivedLetter[] = [];
  /** By address: what it is refused with. */
  readonly refusals = new Map<string, Refusal>();
  /** How often somebody came to the door, whatever became of it. */
  visits = 0;
  /** Keeps the next letter, and dies before it says so. */
  diesAfterNext = false;
  private server: SMTPServer | undefined;

  private constructor(readonly port: number) {}

  static async open(): Promise<Mailbox> {
    const box = new Mailbox(await freePort());
    await box.start();
    return box;
  }

  get isOpen(): boolean {
    return this.server !== undefined;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<void> {
    const server = new SMTPServer({
      ...{ authOptional: true, allowInsecureAuth: true, disabledCommands: ['STARTTLS'] },
      ...{ disableReverseLookup: true, closeTimeout: 100 },
      onAuth: ({ username, password }, _, done) =>
        username === 'lienket' && password === MAILBOX_PASSWORD
          ? done(null, { user: username })
          : done(Object.assign(new Error('5.7.8 not you'), { responseCode: 535 })),
      onConnect: (_, done) => {
        this.visits += 1;
        done();
      },
      onRcptTo: ({ address }, _, done) => done(this.refused(address, 'RCPT')),
      onData: (stream, session, done) => {
        const [recipient] = session.envelope.rcptTo;
        void this.receive(stream, recipient?.address ?? '', done);
      },
    });
    server.on('error', () => undefined); // somebody left in the middle of a sentence
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (server)
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
  }

  /** What makes Lienket send its e-mails here. */
  get settings() {
    return {
      LIENKET_SMTP_URL: this.url,
      LIENKET_EMAIL_FROM: 'thong-bao@lienket.example.vn',
      LIENKET_CONSOLE_URL: 'https://lienket.example.vn/',
    };
  }

  /** Of the letters to somebody: the texts. */
  textsTo(address: string): string[] {
    return this.letters.filter(({ to }) => to === address).map(({ text }) => text);
  }

  private async receive(
    stream: SMTPServerDataStream,
    to: string,
    done: (error?: Error | null, message?: string) => void,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const refused = this.refused(to, 'DATA');
    if (refused) {
      done(refused);
      return;
    }
    this.letters.push(letterOf(to, Buffer.concat(chunks).toString('latin1')));
    if (!this.diesAfterNext) {
      done(null, 'kept');
      return;
    }
    this.diesAfterNext = false;
    await this.stop();
  }

  private refused(address: string, at: Refusal['at']): Error | null {
    const refusal = this.refusals.get(address);
    if (refusal?.at !== at) return null;
    return Object.assign(new Error(refusal.text), { responseCode: refusal.code });
  }
}

function letterOf(to: string, raw: string): ReceivedLetter {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
  const header = (name: string) =>
    headers.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const text = Buffer.from(body.join('\r\n\r\n'), 'base64').toString('utf8');
  return { to, raw, headers, subject: decoded(header('subject')), text, messageId: header('message-id') };
}

/** RFC 2047; what stands between two encoded words is no part of either. */
const decoded = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('latin1')
        : word
            .replaceAll('_', ' ')
            .replace(/=([\dA-F]{2})/g, (__, code: string) => String.fromCharCode(parseInt(code, 16))),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
