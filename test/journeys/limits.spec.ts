import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCrowd, type Member } from '../support/crowd.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { createLot, offerReadyToSign, SIGN } from '../support/offers.js';
import { RawSocket } from '../support/raw-socket.js';

const DAYS = ['2026-01-01', '2026-03-01', '2026-05-01', '2026-07-01', '2026-09-01', '2026-11-01'];
const onSixDays = (field: string) => DAYS.map((day, n) => `d${String(n)}: ${field}(asOf: "${day}")`).join(' ');
const numbered = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');

const SMALL = `id kind name taxCode commune province { code nameVi nameEn region } location { latitude longitude } chainRoles status
  memberCount agricultural highTech createdAt contact { name phone email } rating { year score band } ${onSixDays('participates')}`;
const ORGANIZATION = `${SMALL} memberOf { ${SMALL} }`;
const PAGE = 'pageInfo { hasNextPage endCursor } totalCount';
const ORGANIZATIONS = `{ organizations(first: 100) { ${PAGE} nodes { ${ORGANIZATION} } } }`;
const CONTRACT = `id number origin status form version terms evidence startsOn endsOn validUntil signedOn terminatedOn createdAt
  ${onSixDays('inForce')} commodities { code nameVi nameEn hsCode perishableDays grades tradeUnit kgPerTradeUnit }
  parties { roles lead signedAt organization { ${ORGANIZATION} } }
  lines { id variety grade quantityKg acceptedKg priceMechanism priceVndPerKg commodity { code nameVi } supplier { id name rating { band } memberOf { id name } } buyer { id name }
    listing { id quantityKg remainingKg status } demand { id quantityKg remainingKg status } }`;
const CONTRACTS = `{ contracts(first: 100) { ${PAGE} nodes { ${CONTRACT} } } }`;
const FIGURE = '{ rate participating counted target { share dueOn } excluded { reason count } knownAt }';

