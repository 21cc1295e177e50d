import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { startLienket, PASSWORD, type Lienket } from '../support/lienket.js';
import { addPerson, addTrader, addNewcomer } from '../support/people.js';

interface Account {
  readonly id: string;
  readonly login: string;
  readonly role: string;
  readonly provinces: readonly { readonly code: string }[];
  readonly roleDecision: { readonly role: string; readonly decidedBy: string | null } | null;
}

const ACCOUNT = 'id login role provinces { code } roleDecision { role decidedBy }';
const LIST = `query ($filter: UserFilter) { users(filter: $filter, first: 100) { totalCount nodes { ${ACCOUNT} } } }`;
const SET = `mutation ($userId: ID!, $role: UserRole!, $provinceCodes: [ID!]) {
  it: setUserRole(userId: $userId, role: $role, provinceCodes: $provinceCodes) { ${ACCOUNT} } }`;

let lienket: Lienket;
let administrator: string;
let manager: string;
let farm: Awaited<ReturnType<typeof addTrader>>;
beforeAll(async () => {
  lienket = await startLienket();
  administrator = await addPerson(lienket, 'administrator@example.vn', 'ADMINISTRATOR');
  manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER');
  farm = await addTrader(lienket, manager, {
    ...{ kind: 'COOPERATIVE', name: 'HTX Tân Hưng', provinceCode: '80', chainRoles: ['PRODUCER'] },
  });
});
afterAll(() => lienket.close());

const list = (filter: object, token = administrator) =>
  lienket
    .ask<{ users: { totalCount: number; nodes: Account[] } }>(LIST, { filter }, { token })
    .then(({ users }) => users);
const accountOf = async (login: string) => (await list({ text: login })).nodes[0]!;
const refusal = async (variables: object, token = administrator) => {
  const { errors } = await lienket.send(SET, variables, { token });
  return errors?.[0] && [errors[0].extensions.code, errors[0].extensions['state'] ?? errors[0].extensions['field']];
};

describe('an administrator', () => {
  it('finds everybody who has an account, by a part of their login and by role', async () => {
    expect((await list({ roles: ['ADMINISTRATOR', 'PROGRAM_MANAGER'] })).nodes.map(({ login }) => login)).toEqual([
      'administrator@example.vn',
      'manager@example.vn',
    ]);
    expect(await list({ text: 'MANAGER@' })).toMatchObject({ totalCount: 1, nodes: [{ role: 'PROGRAM_MANAGER' }] });
    expect(await list({ text: '%' })).toMatchObject({ totalCount: 0 });
    for (const token of [manager, farm.token]) expect(await list({}, token)).toEqual({ totalCount: 0, nodes: [] });
  });

  it('is written down as looking at whose people are shown', async () => {
    await lienket.owner.query(sql`truncate identity.access_log`);
    await list({ text: farm.login });
    expect(await lienket.owner.query(sql`select organization_id as id, kind, role from identity.access_log`)).toEqual([
      { id: farm.organizationId, kind: 'PERSON', role: 'ADMINISTRATOR' },
    ]);
  });

  it('makes somebody a manager of provinces, who is signed out, and it is known who decided', async () => {
    const { login, token } = await addNewcomer(lienket);
    const { id } = await accountOf(login);
    const wish = { userId: id, role: 'PROGRAM_MANAGER', provinceCodes: ['82', '80'] };
    const { it: made } = await lienket.ask<{ it: Account }>(SET, wish, { token: administrator });
    expect(made).toMatchObject({
      ...{ role: 'PROGRAM_MANAGER', provinces: [{ code: '80' }, { code: '82' }] },
      roleDecision: { role: 'PROGRAM_MANAGER', decidedBy: 'administrator@example.vn' },
    });
    const { me } = await lienket.ask<{ me: object | null }>(
      '{ me { id } }',
      {},
      { token: await lienket.signIn(login) },
    );
    expect(me).toEqual({ id });
    expect((await lienket.send('{ me { id } }', {}, { token })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await list({ text: 'manager@example.vn' })).nodes[0]?.roleDecision).toBeNull();
    await lienket.ask(SET, { userId: id, role: 'TRADER' }, { token: administrator });
    expect(await accountOf(login)).toMatchObject({ role: 'TRADER', provinces: [], roleDecision: { role: 'TRADER' } });
  });

  it('gives none to who acts for an organization, and no province that there isn’t, or to who is no manager', async () => {
    const { id } = await accountOf(farm.login);
    expect(await refusal({ userId: id, role: 'ADMINISTRATOR' })).toEqual(['INVALID_STATE', 'HAS_ORGANIZATION']);
    const { id: managerId } = await accountOf('manager@example.vn');
    const wish = { userId: managerId, role: 'PROGRAM_MANAGER' };
    expect(await refusal({ ...wish, provinceCodes: ['80', '00'] })).toEqual(['INVALID_INPUT', 'provinceCodes.1']);
    expect(await refusal({ ...wish, role: 'TRADER', provinceCodes: ['80'] })).toEqual([
      'INVALID_INPUT',
      'provinceCodes',
    ]);
    expect(await refusal({ ...wish, userId: 'nobody' })).toEqual(['NOT_FOUND', undefined]);
    expect(await refusal(wish, manager)).toEqual(['FORBIDDEN', undefined]);
    expect(await refusal({ ...wish, userId: id }, (await addNewcomer(lienket)).token)).toEqual([
      'NOT_FOUND',
      undefined,
    ]);
  });
});

describe('the last administrator', () => {
  it('stays one, however two of them remove each other and themselves at once', async () => {
    const { id: first } = await accountOf('administrator@example.vn');
    expect(await refusal({ userId: first, role: 'TRADER' })).toEqual(['INVALID_STATE', 'LAST_ADMINISTRATOR']);
    const erased = await lienket.send(
      'mutation ($password: String!) { eraseMe(password: $password) }',
      { password: PASSWORD },
      { token: administrator },
    );
    expect(erased.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_STATE', state: 'LAST_ADMINISTRATOR' });

    const second = await addPerson(lienket, 'second@example.vn', 'ADMINISTRATOR');
    const { id: secondId } = await accountOf('second@example.vn');
    const answers = await Promise.all([
      refusal({ userId: first, role: 'TRADER' }, second),
      refusal({ userId: secondId, role: 'TRADER' }, administrator),
      refusal({ userId: secondId, role: 'TRADER' }, second),
    ]);
    expect(answers.filter((answer) => answer === undefined).length).toBeGreaterThan(0);
    expect(
      await lienket.owner.query(sql`select count(*)::int as count from identity.app_user where role = 'ADMINISTRATOR'`),
    ).toEqual([{ count: 1 }]);
  });
});
