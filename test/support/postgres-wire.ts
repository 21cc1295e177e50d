import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { FrontendReader, ReadinessReader } from './postgres-messages.js';

/** What becomes of a statement: it passes, or the wire is cut before it arrives, or after it was done and before that is told. */
export type Fate = 'PASSES' | 'CUT_BEFORE' | 'CUT_AFTER';

/** One connection through the wire, as far as its statements tell. */
export interface Talk {
  /** The statements since the transaction began, this one not among them; empty outside of transactions. */
  readonly transaction: readonly string[];
}

/** A wire between Lienket and its PostgreSQL that knows which statements run through it, and can be cut at one. */
export class PostgresWire {
  /** Told of every statement before it passes. */
  judge: (statement: string, talk: Talk) => Fate = () => 'PASSES';
  /** Told when it has been cut at a statement. */
  onCut: () => void = () => undefined;
  private readonly ends = new Set<Socket>();
  private isCut = false;
  private readonly server = createServer((near) => this.join(near));

  private constructor(private readonly target: URL) {}

  static async to(url: string): Promise<PostgresWire> {
    const wire = new PostgresWire(new URL(url));
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Breaks every connection, and lets none through until it is mended. */
  cut(): void {
    this.isCut = true;
    for (const end of this.ends) end.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private cutAtStatement(): void {
    this.cut();
    this.onCut();
  }

  private join(near: Socket): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(one);
      one.setNoDelay(true);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          this.ends.delete(one);
          other.destroy();
        });
    }
    this.listen(near, far);
  }

  private listen(near: Socket, far: Socket): void {
    const said = new FrontendReader();
    let transaction: string[] | null = null;
    let swallowing: ReadinessReader | null = null;
    near.on('data', (bytes: Buffer) => {
      for (const { statement, raw } of said.read(bytes)) {
        if (statement !== null) {
          const fate = this.judge(statement, { transaction: transaction ?? [] });
          if (fate === 'CUT_BEFORE') {
            this.cutAtStatement();
            return;
          }
          if (fate === 'CUT_AFTER') swallowing = new ReadinessReader();
          if (/^(start transaction|begin)/i.test(statement)) transaction = [];
          else if (/^(commit|rollback)/i.test(statement)) transaction = null;
          else transaction?.push(statement);
        }
        far.write(raw);
      }
    });
    far.on('data', (bytes: Buffer) => {
      if (!swallowing) near.write(bytes);
      else if (swallowing.read(bytes)) this.cutAtStatement();
    });
  }
}
