import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { eventually } from '../support/eventually.js';
import { startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { addPerson, addNewcomer } from '../support/people.js';
import { RawSocket } from '../support/raw-socket.js';

const CLOSED_WITHIN_MS = 5000;
const FIGURE = 'subscription { participationChanged { counted } }';
const SIGN_OUT = 'mutation ($everywhere: Boolean) { signOut(everywhere: $everywhere) }';
const NOON = '2026-11-22T05:00:00Z';
const A_MONTH_LATER = '2026-12-23T05:00:00Z';

let lienket: Lienket;
let clock: TestClock;

beforeAll(async () => {
  clock = new TestClock(new Date(NOON));
  lienket = await startLienket({ LIENKET_ROLE: 'api' }, clock);
});
afterAll(() => lienket.close());

async function follow(token?: string): Promise<RawSocket> {
  const socket = await RawSocket.open(lienket.url, token === undefined ? {} : { authorization: `Bearer ${token}` });
  expect(await socket.ask(FIGURE)).toMatchObject({ data: { participationChanged: { counted: 0 } } });
  return socket;
}

const closed = (socket: RawSocket) => eventually(() => Promise.resolve(socket.closed !== null), CLOSED_WITHIN_MS);

describe('an open socket', () => {
  it('closes when its session ends, and no other does', async () => {
    const { login, token } = await addNewcomer(lienket);
    const elsewhere = await lienket.signIn(login);
    const [mine, other, nobodys] = [await follow(token), await follow(elsewhere), await follow()];
    await lienket.ask(SIGN_OUT, {}, { token });
    expect(await closed(mine)).not.toBeNull();
    expect(mine.closed).toEqual({ code: 4401, reason: 'The session has ended.' });
    expect([other.closed, nobodys.closed]).toEqual([null, null]);
    other.close();
    nobodys.close();
  });

  it('closes on every device when somebody signs out everywhere', async () => {
    const { login, token } = await addNewcomer(lienket);
    const devices = [
      await follow(token),
      await follow(await lienket.signIn(login)),
      await follow(await lienket.signIn(login)),
    ];
    await lienket.ask(SIGN_OUT, { everywhere: true }, { token });
    for (const device of devices) {
      expect(await closed(device)).not.toBeNull();
      expect(device.closed?.code).toBe(4401);
    }
  });

  it('closes when its session has run out', async () => {
    const { token } = await addNewcomer(lienket);
    const socket = await follow(token);
    clock.set(A_MONTH_LATER);
    expect(await closed(socket)).not.toBeNull();
    expect(socket.closed?.code).toBe(4401);
    clock.set(NOON);
  });

  it('closes when its manager answers for other provinces now, and opens again for these', async () => {
    const token = await addPerson(lienket, 'moved@example.vn', 'PROGRAM_MANAGER', ['80']);
    const socket = await follow(token);
    await lienket.owner.query(
      sql`update identity.app_user set province_codes = '{92}' where login = 'moved@example.vn'`,
    );
    expect(await closed(socket)).not.toBeNull();
    expect(socket.closed).toEqual({ code: 4403, reason: 'What may be seen has changed.' });
    const again = await follow(token);
    again.close();
  });
});
