import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import sql from 'sql-template-tag';
import { addCrowd, type Member } from '../support/crowd.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { RawSocket } from '../support/raw-socket.js';

const CREATE =
  'mutation { createListing(input: { commodityCode: "milled_rice", quantityKg: "1", availableFrom: "2030-01-01", availableTo: "2030-01-01" }) { id } }';
const SIGN_IN = 'mutation { signIn(login: "someone@example.vn", password: "a long enough password") { token } }';
const unavailable = { errors: [{ extensions: { code: 'UNAVAILABLE' } }] };

async function addMember(lienket: Lienket): Promise<Member> {
  const [member] = await addCrowd(lienket.owner, 'COOPERATIVE', 1, 'PRODUCER');
  return member!;
}

describe('while it drains, Lienket', () => {
  it('ends what it has in hand, answers questions, and takes no new work', async () => {
    const lienket = await startLienket();
    const member = await addMember(lienket);
    const socket = await RawSocket.open(lienket.url, { authorization: `Bearer ${member.token}` });
    const database = lienket.owner;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let blocking: Promise<void> = Promise.resolve();
    await new Promise<void>((isLocked) => {
      blocking = database.transaction(async (tx) => {
        await tx.query(sql`lock table market.listing in access exclusive mode`);
        isLocked();
        await held;
      });
    });
    const before = lienket.send(CREATE, {}, member);
    await until(async () => {
      const waiting = await database.query(
        sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    const closing = lienket.close();

    expect(await lienket.send(CREATE, {}, member)).toMatchObject(unavailable);
    expect(await lienket.send(SIGN_IN)).toMatchObject(unavailable);
    expect(await socket.ask(CREATE)).toMatchObject(unavailable);
    expect(await lienket.send('{ provinces { code } }')).not.toHaveProperty('errors');
    expect((await fetch(`${lienket.url}/health/ready`)).status).toBe(503);

    letGo();
    expect(await before).toMatchObject({ data: { createListing: {} } });
    await Promise.all([blocking, closing]);
  });
});

describe('while its database', () => {
  let lienket: Lienket;
  let member: Member;
  let database: TestDatabase;
  let wire: Wire;

  beforeAll(async () => {
    database = await createTestDatabase();
    wire = await Wire.to(database.url);
    lienket = await startLienket({ DATABASE_URL: wire.url, LIENKET_ROLE: 'api' });
    member = await addMember(lienket);
  });
  beforeEach(() => wire.mend());
  afterEach(() => wire.mend());

  afterAll(async () => {
    await lienket.close();
    await wire.close();
    await database.drop();
  });

  it('can only be read, every change is UNAVAILABLE, and questions are answered', async () => {
    await database.readOnly('on');
    await until(async () => (await lienket.send('{ me { id } }', {}, member)).errors === undefined);
    expect(await lienket.send(CREATE, {}, member)).toMatchObject(unavailable);
    expect(await lienket.send(SIGN_IN)).toMatchObject(unavailable);
    expect(await lienket.send('{ organizations { nodes { name } } }', {}, member)).not.toHaveProperty('errors');
    await database.readOnly('off');
    await until(async () => (await lienket.send(CREATE, {}, member)).errors === undefined);
  });

  it('can only be read, neither door is ready, and both are again without a new start', async () => {
    const worker = await startLienket({ LIENKET_ROLE: 'worker' }, undefined, database);
    const ready = (door: Lienket) => fetch(`${door.url}/health/ready`);
    const isReady = async (door: Lienket) => (await ready(door)).ok;
    await database.readOnly('on');
    for (const door of [lienket, worker]) {
      await until(async () => !(await isReady(door)));
      await until(async () => (await (await ready(door)).text()) === '{"status":"database cannot be written"}');
    }
    await database.readOnly('off');
    for (const door of [lienket, worker]) await until(() => isReady(door));
    await worker.close();
  });

  it('is out of reach, nothing is ready', async () => {
    wire.cut();
    await until(async () => !(await fetch(`${lienket.url}/health/ready`)).ok);
    expect(await (await fetch(`${lienket.url}/health/ready`)).json()).toEqual({ status: 'database out of reach' });
    wire.mend();
    await until(async () => (await fetch(`${lienket.url}/health/ready`)).ok);
  });

  it('is out of reach, everything that needs it is UNAVAILABLE, with and without a session, on the socket too', async () => {
    const socket = await RawSocket.open(lienket.url, { authorization: `Bearer ${member.token}` });
    wire.cut();
    for (const [document, asking] of [
      ['{ me { id } }', member],
      [CREATE, member],
      [SIGN_IN, {}],
      ['{ participation { rate } }', {}],
    ] as const) {
      expect(await lienket.send(document, {}, asking)).toMatchObject(unavailable);
      expect(await socket.ask(document)).toMatchObject(unavailable);
    }
    expect(socket.closed).toBeNull();
    wire.mend();
    expect(await lienket.send(CREATE, {}, member)).toMatchObject({ data: { createListing: {} } });
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not become so in 10 s.');
}

/** A wire between Lienket and its database, to be cut. */
class Wire {
  private readonly ends = new Set<Socket>();
  private isCut = false;
  private readonly server = createServer((near) => {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(from);
      from.pipe(to);
      from
        .on('error', () => to.destroy())
        .on('close', () => {
          this.ends.delete(from);
          to.destroy();
        });
    }
  });

  private constructor(private readonly target: URL) {}

  static async to(url: string): Promise<Wire> {
    const wire = new Wire(new URL(url));
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

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
}
