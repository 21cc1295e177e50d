import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { projectFile } from '@lienket/platform';

const READY_WITHIN_MS = 60_000;

/** One process of the built application, which can be killed without warning and started again on the same port. */
export class LienketProcess {
  private child: ChildProcess | undefined;
  private readonly errors: string[] = [];
  kills = 0;

  constructor(
    private readonly environment: Readonly<Record<string, string>>,
    readonly port: number,
  ) {}

  async start(): Promise<void> {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [projectFile('dist/apps/api/src/main.js')], {
      env: { PATH, LIENKET_LOG_LEVEL: 'error', ...this.environment, PORT: String(this.port) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (text: Buffer) => this.errors.push(text.toString()));
    this.child = child;
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    while (!(await isReady(this.port))) {
      if (child.exitCode !== null || Date.now() > giveUpAt)
        throw new Error(`Lienket did not start: ${this.errors.join('')}`);
      await sleep(50);
    }
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** Resident, of all its threads. */
  async memoryMb(): Promise<number> {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(this.child?.pid)]);
    return Math.round(Number(stdout) / 1024);
  }

  /** SIGKILL: nothing is drained, nothing is said. */
  async kill(): Promise<void> {
    this.kills += 1;
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

export async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${String(port)}/health/ready`)).ok;
  } catch {
    return false; // not listening yet: that is what is waited for
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
