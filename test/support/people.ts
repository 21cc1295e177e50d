import { addUser, type NewUser } from '@lienket/identity';
import { PASSWORD, type Lienket } from './lienket.js';

/** People whom nobody can sign up as: program managers and administrators. */
export async function addPerson(
  lienket: Lienket,
  login: string,
  role: NewUser['role'],
  provinceCodes: readonly string[] = [],
): Promise<string> {
  const database = lienket.owner;
  await database.transaction((tx) => addUser(tx, { login, password: PASSWORD, role, provinceCodes }, new Date()));
  return lienket.signIn(login);
}

interface Trader {
  readonly login: string;
  readonly token: string;
  readonly organizationId: string;
}

let people = 0;

/** A new trader, who has no organization yet. */
export async function signUp(lienket: Lienket): Promise<{ readonly login: string; readonly token: string }> {
  people += 1;
  const login = `person${String(people)}@example.vn`;
  const { signUp: session } = await lienket.ask<{ signUp: { token: string } }>(
    'mutation ($login: String!, $password: String!) { signUp(login: $login, password: $password) { token } }',
    { login, password: PASSWORD },
  );
  return { login, token: session.token };
}

/** Signs up, registers an organization, and has the manager activate it. */
export async function addTrader(
  lienket: Lienket,
  manager: string,
  organization: { kind: string; name: string; provinceCode: string; chainRoles: string[]; taxCode?: string },
): Promise<Trader> {
  const { login, token } = await signUp(lienket);
  const { registerOrganization } = await lienket.ask<{ registerOrganization: { id: string } }>(
    'mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { id status } }',
    { input: organization },
    { token },
  );
  await lienket.ask(
    'mutation ($id: ID!) { setOrganizationStatus(id: $id, status: ACTIVE) { status } }',
    { id: registerOrganization.id },
    { token: manager },
  );
  return { login, token, organizationId: registerOrganization.id };
}

/** Signs up, is invited by an owner, and accepts. */
export async function addColleague(
  lienket: Lienket,
  owner: { readonly token: string },
  role: 'OWNER' | 'TRADER' | 'READER',
): Promise<{ readonly login: string; readonly token: string; readonly userId: string }> {
  const { login, token } = await signUp(lienket);
  const { invitePerson } = await lienket.ask<{ invitePerson: { token: string } }>(
    'mutation ($login: String!, $role: OrganizationRole!) { invitePerson(login: $login, role: $role) { token } }',
    { login, role },
    owner,
  );
  const { acceptInvitation } = await lienket.ask<{ acceptInvitation: { id: string } }>(
    'mutation ($token: String!) { acceptInvitation(token: $token) { id } }',
    { token: invitePerson.token },
    { token },
  );
  return { login, token, userId: acceptInvitation.id };
}
