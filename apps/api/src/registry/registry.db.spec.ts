import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLienket, type Lienket } from '../../../../test/support/lienket.js';

let lienket: Lienket;
beforeAll(async () => {
  lienket = await startLienket();
});
afterAll(() => lienket.close());

const SIGN_UP = `mutation ($login: String!, $password: String!) {
  signUp(login: $login, password: $password) { token expiresAt user { id login role organization { id } provinces { code } } }
}`;
const REGISTER = `mutation ($input: RegisterOrganizationInput!) {
  registerOrganization(input: $input) {
    id kind name taxCode status province { code region } commune location { latitude longitude } chainRoles memberCount agricultural highTech
    memberOf { id } rating { year } participates contact { name phone email } createdAt
  }
}`;
const password = 'a long enough password';
const input = { kind: 'COOPERATIVE', name: 'Hợp tác xã Thới An', provinceCode: '92', chainRoles: ['PRODUCER'] };
let count = 0;
const signUp = async (): Promise<string> => {
  const { signUp } = await lienket.ask<{ signUp: { token: string } }>(SIGN_UP, {
    login: `door${(count += 1)}@test.vn`,
    password,
  });
  return signUp.token;
};
const refusal = async (document: string, variables: object, token?: string) => {
  const { errors } = await lienket.send(document, variables, token === undefined ? {} : { token });
  const { code, field } = errors?.[0]?.extensions ?? { code: 'accepted' };
  return typeof field === 'string' ? `${code} ${field}` : code;
};

describe('at the door', () => {
  it('a trader signs up, registers an organization, and sees it whole in the same answer', async () => {
    const { signUp: session } = await lienket.ask<{ signUp: { token: string } }>(SIGN_UP, {
      login: 'Tư@test.vn',
      password,
    });
    expect(session).toMatchObject({ user: { login: 'tư@test.vn', role: 'TRADER', organization: null, provinces: [] } });
    const { token } = session;
    const { registerOrganization } = await lienket.ask<{ registerOrganization: { id: string } }>(
      REGISTER,
      {
        input: { ...input, taxCode: '1800000001', latitude: 10.0452, longitude: 105.7469, contactPhone: '0912345678' },
      },
      { token },
    );
    expect(registerOrganization).toMatchObject({
      status: 'PENDING',
      taxCode: '1800000001',
      province: { code: '92', region: 'Mekong River Delta' },
      location: { latitude: 10.0452, longitude: 105.7469 },
      agricultural: true,
      highTech: false,
      memberOf: null,
      rating: null,
      participates: false,
      contact: { name: null, phone: '0912345678', email: 'tư@test.vn' },
    });
    const { id } = registerOrganization;
    expect(await lienket.ask('{ me { organization { id } } }', {}, { token })).toEqual({
      me: { organization: { id } },
    });
    const stranger = await signUp();
    expect(await lienket.ask('query ($id: ID!) { organization(id: $id) { id } }', { id }, { token: stranger })).toEqual(
      { organization: null },
    );
    const signIn =
      'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { user { organization { id taxCode } } } }';
    expect(await lienket.ask(signIn, { login: 'TƯ@test.vn', password })).toEqual({
      signIn: { user: { organization: { id, taxCode: '1800000001' } } },
    });
  });

  it('answers the lists to everybody, and organizations to those signed in', async () => {
    const lists = await lienket.ask<Record<string, unknown[]>>(
      '{ provinces { code region } commodities { code grades kgPerTradeUnit tradeUnit } certificationSchemes { code } me { id } }',
    );
    expect([lists['provinces']?.length, lists['commodities']?.length, lists['me']]).toEqual([34, 54, null]);
    expect(await refusal('{ organizations { totalCount } }', {})).toBe('UNAUTHENTICATED');
    const document = `{ organizations(first: 1, filter: { text: "khong co", participates: true }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    expect(await lienket.ask(document, {}, { token: await signUp() })).toEqual({
      organizations: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
    });
  });

  it('ends a session', async () => {
    const token = await signUp();
    expect(await lienket.ask('mutation { signOut }', {}, { token })).toEqual({ signOut: true });
    expect(await refusal('{ me { id } }', {}, token)).toBe('UNAUTHENTICATED');
    expect(await refusal('mutation { signOut(everywhere: true) }', {})).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['nobody', password, 'INVALID_INPUT login'],
    ['', password, 'INVALID_INPUT login'],
    ['short@test.vn', '123456789', 'INVALID_INPUT password'],
    ['long@test.vn', 'x'.repeat(129), 'INVALID_INPUT password'],
    ['nul@test.vn', 'a long\u0000 password', 'INVALID_INPUT password'],
    ['half@test.vn', 'a long \ud800 password', 'INVALID_INPUT password'],
  ])('signing up %s with %j is refused', async (login, secret, refused) => {
    expect(await refusal(SIGN_UP, { login, password: secret })).toBe(refused);
  });

  it.each([
    [{ name: '' }, 'input.name'],
    [{ name: 'x'.repeat(201) }, 'input.name'],
    [{ name: 'a\u0007b' }, 'input.name'],
    [{ name: { of: 'a thing' } }, 'input.name'],
    [{ taxCode: '123' }, 'input.taxCode'],
    [{ taxCode: '1234567890-12' }, 'input.taxCode'],
    [{ latitude: 5.9, longitude: 105 }, 'input.latitude'],
    [{ latitude: 10, longitude: 118.1 }, 'input.longitude'],
    [{ latitude: 10 }, 'input.longitude'],
    [{ memberCount: -1 }, 'input.memberCount'],
    [{ memberCount: 10_000_001 }, 'input.memberCount'],
    [{ chainRoles: [] }, 'input.chainRoles'],
    [{ provinceCode: 'XX' }, 'input.provinceCode'],
    [{ kind: 'BANK' }, 'input.kind'],
  ])('registering with %j is refused', async (wrong, field) => {
    expect(await refusal(REGISTER, { input: { ...input, ...wrong } }, await signUp())).toBe(`INVALID_INPUT ${field}`);
  });

  it.each(['name', 'provinceCode', 'chainRoles', 'agricultural', 'highTech'])(
    'clearing %s is refused',
    async (field) => {
      const document =
        'mutation ($id: ID!, $input: UpdateOrganizationInput!) { updateOrganization(id: $id, input: $input) { id } }';
      expect(await refusal(document, { id: 'x', input: { [field]: null } }, await signUp())).toBe(
        `INVALID_INPUT input.${field}`,
      );
      expect(await refusal(document, { id: 'x', input: { commune: null } }, await signUp())).toBe('NOT_FOUND');
    },
  );

  it.each([
    ['100.5', 2025, 'INVALID_INPUT score'],
    ['80.125', 2025, 'INVALID_INPUT score'],
    ['80', 1, 'INVALID_INPUT year'],
    ['80', 2025, 'NOT_FOUND'],
  ])('rating an unknown one with %s for %d is refused', async (score, year, refused) => {
    const document =
      'mutation ($score: Decimal!, $year: Int!) { rateOrganization(id: "x", year: $year, score: $score) { id } }';
    expect(await refusal(document, { score, year }, await signUp())).toBe(refused);
  });
});