describe('a document', () => {
  let lienket: Lienket;
  let buyer: Member;

  beforeAll(async () => {
    lienket = await startLienket();
    const database = lienket.owner;
    const suppliers = await addCrowd(database, 'COOPERATIVE', 120, 'PRODUCER');
    [buyer] = (await addCrowd(database, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    for (const supplier of suppliers.slice(0, 10)) {
      const lot = await createLot(lienket, supplier, '1000');
      await offerReadyToSign(lienket, supplier, buyer, [{ listingId: lot, quantityKg: '100' }]);
    }
  });

  afterAll(() => lienket.close());

  it('may ask for a page of 100 organizations with everything on them', async () => {
    const { organizations } = await lienket.ask<{ organizations: { nodes: object[] } }>(ORGANIZATIONS, {}, buyer);
    expect(organizations.nodes).toHaveLength(100);
  });

  it('may ask for a page of 100 contracts with everything on them', async () => {
    const { contracts } = await lienket.ask<{ contracts: { nodes: object[]; totalCount: number } }>(
      CONTRACTS,
      {},
      buyer,
    );
    expect(contracts.nodes[0]).toMatchObject({ d0: false, parties: [{ roles: ['PRODUCER'] }, { lead: true }] });
  });

  it('may ask for a page of 100 listings, each with its best matches', async () => {
    const document =
      '{ listings(first: 100) { nodes { id organization { name } matches(first: 5) { nodes { score demand { id buyer { name } } parts { criterion value weight reason } } } } } }';
    await lienket.ask(document, {}, buyer);
  });

  it('may ask for a dashboard of figures at once', async () => {
    const series = 'from: "2025-01-01", to: "2026-11-22"';
    await lienket.ask(
      `{ ${numbered(6, (n) => `s${String(n)}: participationSeries(${series}) { rate asOf }`)} p: participation ${FIGURE}
        a: participationBy(dimension: PROVINCE) { key rate ${FIGURE} } b: participationBy(dimension: KIND) { key rate ${FIGURE} } }`,
    );
  });

  const levels = (depth: number) =>
    `{ organization(id: "1") ${'{ memberOf '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)} }`;

  it('may be 10 levels deep', async () => {
    await lienket.ask(levels(10), {}, buyer);
  });

  it('may be the one by which tools read the schema', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    await lienket.ask(getIntrospectionQuery());
  });

  it.each([
    [
      '60 series',
      `{ ${numbered(60, (n) => `s${String(n)}: participationSeries(from: "2026-01-01", to: "2026-11-22") { rate }`)} }`,
    ],
    ['16 levels', levels(16)],
    ['5,000 aliases', `{ ${numbered(5000, (n) => `a${String(n)}: me { id }`)} }`],
    ['5,000 aliases of what costs nothing', `{ ${numbered(5000, (n) => `a${String(n)}: __typename`)} }`],
    [
      'a sign-in beside another mutation',
      'mutation { signIn(login: "a@b.vn", password: "x") { token } withdrawListing(id: "1") { id } }',
    ],
    [
      'two sign-ins',
      'mutation { a: signIn(login: "a@b.vn", password: "x") { token } b: signIn(login: "a@b.vn", password: "y") { token } }',
    ],
    [
      'a sign-up beside another mutation in a fragment',
      'mutation { ...rest signOut } fragment rest on Mutation { signUp(login: "a@b.vn", password: "long enough one") { token } }',
    ],
    [
      'a page of pages of matches',
      '{ listings(first: 100) { nodes { matches(first: 100) { nodes { listing { organization { name } } } } } } }',
    ],
  ])('with %s is QUERY_TOO_COMPLEX', async (_, query) => {
    const startedAt = performance.now();
    const response = await fetch(`${lienket.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${buyer.token}` },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('the schema', () => {
  it('is kept to itself where it is said so, over HTTP and on the socket', async () => {
    const lienket = await startLienket({ LIENKET_INTROSPECTION: 'off', LIENKET_ROLE: 'api' });
    const socket = await RawSocket.open(lienket.url);
    for (const ask of [lienket.send, socket.ask.bind(socket)]) {
      const { errors } = await ask('{ __schema { types { name } } }');
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(await ask('{ __typename provinces { code } }')).not.toHaveProperty('errors');
    }
    socket.close();
    await lienket.close();
  });
});

describe('a socket', () => {
  it('takes no more at once than HTTP does, and stands at one path', async () => {
    const lienket = await startLienket({ LIENKET_ROLE: 'api' });
    const socket = await RawSocket.open(lienket.url);
    await socket.ask('{ me { id } }', { text: 'x'.repeat(2_000_000) });
    expect(socket.closed?.code).toBe(1009);
    await expect(RawSocket.open(`${lienket.url}/elsewhere`)).rejects.toThrow(/404/);
    await lienket.close();
  });
});

describe('an account', () => {
  let lienket: Lienket;
  let supplier: Member;
  let buyer: Member;
  let lot: string;

  beforeAll(async () => {
    lienket = await startLienket({
      LIENKET_OFFERS_PER_MINUTE: '3',
      LIENKET_SIGNATURES_PER_MINUTE: '2',
      LIENKET_SIGN_UPS_PER_HOUR: '2',
    });
    const database = lienket.owner;
    [supplier] = (await addCrowd(database, 'COOPERATIVE', 1, 'PRODUCER')) as [Member];
    [buyer] = (await addCrowd(database, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    lot = await createLot(lienket, supplier, '1000');
  });

  afterAll(() => lienket.close());

  const limited = { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }] };
  const COUNTER =
    'mutation ($id: ID!) { counterContract(id: $id, expectedVersion: 1, input: { form: SPOT_SALE, startsOn: "2030-01-01", endsOn: "2030-01-01", parties: [{ organizationId: $id, roles: [PRODUCER] }, { organizationId: $id, roles: [PROCESSOR] }], lines: [{ supplierId: $id, buyerId: $id, commodityCode: "milled_rice", quantityKg: "1", priceVndPerKg: "1" }] }) { id } }';

  it('makes so many offers and counter-offers a minute, refused ones too, and no more', async () => {
    await offerReadyToSign(lienket, supplier, buyer, [{ listingId: lot, quantityKg: '1' }]);
    const nowhere = { id: '0190d1c2-0000-7000-8000-000000000000' };
    for (let n = 0; n < 2; n += 1)
      expect(await lienket.send(COUNTER, nowhere, buyer)).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
    const answer = await lienket.send(COUNTER, nowhere, buyer);
    expect(answer).toMatchObject(limited);
    const retryAfterSeconds = answer.errors?.[0]?.extensions['retryAfterSeconds'];
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(await lienket.send(COUNTER, nowhere, supplier)).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('signs so many times a minute and no more, counted apart from its offers', async () => {
    const nowhere = { id: '0190d1c2-0000-7000-8000-000000000000' };
    for (let n = 0; n < 2; n += 1)
      expect(await lienket.send(SIGN, nowhere, buyer)).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
    expect(await lienket.send(SIGN, nowhere, buyer)).toMatchObject(limited);
    expect(await lienket.send('{ me { id } }', {}, buyer)).toMatchObject({ data: { me: {} } });
  });

  it('is one of so many that an address opens in an hour', async () => {
    const sign = (n: number) =>
      lienket.send(
        `mutation { signUp(login: "person${String(n)}@example.vn", password: "a long enough password") { token } }`,
      );
    for (let n = 0; n < 2; n += 1) expect(await sign(n)).not.toHaveProperty('errors');
    expect(await sign(3)).toMatchObject(limited);
  });
});
