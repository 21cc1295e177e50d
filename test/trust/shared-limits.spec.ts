import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startLienket, type Answer, type Lienket } from '../support/lienket.js';
import { addNewcomer } from '../support/people.js';

const WRONG = 'not the right password';
const RIGHT = 'a long enough password';
const NOWHERE = '0190d1c2-0000-7000-8000-000000000000';

let database: TestDatabase;
/** Two processes of one installation, behind one proxy each. */
let doors: [Lienket, Lienket];

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = {
    LIENKET_ROLE: 'api',
    LIENKET_PROXIES: '1',
    LIENKET_SIGNATURES_PER_MINUTE: '3',
    LIENKET_OFFERS_PER_MINUTE: '3',
  };
  doors = [await startLienket(settings, undefined, database), await startLienket(settings, undefined, database)];
});
afterAll(async () => {
  for (const door of doors) await door.close();
  await database.drop();
});

async function signIn(door: Lienket, login: string, password: string, told: string): Promise<string> {
  const response = await fetch(`${door.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': told },
    body: JSON.stringify({
      query: 'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { token } }',
      variables: { login, password },
    }),
  });
  const { errors } = (await response.json()) as Answer;
  return errors?.[0]?.extensions.code ?? 'OK';
}

describe('a limit', () => {
  it('is one for all processes: the sixth wrong password is refused at each of them, and the right one too', async () => {
    const { login } = await addNewcomer(doors[0]);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await signIn(doors[attempt % 2]!, login, WRONG, '203.0.113.7')).toBe('UNAUTHENTICATED');
    for (const door of doors) {
      expect(await signIn(door, login, WRONG, '203.0.113.7')).toBe('RATE_LIMITED');
      expect(await signIn(door, login, RIGHT, '203.0.113.7')).toBe('RATE_LIMITED');
    }
  });

  it('counts by the address that the proxy saw, whatever a client writes before it', async () => {
    const { login } = await addNewcomer(doors[0]);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await signIn(doors[0], login, WRONG, `198.51.100.${String(attempt)}, 203.0.113.8`)).toBe(
        'UNAUTHENTICATED',
      );
    expect(await signIn(doors[0], login, WRONG, '198.51.100.99, 203.0.113.8')).toBe('RATE_LIMITED');
    expect(await signIn(doors[0], login, RIGHT, '198.51.100.99, 203.0.113.9')).toBe('OK');
  });

  it('is one for all processes for what an account signs', async () => {
    const { token } = await addNewcomer(doors[0]);
    const sign = async (door: Lienket) => {
      const { errors } = await door.send(
        `mutation { signContract(id: "${NOWHERE}", expectedVersion: 1) { id } }`,
        {},
        { token },
      );
      return errors?.[0]?.extensions.code;
    };
    for (const door of [doors[0], doors[1], doors[0]]) expect(await sign(door)).toBe('NOT_FOUND');
    for (const door of doors) expect(await sign(door)).toBe('RATE_LIMITED');
  });

  it('counts each listing that is offered on, however many in one wish', async () => {
    const { token } = await addNewcomer(doors[0]);
    const offer = async (door: Lienket) => {
      const share = `{ listingId: "${NOWHERE}", quantityKg: "1", priceVndPerKg: "1" }`;
      const rest = 'form: PRODUCTION, buyerRoles: [PROCESSOR], startsOn: "2030-01-01", endsOn: "2030-02-01"';
      const input = `{ demandId: "${NOWHERE}", suppliers: [${share}, ${share}], ${rest} }`;
      const { errors } = await door.send(`mutation { offerFromBundle(input: ${input}) { id } }`, {}, { token });
      return errors?.[0]?.extensions.code;
    };
    expect(await offer(doors[0])).toBe('INVALID_INPUT');
    expect(await offer(doors[1])).toBe('RATE_LIMITED');
  });
});
