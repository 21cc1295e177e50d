import { projectFile } from '@lienket/platform';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isReady } from './processes.js';
import { eventually } from './eventually.js';

const READY_WITHIN_MS = 60_000;

/** What `npm start` starts: Lienket and a PostgreSQL of its own, which keeps what it was told even if it is killed. */
export class StartedLienket {
  private constructor(
    private readonly child: ChildProcess,
    private readonly directory: string,
    private readonly said: readonly string[],
    readonly url: string,
  ) {}

  static async start(environment: Readonly<Record<string, string>>): Promise<StartedLienket> {
    const directory = join(tmpdir(), `lienket-test-${randomBytes(6).toString('hex')}`);
    const port = await freePort();
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [projectFile('scripts/start.mjs')], {
      env: {
        PATH,
        LIENKET_DATA_DIR: directory,
        LIENKET_DEMO: 'off',
        LIENKET_LOG_LEVEL: 'fatal',
        PORT: String(port),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()));
    if ((await eventually(() => isReady(port), READY_WITHIN_MS)) === null)
      throw new Error(`Lienket did not start: ${said.join('')}`);
    return new StartedLienket(child, directory, said, `http://127.0.0.1:${String(port)}`);
  }

  /** As its owner. */
  get databaseUrl(): string {
    const password = readFileSync(join(this.directory, 'postgres.password'), 'utf8').trim();
    return `postgres://lienket:${password}@127.0.0.1:${this.postmaster()[3]!}/lienket`;
  }

  /** SIGKILL of the postmaster; its children end when they notice. */
  killPostgres(): void {
    process.kill(Number(this.postmaster()[0]), 'SIGKILL');
  }

  /** SIGKILL of the postmaster that takes the place of a killed one, as it starts. */
  async killPostgresAsItStarts(): Promise<void> {
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    while (!this.postgresIsStarting()) {
      if (Date.now() > giveUpAt) throw new Error(`PostgreSQL was not started again: ${this.said.join('')}`);
      await sleep(5);
    }
    this.killPostgres();
  }

  /** Throws where it had ended by itself. */
  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.child;
    const endedByItself = exitCode !== null || signalCode !== null;
    if (!endedByItself) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.directory, { recursive: true, force: true });
    if (endedByItself)
      throw new Error(`Lienket ended by itself (${String(exitCode ?? signalCode)}): ${this.said.join('')}`);
  }

  private postgresIsStarting(): boolean {
    try {
      return this.postmaster()[7]?.trim() === 'starting';
    } catch {
      return false; // there is no such file for a moment
    }
  }

  /** Process, folder, when it started, port; in the end how far it is. */
  private postmaster(): string[] {
    return readFileSync(join(this.directory, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  }
}
