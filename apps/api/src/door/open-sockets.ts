import { ViewerReads, type Viewer } from '@lienket/identity';
import { Clock, Log } from '@lienket/platform';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';

const LOOK_MS = 1500;

interface Session {
  readonly token: string;
  readonly viewer: Viewer;
}

/**
 * Whose sockets are open: one is closed within seconds of the end of its session, and when its viewer has become another,
 * as by a change of role or organization, since what it follows was begun as the old one. While the database can't be
 * asked nothing is closed, and nothing new is told either.
 */
@Injectable()
export class OpenSockets implements OnApplicationShutdown {
  private readonly sessions = new Map<WebSocket, Session>();
  private readonly timer = setInterval(() => void this.look(), LOOK_MS).unref();
  private isLooking = false;

  constructor(
    private readonly viewers: ViewerReads,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** From its first operation on; a later one by another viewer is noticed like a change. */
  keep(socket: WebSocket, session: Session): void {
    if (this.sessions.has(socket)) return;
    this.sessions.set(socket, session);
    socket.once('close', () => this.sessions.delete(socket));
  }

  private async look(): Promise<void> {
    if (this.isLooking || this.sessions.size === 0) return;
    this.isLooking = true;
    try {
      const open = [...this.sessions];
      const viewers = await this.viewers.byTokens(
        open.map(([, { token }]) => token),
        this.clock.now(),
      );
      for (const [index, [socket, { viewer }]] of open.entries()) {
        const now = viewers[index] ?? null;
        if (now === null) socket.close(CloseCode.Unauthorized, 'The session has ended.');
        // Clients connect again by themselves after this one.
        else if (JSON.stringify(now) !== JSON.stringify(viewer))
          socket.close(CloseCode.Forbidden, 'What may be seen has changed.');
      }
    } catch (error) {
      this.log.warn({ error }, 'whose sessions have ended could not be looked up; it is tried again');
    } finally {
      this.isLooking = false;
    }
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
