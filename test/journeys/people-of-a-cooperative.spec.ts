import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLienket, type Lienket } from '../support/lienket.js';
import { addPerson, addTrader, addNewcomer } from '../support/people.js';

const INVITE =
  'mutation ($login: String!, $role: OrganizationRole!) { it: invitePerson(login: $login, role: $role) { id login role expiresAt token } }';
const ACCEPT =
  'mutation ($token: String!) { it: acceptInvitation(token: $token) { login organizationRole organization { id name } } }';
const PEOPLE = `query ($id: ID!, $after: String) { it: organization(id: $id) {
  people(first: 2, after: $after) { totalCount nodes { id login organizationRole } pageInfo { hasNextPage endCursor } }
  invitations { id login role token }
} }`;
const POST = `mutation { it: createListing(input: {
  commodityCode: "paddy", quantityKg: "500", availableFrom: "2030-01-01", availableTo: "2030-02-01" }) { id } }`;
const ME = '{ it: me { login organizationRole organization { id } } }';

interface Person {
  readonly id: string;
  readonly login: string;
  readonly organizationRole: string;
}
interface Seen {
  readonly people: {
    readonly totalCount: number;
    readonly nodes: Person[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  } | null;
  readonly invitations: { readonly login: string; readonly token: null }[] | null;
}

describe('the people of a cooperative', () => {
  let lienket: Lienket;
  let manager: string;
  let chair: { token: string; organizationId: string };
  let clerk: { token: string; login: string };

  beforeAll(async () => {
    lienket = await startLienket();
    manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER', ['92']);
    chair = await addTrader(lienket, manager, {
      kind: 'COOPERATIVE',
      name: 'HTX Thới An',
      provinceCode: '92',
      chainRoles: ['PRODUCER'],
    });
    clerk = await addNewcomer(lienket);
  });
  afterAll(() => lienket.close());

  const ask = async <T = object>({ token }: { token: string }, document: string, variables: object = {}) =>
    (await lienket.ask<{ it: T }>(document, variables, { token })).it;
  const codeOf = async ({ token }: { token: string }, document: string, variables: object = {}) =>
    (await lienket.send(document, variables, { token })).errors?.[0]?.extensions.code;
  const people = async (asking: { token: string }, after?: string) =>
    ask<Seen>(asking, PEOPLE, { id: chair.organizationId, after });
  const idOf = async (login: string) =>
    (await people(chair)).people!.nodes.find((person) => person.login === login)!.id;

  it('begin with who registered it', async () => {
    expect(await ask(chair, ME)).toMatchObject({ organizationRole: 'OWNER' });
    expect(await ask(clerk, ME)).toEqual({ login: clerk.login, organizationRole: null, organization: null });
    expect((await people(clerk)).people).toBeNull();
    expect((await people(clerk)).invitations).toBeNull();
  });

  it('are joined by who was invited, whose token is told once', async () => {
    const invitation = await ask<{ token: string }>(chair, INVITE, { login: clerk.login, role: 'READER' });
    expect(invitation).toMatchObject({ login: clerk.login, role: 'READER' });
    expect((await people(chair)).invitations).toEqual([expect.objectContaining({ login: clerk.login, token: null })]);
    expect(await codeOf(await addNewcomer(lienket), ACCEPT, { token: invitation.token })).toBe('NOT_FOUND');
    expect(await ask(clerk, ACCEPT, { token: invitation.token })).toEqual({
      login: clerk.login,
      organizationRole: 'READER',
      organization: { id: chair.organizationId, name: 'HTX Thới An' },
    });
    expect((await people(chair)).invitations).toEqual([]);
    expect((await people(clerk)).invitations).toBeNull();
    expect((await people(clerk)).people).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
    expect((await people({ token: manager })).people).toMatchObject({ totalCount: 2 });
  });

  it('change nothing as readers, trade as traders, and decide as owners', async () => {
    const profile = 'mutation ($id: ID!) { it: updateOrganization(id: $id, input: { memberCount: 40 }) { id } }';
    const setRole =
      'mutation ($userId: ID!, $role: OrganizationRole!) { it: setPersonRole(userId: $userId, role: $role) { login organizationRole } }';
    const id = chair.organizationId;
    const userId = await idOf(clerk.login);
    expect(await codeOf(clerk, POST)).toBe('FORBIDDEN');
    expect(await codeOf(clerk, setRole, { userId, role: 'OWNER' })).toBe('FORBIDDEN');
    expect(await ask(chair, setRole, { userId, role: 'TRADER' })).toEqual({
      login: clerk.login,
      organizationRole: 'TRADER',
    });
    expect(await codeOf(clerk, POST)).toBeUndefined();
    expect(await codeOf(clerk, profile, { id })).toBe('FORBIDDEN');
    expect(await codeOf(clerk, INVITE, { login: 'friend@example.vn', role: 'OWNER' })).toBe('FORBIDDEN');
    expect(await codeOf(chair, profile, { id })).toBeUndefined();
  });

  it('are handed over, and never left without an owner', async () => {
    expect((await lienket.send('mutation { leaveOrganization }', {}, chair)).errors?.[0]?.extensions).toEqual({
      code: 'INVALID_STATE',
      state: 'LAST_OWNER',
    });
    const handOver = 'mutation ($userId: ID!) { it: handOver(userId: $userId) { login organizationRole } }';
    const userId = await idOf(clerk.login);
    expect(await ask(chair, handOver, { userId })).toEqual({ login: clerk.login, organizationRole: 'OWNER' });
    expect(await ask(chair, ME)).toMatchObject({ organizationRole: 'TRADER' });
    expect(await codeOf(chair, handOver, { userId })).toBe('FORBIDDEN');
  });

  it('are removed at once, with every session, and may be invited again', async () => {
    const { nodes } = (await people(clerk)).people!;
    const { id: userId, login } = nodes.find((person) => person.login !== clerk.login)!;
    expect(await ask(clerk, 'mutation ($userId: ID!) { it: removePerson(userId: $userId) }', { userId })).toBe(true);
    expect(await codeOf(chair, ME)).toBe('UNAUTHENTICATED');
    const back = { token: await lienket.signIn(login) };
    expect(await ask(back, ME)).toEqual({ login, organizationRole: null, organization: null });
    const { token } = await ask<{ token: string }>(clerk, INVITE, { login, role: 'READER' });
    expect(await ask(back, ACCEPT, { token })).toMatchObject({ organizationRole: 'READER' });
  });

  it('stand in pages, by login', async () => {
    const third = await addNewcomer(lienket);
    const { token } = await ask<{ token: string }>(clerk, INVITE, { login: third.login, role: 'READER' });
    await ask(third, ACCEPT, { token });
    const first = (await people(clerk)).people!;
    const rest = (await people(clerk, first.pageInfo.endCursor)).people!;
    expect([first.totalCount, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([3, true, false]);
    const logins = [...first.nodes, ...rest.nodes].map(({ login }) => login);
    expect(logins).toEqual([...new Set(logins)].sort());
    expect(logins).toHaveLength(3);
  });

  it('are told of an invitation without its being kept under an idempotency key', async () => {
    const asked = { login: 'keyed@example.vn', role: 'READER' };
    const once = async () =>
      (await lienket.ask<{ it: { token: string } }>(INVITE, asked, { token: clerk.token, key: 'k' })).it.token;
    expect(await once()).not.toBe(await once());
    expect((await people(clerk)).invitations).toHaveLength(1);
  });

  it('are invited sixty times an hour at most', async () => {
    const codes: (string | undefined)[] = [];
    for (let count = 0; count < 62; count += 1)
      codes.push(await codeOf(clerk, INVITE, { login: `guest${String(count)}@example.vn`, role: 'READER' }));
    expect(codes[0]).toBeUndefined();
    expect(codes.at(-1)).toBe('RATE_LIMITED');
  });
});
