import { WebSocket } from 'ws';
import type { Answer } from './lienket.js';
import { HUGE } from './wrong-values.js';

interface Message {
  readonly id: string;
  readonly type: 'next' | 'error' | 'complete';
  readonly payload: unknown;
}

/** One graphql-transport-ws connection, message by message: tells whether it is still open after what was sent. */
export class RawSocket {
  private readonly waiting = new Map<string, (answer: Answer) => void>();
  private sentCount = 0;
  closed: { readonly code: number; readonly reason: string } | null = null;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const { id, type, payload } = JSON.parse(data.toString()) as Message;
      if (type === 'next') this.answer(id, payload as Answer);
      if (type === 'error') this.answer(id, { data: null, errors: payload } as Answer);
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      for (const id of this.waiting.keys()) this.answer(id, hungUp(this.closed));
    });
  }

  static async open(url: string, payload: object = {}, language = 'en'): Promise<RawSocket> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { 'accept-language': language },
    });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    await new Promise((resolve) => socket.once('message', resolve));
    return new RawSocket(socket);
  }

  /** The first message that answers a document; the subscription is ended then. */
  async ask(query: string, variables: object = {}, rest: object = {}): Promise<Answer> {
    if (this.closed !== null) return hungUp(this.closed);
    this.sentCount += 1;
    const id = String(this.sentCount);
    const message = JSON.stringify({ id, type: 'subscribe', payload: { query, variables, ...rest } });
    const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    this.socket.send(message.replace(`"${HUGE}"`, '1e400'));
    const answer = await answered;
    this.socket.send(JSON.stringify({ id, type: 'complete' }));
    return answer;
  }

  close(): void {
    this.socket.close();
  }

  private answer(id: string, answer: Answer): void {
    this.waiting.get(id)?.(answer);
    this.waiting.delete(id);
  }
}

/** What stands for an answer where the server closed the socket instead. */
const hungUp = ({ code, reason }: { code: number; reason: string }): Answer => ({
  data: null,
  errors: [{ message: reason, extensions: { code: `CLOSED ${String(code)}` } }],
});
