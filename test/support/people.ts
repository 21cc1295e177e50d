import { addUser, type NewUser } from '@lienket/identity';
import { Database } from '@lienket/platform';
import { PASSWORD, type Lienket } from './lienket.js';

/** People whom nobody can sign up as: program managers and administrators. */
export async function addPerson(
  lienket: Lienket,
  login: string,
  role: NewUser['role'],
  provinceCodes: readonly string[] = [],
): Promise<string> {
  const database = lienket.part(Database);
  await database.transaction((tx) => addUser(tx, { login, password: PASSWORD, role, provinceCodes }, new Date()));
  return lienket.signIn(login);
}

interface Trader {
  readonly token: string;
  readonly organizationId: string;
}

let people = 0;

/** Signs up, registers an organization, and has the manager activate it. */
export async function addTrader(
  lienket: Lienket,
  manager: string,
  organization: { kind: string; name: string; provinceCode: string; chainRoles: string[] },
): Promise<Trader> {
  people += 1;
  const { signUp } = await lienket.ask<{ signUp: { token: string } }>(
    'mutation ($login: String!, $password: String!) { signUp(login: $login, password: $password) { token } }',
    { login: `person${String(people)}@example.vn`, password: PASSWORD },
  );
  const { registerOrganization } = await lienket.ask<{ registerOrganization: { id: string } }>(
    'mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { id status } }',
    { input: organization },
    { token: signUp.token },
  );
  await lienket.ask(
    'mutation ($id: ID!) { setOrganizationStatus(id: $id, status: ACTIVE) { status } }',
    { id: registerOrganization.id },
    { token: manager },
  );
  return { token: signUp.token, organizationId: registerOrganization.id };
}
