import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { PostgresLine, type Trouble } from './postgres-line.js';
import { FAREWELL, FrontendReader, ReadinessReader } from './postgres-messages.js';

/**
 * What becomes of a statement: it passes, or the wire is cut before it arrives, or after it was done and before that is
 * told; or there is trouble for the one connection that brings it, from the statement on or once it was done.
 */
export type Fate = 'PASSES' | 'CUT_BEFORE' | Afterwards | Trouble;

/** One connection through the wire, as far as its statements tell. */
export interface Talk {
  /** The statements since the transaction began, this one not among them; empty outside of transactions. */
  readonly transaction: readonly string[];
}

/** A wire between Lienket and its PostgreSQL that knows which statements run through it, and can be cut at one. */
export class PostgresWire {
  /** Told of every statement before it passes. */
  judge: (statement: string, talk: Talk) => Fate = () => 'PASSES';
  /** Whether a new connection is told in one breath that it is ready and that it is over. */
  farewellWithGreeting = false;
  /** Told when it has been cut at a statement. */
  onCut: () => void = () => undefined;
  private readonly ends = new Set<Socket>();
  private readonly lines = new Set<PostgresLine>();
  private isCut = false;
  private isBlackHole = false;
  private readonly server = createServer((near) => this.join(near));

  private constructor(
    private readonly target: URL,
    private readonly throwDice: () => number,
  ) {}

  /** @param throwDice tells how late something comes: 0 to 1 of what is most */
  static async to(url: string, throwDice: () => number = () => 1): Promise<PostgresWire> {
    const wire = new PostgresWire(new URL(url), throwDice);
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

  /** Swallows what is said on every connection, and on new ones, which are still accepted, until it is mended. */
  becomeBlackHole(): void {
    this.isBlackHole = true;
    for (const line of this.lines) line.befall('SWALLOWED');
  }

  /** For new connections; what was swallowed stays so. */
  mend(): void {
    this.isCut = false;
    this.isBlackHole = false;
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
    const line = new PostgresLine(near, far, this.throwDice);
    this.lines.add(line);
    near.once('close', () => this.lines.delete(line));
    if (this.isBlackHole) line.befall('SWALLOWED');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(one);
      one.setNoDelay(true);
      one
        .on('error', () => {
          line.end(other);
        })
        .on('close', () => {
          this.ends.delete(one);
          line.end(other);
        });
    }
    this.listen(near, far, line);
  }

  private listen(near: Socket, far: Socket, line: PostgresLine): void {
    const said = new FrontendReader();
    const greeting = this.farewellWithGreeting ? new ReadinessReader() : null;
    let transaction: string[] | null = null;
    /** What is done once the statement is, instead of telling so. */
    let instead: { readonly onceReady: ReadinessReader; readonly act: () => void } | null = null;
    near.on('data', (bytes: Buffer) => {
      for (const { statement, raw } of said.read(bytes)) {
        if (statement !== null) {
          const fate = this.judge(statement, { transaction: transaction ?? [] });
          if (fate === 'CUT_BEFORE') {
            this.cutAtStatement();
            return;
          }
          const act = {
            CUT_AFTER: () => {
              this.cutAtStatement();
            },
            RESET_AFTER: () => {
              line.befall('RESET');
            },
            SWALLOWED_AFTER: () => {
              line.befall('SWALLOWED');
            },
          };
          if (isAfter(fate)) instead = { onceReady: new ReadinessReader(), act: act[fate] };
          else if (fate !== 'PASSES') line.befall(fate);
          if (/^(start transaction|begin)/i.test(statement)) transaction = [];
          else if (/^(commit|rollback)/i.test(statement)) transaction = null;
          else transaction?.push(statement);
        }
        line.carry(raw, far);
      }
    });
    far.on('data', (bytes: Buffer) => {
      if (greeting?.read(bytes) === true) near.end(Buffer.concat([bytes, FAREWELL]));
      else if (!instead) line.carry(bytes, near);
      else if (instead.onceReady.read(bytes)) instead.act();
    });
  }
}

type Afterwards = 'CUT_AFTER' | 'RESET_AFTER' | 'SWALLOWED_AFTER';

const isAfter = (fate: Fate): fate is Afterwards => fate.endsWith('_AFTER');
