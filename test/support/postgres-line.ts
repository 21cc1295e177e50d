import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/**
 * RESET: both ends are told that it is over. SWALLOWED: it stays open, and nothing that is said from then on arrives on
 * the other side, not even the end. LATE and CRUMBLED: for a while what is said takes up to two seconds, or comes byte by byte.
 */
export type Trouble = 'RESET' | 'SWALLOWED' | 'LATE' | 'CRUMBLED';

const LATE_MAX_MS = 2000;
const TROUBLED_MS = 3000;
/** When a server would have found out by itself that nobody is there any more. */
const FORGOTTEN_AFTER_MS = 15_000;

/** The two ends of one connection to PostgreSQL, and how well what is said travels between them. */
export class PostgresLine {
  private trouble: Trouble | null = null;
  private troubledUntil = 0;
  /** When what was said last to this end will be there; whatever follows comes later. */
  private readonly arrivals = new Map<Socket, Promise<void>>();

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
    private readonly throwDice: () => number,
  ) {}

  befall(trouble: Trouble): void {
    this.trouble = trouble;
    this.troubledUntil = Date.now() + TROUBLED_MS;
    if (trouble === 'RESET') for (const end of [this.near, this.far]) end.resetAndDestroy();
  }

  carry(bytes: Buffer, to: Socket): void {
    if (this.trouble === 'SWALLOWED') return;
    const before = this.arrivals.get(to);
    const trouble = Date.now() < this.troubledUntil ? this.trouble : null;
    if (trouble === null && !before) {
      to.write(bytes);
      return;
    }
    const arrival = this.arrive(bytes, to, trouble, before).finally(() => {
      if (this.arrivals.get(to) === arrival) this.arrivals.delete(to);
    });
    this.arrivals.set(to, arrival);
  }

  /** One end is gone: the other is told, where anything can be told. */
  end(other: Socket): void {
    if (this.trouble !== 'SWALLOWED') other.destroy();
    else if (other === this.far) setTimeout(() => other.destroy(), FORGOTTEN_AFTER_MS).unref();
  }

  private async arrive(
    bytes: Buffer,
    to: Socket,
    trouble: Trouble | null,
    before: Promise<void> | undefined,
  ): Promise<void> {
    if (trouble === 'LATE') await sleep(this.throwDice() * LATE_MAX_MS);
    await before;
    if (trouble !== 'CRUMBLED') {
      to.write(bytes);
      return;
    }
    for (const byte of bytes) {
      to.write(Buffer.of(byte));
      await nextTurn();
    }
  }
}
