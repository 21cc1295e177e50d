import { hashPassword } from '@lienket/identity';
import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import { DEMO_PASSWORD } from '../demo/demo-accounts.js';
import { instantText, type TableRows } from './copy-rows.js';
import type { Agreement } from './national-agreements.js';
import { atHour } from './national-days.js';
import { diceFor, idAt } from './national-dice.js';
import type { NationalOrganization, NationalRegister } from './national-organizations.js';
import type { NationalPlan } from './national-plan.js';
import { phoneOf } from './registry-rows.js';

export const ACCOUNTS = {
  coop: 'coop@national.lienket.vn',
  buyer: 'buyer@national.lienket.vn',
  manager: 'manager@national.lienket.vn',
  admin: 'admin@national.lienket.vn',
} as const;

/** The people: a sample, of those organizations that have made contracts here, and four who can sign in. */
export interface NationalUsers {
  readonly managerId: string;
  readonly of: (organization: NationalOrganization) => string;
  readonly rows: TableRows;
}

export function makeUsers(
  seed: number,
  { firstDay }: NationalPlan,
  { suppliers, buyers }: NationalRegister,
  agreements: readonly Agreement[],
): NationalUsers {
  const dice = diceFor(seed, 'identity.app_user');
  const people = new Map<NationalOrganization, string>();
  const busiest = { coop: mostActive(suppliers), buyer: mostActive(buyers) };
  const add = (organization: NationalOrganization): void => {
    if (!people.has(organization)) people.set(organization, idAt(dice, organization.createdAt));
  };
  add(busiest.coop);
  add(busiest.buyer);
  for (const { origin, supplier, buyer } of agreements)
    if (origin === 'SIGNED_HERE') for (const organization of [supplier, buyer]) add(organization);

  const since = atHour(firstDay - 1, 7);
  const [managerId, adminId] = [idAt(dice, since), idAt(dice, since)];
  const loginOf = (organization: NationalOrganization): string =>
    organization === busiest.coop
      ? ACCOUNTS.coop
      : organization === busiest.buyer
        ? ACCOUNTS.buyer
        : phoneOf(organization);
  const ofNobody = (id: string, login: string, role: string) => [id, login, role, null, null, instantText(since)];
  return {
    managerId,
    of: (organization) => {
      const id = people.get(organization);
      if (id === undefined) throw new Error('Whoever makes a contract here is a person.');
      return id;
    },
    rows: {
      table: 'identity.app_user',
      columns: ['id', 'login', 'role', 'organization_id', 'organization_role', 'created_at'],
      rows: [
        ofNobody(managerId, ACCOUNTS.manager, 'PROGRAM_MANAGER'),
        ofNobody(adminId, ACCOUNTS.admin, 'ADMINISTRATOR'),
        ...[...people].map(([organization, id]) => [
          id,
          loginOf(organization),
          'TRADER',
          organization.id,
          'OWNER',
          instantText(organization.createdAt),
        ]),
      ],
    },
  };
}

/** The four get the demo's password: a hash holds a random salt, so it isn't among what the digest covers. */
export async function letSignIn(tx: Transaction): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  await tx.query(
    sql`update identity.app_user set password_hash = ${hash} where login = any(${Object.values(ACCOUNTS)}::text[])`,
  );
}

const mostActive = (some: readonly NationalOrganization[]): NationalOrganization => {
  const [first, ...others] = some;
  if (!first) throw new Error('There is nobody.');
  return others.reduce((most, other) => (other.activity > most.activity ? other : most), first);
};
