import { hashPassword } from '@lienket/identity';
import { randomBytes } from 'node:crypto';
import { instantOn, type DemoCalendar } from './demo-calendar.js';
import type { Dice } from './demo-dice.js';
import type { DemoOrganization } from './demo-organization.js';
import type { DemoRegister } from './demo-organizations.js';

export const DEMO_PASSWORD = 'lienket-demo';
const ACCOUNTS_MINUTE = 6 * 60;

/** Who signs in, and who has signed and posted: rows of identity.app_user. */
export interface DemoUsers {
  readonly managerId: string;
  /** The person who acts for an organization; made where there is none yet. */
  readonly userOf: (organization: DemoOrganization) => string;
  readonly rows: () => Promise<object[]>;
}

export function makeUsers(dice: Dice, { takeOver }: DemoCalendar, { pinned }: DemoRegister): DemoUsers {
  const createdAt = instantOn(takeOver, ACCOUNTS_MINUTE);
  const users: {
    id: string;
    login: string;
    role: string;
    organization_id: string | null;
    organization_role: string | null;
    province_codes: string[];
    created_at: Date;
    signsIn: boolean;
  }[] = [];
  const byOrganization = new Map<DemoOrganization, string>();
  const account = (
    name: string,
    role: string,
    organization: DemoOrganization | null = null,
    provinceCodes: string[] = [],
  ): string => {
    const id = dice.id(createdAt);
    const since = organization?.createdAt ?? createdAt;
    users.push({
      id,
      login: `${name}@demo.lienket.vn`,
      role,
      organization_id: organization?.id ?? null,
      organization_role: organization && 'OWNER',
      province_codes: provinceCodes,
      created_at: since,
      signsIn: true,
    });
    if (organization) byOrganization.set(organization, id);
    return id;
  };
  account('coop', 'TRADER', pinned.coop);
  account('coop2', 'TRADER', pinned.coop2);
  account('buyer', 'TRADER', pinned.buyer);
  account('buyer2', 'TRADER', pinned.buyer2);
  const managerId = account('manager', 'PROGRAM_MANAGER');
  account('province', 'PROGRAM_MANAGER', null, [pinned.coop.first.provinceCode]);
  account('admin', 'ADMINISTRATOR');

  return {
    managerId,
    userOf: (organization) => {
      const known = byOrganization.get(organization);
      if (known !== undefined) return known;
      const { createdAt: since } = organization;
      const id = dice.id(since);
      users.push({
        id,
        login: organization.contactPhone,
        role: 'TRADER',
        organization_id: organization.id,
        organization_role: 'OWNER',
        province_codes: [],
        created_at: since,
        signsIn: false,
      });
      byOrganization.set(organization, id);
      return id;
    },
    rows: async () => {
      const hash = await hashPassword(DEMO_PASSWORD);
      // Of the right form, and of no password that anybody knows: people of the demo's history don't sign in.
      const nobodysHash = hash.replace(/[^$]+$/, randomBytes(32).toString('base64url'));
      return users.map(({ signsIn, ...row }) => ({ ...row, password_hash: signsIn ? hash : nobodysHash }));
    },
  };
}
