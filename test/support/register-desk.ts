import { startLienket, type Asking, type Lienket } from './lienket.js';
import { addPerson, addTrader } from './people.js';

export const WHOLE =
  'id kind name taxCode province { code nameVi region } commune location { latitude longitude } chainRoles status memberCount agricultural highTech memberOf { id } rating { year score band } participates contact { name phone email } createdAt';
const SEE = `query ($id: ID!) { organization(id: $id) { ${WHOLE} } }`;
export const LIST = `query ($filter: OrganizationFilter, $first: Int, $after: String) {
  organizations(filter: $filter, first: $first, after: $after) { totalCount nodes { id name } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
export const REGISTER = `mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { ${WHOLE} } }`;
export const UPDATE = `mutation ($id: ID!, $input: UpdateOrganizationInput!, $effectiveOn: Date) { updateOrganization(id: $id, input: $input, effectiveOn: $effectiveOn) { ${WHOLE} } }`;
export const SET_STATUS =
  'mutation ($id: ID!, $status: OrganizationStatus!, $effectiveOn: Date) { setOrganizationStatus(id: $id, status: $status, effectiveOn: $effectiveOn) { id status } }';
export const RATE =
  'mutation ($id: ID!, $year: Int!, $score: Decimal!) { rateOrganization(id: $id, year: $year, score: $score) { id } }';
export const CLAIM = 'mutation ($organizationId: ID!) { claimOrganization(organizationId: $organizationId) }';
export const APPROVE =
  'mutation ($organizationId: ID!, $login: String!) { approveClaim(organizationId: $organizationId, login: $login) { id } }';

/** An organization as WHOLE shows it. */
export interface Seen {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * A Lienket with one person of each kind, called by name: `admin`, `country` and `province` (managers of the whole
 * country and of 92), `elsewhere` (01 and 48); the traders `coop` (in 92), `buyer` (01) and `other` (48).
 */
export async function openRegister() {
  const lienket: Lienket = await startLienket();
  const country = await addPerson(lienket, 'country@example.vn', 'PROGRAM_MANAGER');
  const producer = { kind: 'COOPERATIVE', chainRoles: ['PRODUCER'] };
  const coop = await addTrader(lienket, country, {
    ...{ ...producer, name: 'Hợp tác xã Dứa Cầu Đúc', provinceCode: '92', taxCode: '1800000001', memberCount: 30 },
    ...{ latitude: 10.0451618, longitude: 105.7468535, contactName: 'Bà Năm', contactPhone: '0912345678' },
  });
  const enterprise = { kind: 'ENTERPRISE', name: 'Công ty Gạo', provinceCode: '01', chainRoles: ['PROCESSOR'] };
  const buyer = await addTrader(lienket, country, enterprise);
  const other = await addTrader(lienket, country, { ...producer, name: 'HTX khác', provinceCode: '48' });
  const tokens: Readonly<Record<string, string>> = {
    country,
    admin: await addPerson(lienket, 'admin@example.vn', 'ADMINISTRATOR'),
    province: await addPerson(lienket, 'province@example.vn', 'PROGRAM_MANAGER', ['92']),
    elsewhere: await addPerson(lienket, 'elsewhere@example.vn', 'PROGRAM_MANAGER', ['01', '48']),
    ...{ coop: coop.token, buyer: buyer.token, other: other.token },
  };
  let count = 0;

  const desk = {
    ...{ lienket, coop, buyer, other },

    /** By the name of a person or a token, with an idempotency key. */
    asking: (who: string, key?: string): Asking => ({
      token: tokens[who] ?? who,
      ...(key !== undefined && { key }),
    }),

    refusal: async (document: string, variables: object, who: string, key?: string) =>
      (await lienket.send(document, variables, desk.asking(who, key))).errors?.[0]?.extensions,

    see: async (who: string, id: string) =>
      (await lienket.ask<{ organization: Seen | null }>(SEE, { id }, desk.asking(who))).organization,

    list: async (who: string, filter: object = {}, page: object = {}) =>
      (await lienket.ask<{ organizations: Listed }>(LIST, { filter, ...page }, desk.asking(who))).organizations,

    names: async (who: string, filter: object) => (await desk.list(who, filter)).nodes.map(({ name }) => name),

    /** An ACTIVE cooperative of 92 without users, unless the test says otherwise. */
    organization: async (changes: object = {}): Promise<string> => {
      count += 1;
      const input = { ...producer, name: `Tổ ${String(count)}`, provinceCode: '92', ...changes };
      return (await desk.register(input, 'country')).id;
    },

    register: async (input: object, who: string, key?: string) =>
      (await lienket.ask<{ registerOrganization: Seen }>(REGISTER, { input }, desk.asking(who, key)))
        .registerOrganization,

    update: async (id: string, input: object, who: string, effectiveOn?: string) =>
      (await lienket.ask<{ updateOrganization: Seen }>(UPDATE, { id, input, effectiveOn }, desk.asking(who)))
        .updateOrganization,

    setStatus: (id: string, status: string, who = 'country') =>
      lienket.ask(SET_STATUS, { id, status }, desk.asking(who)),
  };
  return desk;
}

export type RegisterDesk = Awaited<ReturnType<typeof openRegister>>;
