import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { eventually } from './eventually.js';
import { freePort } from './processes.js';

const STARTS_WITHIN_MS = 10_000;

/** Whether a Redis can be started here; wanted by LIENKET_REQUIRE_REDIS, its absence is a fault. */
export const hasRedisServer =
  process.env['LIENKET_REQUIRE_REDIS'] === '1' || spawnSync('redis-server', ['--version']).status === 0;

/** A Redis that keeps nothing, to be killed and started again on its port. */
export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<void> {
    const keepsNothing = ['--save', '', '--appendonly', 'no', '--dir', tmpdir()];
    this.child = spawn('redis-server', ['--port', String(this.port), '--bind', '127.0.0.1', ...keepsNothing], {
      stdio: 'ignore',
    });
    await once(this.child, 'spawn');
    if ((await eventually(() => this.answers(), STARTS_WITHIN_MS)) === null) throw new Error('Redis does not start.');
  }

  /** SIGKILL: what it held is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async wipe(): Promise<void> {
    await this.ask((client) => client.flushall());
  }

  /** The names of the schedules that it holds. */
  schedules(): Promise<string[]> {
    return this.ask(async (client) => (await client.zrange('bull:lienket:repeat', 0, -1)).sort());
  }

  private async answers(): Promise<boolean> {
    try {
      await this.ask((client) => client.ping());
      return true;
    } catch {
      return false; // not listening yet: that is what is waited for
    }
  }

  private async ask<T>(question: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined); // whoever asked is told
    try {
      await client.connect();
      return await question(client);
    } finally {
      client.disconnect();
    }
  }
}
