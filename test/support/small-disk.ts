import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const SIZE_MB = 96;
const BLOCK = Buffer.alloc(65_536);
const LEAST = Buffer.alloc(4096);

/** A database whose tables lie on a disk of their own, which is small and can be filled up. The log of the server does not. */
export class SmallDisk {
  private constructor(
    private readonly server: pg.Client,
    private readonly folder: string,
    private readonly name: string,
  ) {}

  /** Only who may mount can make one. */
  static readonly canBeMade = process.platform === 'linux' && process.getuid?.() === 0;

  static async make(): Promise<SmallDisk> {
    const server = new pg.Client({ connectionString: process.env['LIENKET_TEST_POSTGRES'] });
    await server.connect();
    const { rows } = await server.query<{ data_directory: string }>('show data_directory');
    const { uid } = statSync(rows[0]!.data_directory);
    const name = `lienket_test_${randomBytes(6).toString('hex')}`;
    const folder = join(tmpdir(), name);
    mkdirSync(folder);
    run('mount', ['-t', 'tmpfs', '-o', `size=${String(SIZE_MB)}m,uid=${String(uid)},mode=700`, 'tmpfs', folder]);
    const disk = new SmallDisk(server, folder, name);
    const template = process.env['LIENKET_TEST_TEMPLATE'] ?? 'lienket_template';
    await server.query(`create tablespace ${name} location '${folder}'`);
    await server.query(`create database ${name} template ${template} tablespace ${name}`);
    return disk;
  }

  get url(): string {
    const url = new URL(process.env['LIENKET_TEST_POSTGRES'] ?? '');
    url.pathname = `/${this.name}`;
    return url.href;
  }

  /** To the last page. */
  fill(): void {
    const ballast = openSync(this.ballast, 'a');
    try {
      for (const bytes of [BLOCK, LEAST]) writeUntilFull(ballast, bytes);
    } finally {
      closeSync(ballast);
    }
  }

  free(): void {
    rmSync(this.ballast, { force: true });
  }

  async remove(): Promise<void> {
    this.free();
    await this.server.query(`drop database if exists ${this.name} with (force)`);
    await this.server.query(`drop tablespace if exists ${this.name}`);
    await this.server.end();
    run('umount', [this.folder]);
    rmdirSync(this.folder);
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}

function writeUntilFull(file: number, bytes: Buffer): void {
  for (;;)
    try {
      if (writeSync(file, bytes) < bytes.length) return;
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOSPC') return;
      throw error;
    }
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}
