import type { NewUser } from '@lienket/identity';
import { addAccount } from './accounts.js';
import type { Lienket } from './lienket.js';

/** Whoever may sign in, also as what nobody signs up: program managers and administrators. */
export async function addPerson(
  lienket: Lienket,
  login: string,
  role: NewUser['role'],
  provinceCodes: readonly string[] = [],
): Promise<string> {
  const database = lienket.owner;
  await database.transaction((tx) => addAccount(tx, { login, role, provinceCodes }, new Date()));
  return lienket.signIn(login);
}

interface Trader {
  readonly login: string;
  readonly token: string;
  readonly organizationId: string;
}

let people = 0;

/** A new trader, who has no organization yet. */
export async function addNewcomer(lienket: Lienket): Promise<{ readonly login: string; readonly token: string }> {
  people += 1;
  const login = `person${String(people)}@example.vn`;
  return { login, token: await addPerson(lienket, login, 'TRADER') };
}

/** A newcomer, who registers an organization, and has the manager activate it. */
export async function addTrader(
  lienket: Lienket,
  manager: string,
  organization: { kind: string; name: string; provinceCode: string; chainRoles: string[]; taxCode?: string },
): Promise<Trader> {
  const { login, token } = await addNewcomer(lienket);
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

/** A newcomer, whom an owner invites, and who accepts. */
export async function addColleague(
  lienket: Lienket,
  owner: { readonly token: string },
  role: 'OWNER' | 'TRADER' | 'READER',
): Promise<{ readonly login: string; readonly token: string; readonly userId: string }> {
  const { login, token } = await addNewcomer(lienket);
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
