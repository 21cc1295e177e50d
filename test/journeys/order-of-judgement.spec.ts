import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCrowd, type Member } from '../support/crowd.js';
import { startLienket, type Asking, type Lienket } from '../support/lienket.js';
import { createLot, offerReadyToSign } from '../support/offers.js';
import { addPerson } from '../support/people.js';

const UNKNOWN = '0190d1c2-0000-7000-8000-000000000000';
const IMPOSSIBLE = ['', '1', 'nothing', "' or 1 = 1 --", '💥', '../..', `${UNKNOWN}0`, 'x'.repeat(500)];
const FAR = '2030-01-01';

let lienket: Lienket;
let supplier: Member;
let buyer: Member;
let stranger: Member;
let manager: string;
let elsewhere: string;
let lot: string;
let contract: string;

beforeAll(async () => {
  lienket = await startLienket();
  const database = lienket.owner;
  [supplier, stranger] = (await addCrowd(database, 'COOPERATIVE', 2, 'PRODUCER')) as [Member, Member];
  [buyer] = (await addCrowd(database, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
  manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER', ['92']);
  elsewhere = await addPerson(lienket, 'elsewhere@example.vn', 'PROGRAM_MANAGER', ['01']);
  lot = await createLot(lienket, supplier, '1000');
  contract = await offerReadyToSign(lienket, supplier, buyer, [{ listingId: lot, quantityKg: '100' }]);
});

afterAll(() => lienket.close());

async function refusal(document: string, variables: object, asking: Asking = {}) {
  const { errors } = await lienket.send(document, variables, asking);
  const { code, field } = (errors?.[0]?.extensions ?? { code: 'NONE' }) as { code: string; field?: string };
  return field === undefined ? code : `${code} ${field}`;
}

const SIGN = 'mutation ($id: ID!, $version: Int!) { signContract(id: $id, expectedVersion: $version) { id } }';
const COUNTER =
  'mutation ($id: ID!, $version: Int!, $input: OfferContractInput!) { counterContract(id: $id, expectedVersion: $version, input: $input) { id } }';
const UPDATE = 'mutation ($id: ID!, $input: ListingInput!) { updateListing(id: $id, input: $input) { id } }';
const STATUS =
  'mutation ($id: ID!, $status: OrganizationStatus!, $on: Date, $reason: String) { setOrganizationStatus(id: $id, status: $status, effectiveOn: $on, reason: $reason) { id } }';
const CHANGE =
  'mutation ($id: ID!, $input: UpdateOrganizationInput!) { updateOrganization(id: $id, input: $input) { id } }';

const posting = (changes: object = {}) => ({
  commodityCode: 'milled_rice',
  quantityKg: '1000',
  availableFrom: FAR,
  availableTo: FAR,
  ...changes,
});
const offer = (line: object = {}, changes: object = {}) => ({
  form: 'PROCESSING',
  startsOn: FAR,
  endsOn: FAR,
  parties: [
    { organizationId: supplier.organizationId, roles: ['PRODUCER'] },
    { organizationId: buyer.organizationId, roles: ['PROCESSOR'], lead: true },
  ],
  lines: [
    {
      supplierId: supplier.organizationId,
      buyerId: buyer.organizationId,
      commodityCode: 'milled_rice',
      quantityKg: '1',
      priceVndPerKg: '1',
      ...line,
    },
  ],
  ...changes,
});

describe('what is asked is judged in order', () => {
  it('of a counter-offer: form, session, key, sight, rules, version', async () => {
    const good = { id: contract, version: 1, input: offer() };
    const wrong = { id: UNKNOWN, version: 7, input: offer({ quantityKg: '0' }, { endsOn: '2029-01-01' }) };
    expect(await refusal(COUNTER, wrong, { key: '' })).toBe('INVALID_INPUT input.lines.0.quantityKg');
    const unordered = { ...wrong, input: offer({}, { endsOn: '2029-01-01' }) };
    expect(await refusal(COUNTER, unordered, { key: 'k'.repeat(300) })).toBe('UNAUTHENTICATED');
    expect(await refusal(COUNTER, unordered, { token: stranger.token, key: 'k'.repeat(256) })).toBe('INVALID_INPUT');
    expect(await refusal(COUNTER, unordered, { token: supplier.token })).toBe('NOT_FOUND');
    expect(await refusal(COUNTER, { ...unordered, id: contract }, { token: stranger.token })).toBe('NOT_FOUND');
    expect(await refusal(COUNTER, { ...unordered, id: contract }, { token: manager })).toBe('FORBIDDEN');
    expect(await refusal(COUNTER, { ...unordered, id: contract }, { token: supplier.token })).toBe(
      'INVALID_INPUT input.endsOn',
    );
    expect(
      await refusal(COUNTER, { ...good, version: 7, input: offer({ listingId: UNKNOWN }) }, { token: supplier.token }),
    ).toBe('INVALID_INPUT input.lines.0.listingId');
    expect(await refusal(COUNTER, { ...good, version: 7 }, { token: supplier.token })).toBe('CONFLICT');
  });

  it('of a signature: session, sight, right, version, state', async () => {
    expect(await refusal(SIGN, { id: UNKNOWN, version: 7 })).toBe('UNAUTHENTICATED');
    expect(await refusal(SIGN, { id: contract, version: 7 }, { token: stranger.token })).toBe('NOT_FOUND');
    expect(await refusal(SIGN, { id: contract, version: 7 }, { token: manager })).toBe('FORBIDDEN');
    expect(await refusal(SIGN, { id: contract, version: 7 }, { token: buyer.token })).toBe('CONFLICT');
    const declined = await offerReadyToSign(lienket, supplier, buyer, [{ listingId: null, quantityKg: '1' }]);
    await lienket.ask(
      'mutation ($id: ID!) { declineContract(id: $id, reason: "no") { id } }',
      { id: declined },
      supplier,
    );
    expect(await refusal(SIGN, { id: declined, version: 7 }, { token: buyer.token })).toBe('CONFLICT');
    expect(await refusal(SIGN, { id: declined, version: 1 }, { token: buyer.token })).toBe('INVALID_STATE');
  });

  it('of a listing: form, session, key, sight, right, rules, quantity', async () => {
    const wrong = posting({ commodityCode: 'nothing', availableTo: '2029-01-01' });
    expect(await refusal(UPDATE, { id: UNKNOWN, input: { ...wrong, quantityKg: '0' } })).toBe(
      'INVALID_INPUT input.quantityKg',
    );
    expect(await refusal(UPDATE, { id: UNKNOWN, input: wrong })).toBe('UNAUTHENTICATED');
    expect(await refusal(UPDATE, { id: UNKNOWN, input: wrong }, { token: supplier.token })).toBe('NOT_FOUND');
    expect(await refusal(UPDATE, { id: lot, input: wrong }, { token: stranger.token })).toBe('FORBIDDEN');
    expect(await refusal(UPDATE, { id: lot, input: wrong }, { token: manager })).toBe('FORBIDDEN');
    expect(await refusal(UPDATE, { id: lot, input: wrong }, { token: supplier.token })).toMatch(
      /^INVALID_INPUT input\./,
    );
  });

  it('of an organization: form, session, sight, right, rules, state', async () => {
    const id = stranger.organizationId;
    const late = { status: 'PENDING', on: '2099-01-01' };
    expect(await refusal(STATUS, { id: UNKNOWN, ...late, reason: '' })).toBe('INVALID_INPUT reason');
    expect(await refusal(STATUS, { id: UNKNOWN, ...late })).toBe('UNAUTHENTICATED');
    expect(await refusal(STATUS, { id: UNKNOWN, ...late }, { token: manager })).toBe('NOT_FOUND');
    expect(await refusal(STATUS, { id, ...late }, { token: elsewhere })).toBe('FORBIDDEN');
    expect(await refusal(STATUS, { id, ...late }, { token: stranger.token })).toBe('FORBIDDEN');
    expect(await refusal(STATUS, { id, ...late }, { token: manager })).toBe('INVALID_INPUT effectiveOn');
    expect(await refusal(STATUS, { id, status: 'PENDING' }, { token: manager })).toBe('INVALID_STATE');
    const moved = { provinceCode: 'nothing', latitude: 10 };
    expect(await refusal(CHANGE, { id, input: moved }, { token: buyer.token })).toBe('FORBIDDEN');
    expect(await refusal(CHANGE, { id, input: moved }, { token: stranger.token })).toBe('FORBIDDEN input.provinceCode');
    expect(await refusal(CHANGE, { id, input: moved }, { token: manager })).toMatch(/^INVALID_INPUT input\./);
  });

  it('of a document with two mutations: its key has no place', async () => {
    const two = 'mutation ($id: ID!) { a: withdrawListing(id: $id) { id } b: withdrawListing(id: $id) { id } }';
    expect(await refusal(two, { id: UNKNOWN }, { key: 'k' })).toBe('UNAUTHENTICATED');
    expect(await refusal(two, { id: UNKNOWN }, { token: supplier.token, key: 'k' })).toBe('INVALID_INPUT');
    expect(await refusal(two, { id: UNKNOWN }, { token: supplier.token })).toBe('NOT_FOUND');
  });
});

describe('a bad token', () => {
  it.each([
    '{ me { id } }',
    '{ provinces { code } }',
    '{ commodities { code } }',
    '{ participation { rate } }',
    '{ __typename }',
    '{ __schema { description } }',
    'mutation { signIn(login: "a@b.vn", password: "x") { token } }',
  ])('is UNAUTHENTICATED also where no session is needed: %s', async (document) => {
    for (const token of ['nonsense', 'a'.repeat(43), ' '])
      expect(await refusal(document, {}, { token })).toBe('UNAUTHENTICATED');
  });

  it('is one that was signed out', async () => {
    const token = await lienket.signIn('elsewhere@example.vn');
    await lienket.ask('mutation { signOut }', {}, { token });
    expect(await refusal('{ provinces { code } }', {}, { token })).toBe('UNAUTHENTICATED');
  });

  it('comes after the form of the values', async () => {
    expect(
      await refusal(
        'query ($first: Int) { organizations(first: $first) { totalCount } }',
        { first: 0 },
        { token: 'bad' },
      ),
    ).toBe('INVALID_INPUT first');
  });
});

describe('what a viewer may not see', () => {
  const queries = ['organization', 'listing', 'demand', 'contract'];
  const mutations = [
    'withdrawListing(id: $id) { id }',
    'withdrawDemand(id: $id) { id }',
    'signContract(id: $id, expectedVersion: 1) { id }',
    'declineContract(id: $id, reason: "no") { id }',
    'withdrawContract(id: $id) { id }',
    'terminateContract(id: $id, reason: "no") { id }',
    'claimOrganization(organizationId: $id)',
  ];

  it.each(queries)('is null in %s, like what does not exist', async (field) => {
    const hidden = field === 'contract' ? [contract] : [];
    for (const id of [UNKNOWN, ...IMPOSSIBLE, ...hidden]) {
      const answer = await lienket.send(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id }, stranger);
      expect(answer).toEqual({ data: { [field]: null } });
    }
  });

  it.each(mutations)('is NOT_FOUND in %s, like what does not exist', async (field) => {
    const asking = field.startsWith('claim') ? { token: await newcomer() } : stranger;
    const hidden = field.includes('Contract') ? [contract] : [];
    const answers = await Promise.all(
      [UNKNOWN, ...IMPOSSIBLE, ...hidden].map((id) => lienket.send(`mutation ($id: ID!) { ${field} }`, { id }, asking)),
    );
    const [first, ...others] = answers.map(({ errors }) => errors);
    expect(first).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    for (const other of others) expect(other).toEqual(first);
  });

  it('is INVALID_INPUT where it is referred to, like what does not exist', async () => {
    for (const id of [UNKNOWN, ...IMPOSSIBLE]) {
      const input = offer({ listingId: id });
      expect(
        await refusal(
          'mutation ($input: OfferContractInput!) { offerContract(input: $input) { id } }',
          { input },
          buyer,
        ),
      ).toBe('INVALID_INPUT input.lines.0.listingId');
    }
  });

  const newcomer = async () => {
    const { signUp } = await lienket.ask<{ signUp: { token: string } }>(
      'mutation { signUp(login: "new@example.vn", password: "a long enough password") { token } }',
    );
    return signUp.token;
  };
});
