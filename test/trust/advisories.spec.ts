import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityEntities } from '@lienket/identity';
import { projectFile, type Database } from '@lienket/platform';
import { readdirSync, readFileSync } from 'node:fs';
import sql from 'sql-template-tag';
import { NOWHERE, SIGN } from '../support/contract-desk.js';
import { answerOf } from '../support/answers.js';
import { PASSWORD, startLienket, TestClock, type Answer, type Lienket } from '../support/lienket.js';
import { addNewcomer } from '../support/people.js';
import { RawSocket } from '../support/raw-socket.js';
import { statementsOf } from '../support/statements.js';
import { deskOf, openRivalMarket, RIVAL_NOON, type RivalMarket } from '../support/rival-market.js';

/** What others got wrong. Each is tried by a test that bears its name, here or beside. */
const ADVISORIES = [
  ...['GHSA-8ghm-q833-cmgp', 'GHSA-3f4x-grmj-89vx', 'GHSA-9vxx-j62q-h56j', 'GHSA-fp4j-ff6j-9793'],
  ...['GHSA-rgjm-ff27-p2hf', 'CVE-2026-40887', 'CVE-2025-60542', 'GHSA-fx4w-v43j-vc45', 'typeorm#12217'],
  ...['GHSA-9q82-xgwf-vj6h', 'CVE-2026-23897', 'GHSA-6q22-g298-grjh', 'GHSA-ph52-67fq-75wj', 'GHSA-8wpr-639p-ccrj'],
  ...['CVE-2026-2293', 'GHSA-85cg-cmq5-qjm7', 'GHSA-p2x3-8689-cwpg', 'CVE-2026-35523', 'neo4j/graphql 7.5.6'],
  ...['GHSA-6f65-4fv2-wwch', 'CVE-2026-22706', 'CVE-2026-27886', 'OpenSign #2218'],
];

const LAST_UNITS = 10;

let lienket: Lienket;
let market: RivalMarket;
let desk: ReturnType<typeof deskOf>;

beforeAll(async () => {
  lienket = await startLienket({ LIENKET_OFFERS_PER_MINUTE: '100000' }, new TestClock(new Date(RIVAL_NOON)));
  market = await openRivalMarket(lienket);
  desk = deskOf(lienket);
});
afterAll(() => lienket.close());

const codeOf = ({ data, errors }: Answer<object>) =>
  errors?.[0]?.extensions.code ?? (Object.values(data ?? {}).every((value) => value === null) ? 'NULL' : 'DONE');

/** Everything that stands in the rooms of the market and the contracts, as one number. */
async function booksOf(): Promise<string> {
  const [row] = await lienket.owner.query<{ digest: string }>(sql`
    select md5(string_agg(content, '' order by content)) as digest from (
      select to_jsonb(l)::text as content from market.listing l union all select to_jsonb(d)::text from market.demand d
      union all select to_jsonb(c)::text from contracts.contract c union all select to_jsonb(d)::text from contracts.delivery d
      union all select to_jsonb(o)::text from registry.organization o union all select to_jsonb(r)::text from registry.rating r
      union all select to_jsonb(u)::text from identity.app_user u) as everything`);
  return row!.digest;
}

describe('what others got wrong', () => {
  it.each(ADVISORIES)('%s has a test that bears its name', (name) => {
    const folder = projectFile('test/trust');
    const tests = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
    // Once in the list above, and once at least where it is tried.
    expect(tests.join('').split(name).length - 1).toBeGreaterThan(1);
  });
});

describe('GHSA-8ghm-q833-cmgp: stock is checked and taken apart', () => {
  it('of two who sign at once for the last unit one gets it', async () => {
    const { farm, mill, stranger } = market;
    for (let round = 0; round < LAST_UNITS; round += 1) {
      const listingId = await desk.post('Listing', farm, { quantityKg: '1' });
      const buyers = [mill, stranger];
      const offers = await Promise.all(
        buyers.map((buyer) => desk.offer(buyer, farm, buyer, { line: { listingId, quantityKg: '1' } })),
      );
      for (const { id } of offers) await lienket.ask(SIGN, { id, version: 1 }, farm);
      const answers = await Promise.all(
        offers.map(({ id }, index) => lienket.send<object>(SIGN, { id, version: 1 }, buyers[index])),
      );
      expect(answers.map(codeOf).sort()).toEqual(['DONE', 'INSUFFICIENT_QUANTITY']);
    }
  });
});

describe('GHSA-3f4x-grmj-89vx, GHSA-9vxx-j62q-h56j: who owns a thing is written by whoever asks', () => {
  it.each(['organizationId', 'ownerId', 'buyerId', 'heldKg', 'status', 'withdrawnAt'])(
    '%s of a posting is nothing that can be sent',
    async (field) => {
      const { farm, rivalFarm, listing } = market;
      const before = await booksOf();
      const input = { commodityCode: 'paddy', quantityKg: '9', availableFrom: '2026-11-22', availableTo: '2026-11-23' };
      const answer = await lienket.send<object>(
        'mutation ($id: ID!, $input: ListingInput!) { updateListing(id: $id, input: $input) { id } }',
        { id: listing, input: { ...input, [field]: rivalFarm.organizationId } },
        farm,
      );
      expect(codeOf(answer)).toBe('INVALID_INPUT');
      expect(await booksOf()).toBe(before);
    },
  );

  it('a buyer reads nothing of what another buyer has', async () => {
    const { mill, stranger, contracts } = market;
    const document = `{ contracts(organizationId: "${mill.organizationId}") { totalCount nodes { id } }
      organization(id: "${mill.organizationId}") { taxCode contact { name phone } }
      contract(id: "${contracts.signed.id}") { id } }`;
    expect(await lienket.ask(document, {}, stranger)).toEqual({
      contracts: { totalCount: 0, nodes: [] },
      organization: { taxCode: null, contact: null },
      contract: null,
    });
  });
});

describe('GHSA-fp4j-ff6j-9793, GHSA-rgjm-ff27-p2hf: things that are seldom thought of are written by strangers', () => {
  it('a stranger changes no posting, delivery, rating, claim or contract of others', async () => {
    const { stranger, listing, demand, farm, contracts } = market;
    const { id, lines } = contracts.signed;
    const posting = 'commodityCode: "paddy", quantityKg: "9"';
    const changes = [
      `updateListing(id: "${listing}", input: { ${posting}, availableFrom: "2026-11-22", availableTo: "2026-11-23" }) { id }`,
      `updateDemand(id: "${demand}", input: { ${posting}, deliverFrom: "2026-11-22", deliverTo: "2026-11-23" }) { id }`,
      `withdrawListing(id: "${listing}") { id }`,
      `withdrawDemand(id: "${demand}") { id }`,
      `recordDelivery(input: { contractId: "${id}", lineId: "${lines[0]!.id}", deliveredOn: "2026-11-22", quantityKg: "1", acceptedKg: "1" }) { id }`,
      `rateOrganization(id: "${farm.organizationId}", year: 2025, score: "1") { id }`,
      `updateOrganization(id: "${farm.organizationId}", input: { memberCount: 1 }) { id }`,
      `setOrganizationStatus(id: "${farm.organizationId}", status: DISSOLVED) { id }`,
      `claimOrganization(organizationId: "${farm.organizationId}")`,
      `approveClaim(organizationId: "${farm.organizationId}", login: "country@example.vn") { id }`,
      `refuseClaim(organizationId: "${farm.organizationId}", login: "country@example.vn") { id }`,
      `declineContract(id: "${contracts.offered.id}", reason: "x") { id }`,
      `withdrawContract(id: "${contracts.offered.id}") { id }`,
      `signContract(id: "${contracts.offered.id}", expectedVersion: 1) { id }`,
      `terminateContract(id: "${id}", reason: "x") { id }`,
    ];
    const before = await booksOf();
    for (const change of changes) {
      const code = codeOf(await lienket.send<object>(`mutation { ${change} }`, {}, stranger));
      expect([change, ['FORBIDDEN', 'NOT_FOUND', 'INVALID_STATE'].includes(code)]).toEqual([change, true]);
    }
    expect(await booksOf()).toBe(before);
  });
});

describe('CVE-2026-40887: a language or an argument becomes SQL', () => {
  const ATTACKS = [
    "vi' OR '1'='1",
    "en'; drop table contracts.contract; --",
    "vi'||pg_sleep(5)||'",
    'vi") union select',
  ];
  const LISTS = `query ($attack: String, $code: ID!) {
    organizations(filter: { text: $attack, provinceCodes: [$code] }) { nodes { name province { nameVi } } }
    listings(filter: { commodityCodes: [$code] }) { nodes { matches { nodes { parts { reason } } } } }
    participation(scope: { provinceCodes: [$code] }) { rate } }`;

  it('whatever they hold, PostgreSQL is sent the same texts', async () => {
    const { token } = market.farm;
    const textsFor = (attack: string) =>
      statementsOf(lienket, () =>
        fetch(`${lienket.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'accept-language': attack, authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: LISTS, variables: { attack, code: attack } }),
        }).then((response) => response.text()),
      );
    const plain = new Set(await textsFor('lua'));
    expect(plain.size).toBeGreaterThan(2);
    for (const attack of ATTACKS) expect(new Set(await textsFor(attack))).toEqual(plain);
  });

  it.each(ATTACKS)('%s is no value of an enum', async (attack) => {
    const wish = { 'participationBy($it)': 'ParticipationDimension', 'organizations($it)': 'OrganizationStatus' };
    for (const [name, type] of Object.entries(wish)) {
      const asked = name.startsWith('organizations')
        ? 'organizations(filter: { statuses: [$it] }) { totalCount }'
        : 'participationBy(dimension: $it) { key }';
      const answer = await lienket.send<object>(`query ($it: ${type}!) { ${asked} }`, { it: attack }, market.farm);
      expect(codeOf(answer)).toBe('INVALID_INPUT');
    }
  });
});

describe('GHSA-q2pj-6v73-8rgj (CVE-2025-60542), GHSA-fx4w-v43j-vc45, typeorm#12217: the form of a value chooses what is asked', () => {
  it('an object or a list for a text changes nothing', async () => {
    const { farm, listing } = market;
    const before = await booksOf();
    const UPDATE = 'mutation ($id: ID!, $input: ListingInput!) { updateListing(id: $id, input: $input) { id } }';
    const input = { commodityCode: 'paddy', quantityKg: '9', availableFrom: '2026-11-22', availableTo: '2026-11-23' };
    for (const strange of [{ held_kg: '0' }, { raw: 'quantity_kg' }, [['9']], { $ne: null }, { toString: 'x' }]) {
      const asObject = await lienket.send<object>(UPDATE, { id: listing, input: { ...input, variety: strange } }, farm);
      const asId = await lienket.send<object>(UPDATE, { id: strange, input }, farm);
      expect([asObject, asId].map(codeOf)).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);
    }
    expect(await booksOf()).toBe(before);
  });

  it('nothing at all for a condition is a fault and never everything, and a direction that is none is not sent', async () => {
    const [User] = identityEntities;
    const asked = (work: (entities: Entities) => Promise<unknown>) =>
      lienket.owner.transaction(({ entities }) => work(entities));
    for (const id of [undefined, null]) {
      await expect(asked((entities) => entities.findBy(User!, { id } as object))).rejects.toThrow();
      await expect(asked((entities) => entities.update(User!, { id }, { login: 'x' }))).rejects.toThrow();
      await expect(asked((entities) => entities.delete(User!, { id }))).rejects.toThrow();
    }
    const direction = 'ASC; drop table identity.session' as 'ASC';
    await asked((entities) => entities.find(User!, { order: { id: direction } }));
    await asked((entities) => entities.query('select from identity.session'));
    await expect(
      asked((entities) => entities.createQueryBuilder(User!, 'u').orderBy('u.id', direction).getMany()),
    ).rejects.toThrow();
  });
});

describe('GHSA-6q22-g298-grjh, GHSA-ph52-67fq-75wj: one document asks for the same a thousand times', () => {
  const times = (count: number, field: string) => Array.from({ length: count }, (_, n) => `a${String(n)}: ${field}`);
  const asking = (fields: readonly string[], token: string) =>
    statementsOf(lienket, () => lienket.send(`{ ${fields.join(' ')} }`, {}, { token }));

  it('twenty times by alias costs no more statements than once', async () => {
    const { farm, contracts } = market;
    for (const field of [
      `contract(id: "${contracts.signed.id}") { parties { organization { name } } lines { listing { remainingKg } } }`,
      `organization(id: "${farm.organizationId}") { rating { band } memberOf { name } participates }`,
    ]) {
      const once = await asking([field], farm.token);
      expect(once).not.toEqual([]);
      const often = await asking(times(20, field), farm.token);
      expect([field, often.length]).toEqual([field, once.length]);
    }
  });

  it('a thousand times costs no more than to see who asks', async () => {
    const field = 'organizations(first: 100) { nodes { id } }';
    const [asker, ...answer] = await asking([field], market.farm.token);
    expect(answer).not.toEqual([]);
    expect(await asking(times(1000, field), market.farm.token)).toEqual([asker]);
  });
});

describe('CVE-2026-2293, GHSA-85cg-cmq5-qjm7: a way in that guards do not stand at', () => {
  it.each([
    '/%67raphql',
    '/graphql/',
    '//graphql',
    '/GRAPHQL',
    '/graphql%2f',
    '/./graphql',
    '/graphql;x',
    '/graphql%00',
  ])('%s asks for nothing that /graphql refuses', async (path) => {
    const response = await fetch(`${lienket.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ contracts { nodes { id } } organizations { nodes { id } } }' }),
    });
    const body = await response.text();
    expect(response.status).toBeLessThan(500);
    expect(body).toMatch(response.status === 200 ? /UNAUTHENTICATED/ : /^(?!.*"nodes")/);
  });

  it('no tool for developers is installed in production', () => {
    const { packages } = JSON.parse(readFileSync(projectFile('package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const installed = Object.entries(packages).filter(([, { dev }]) => dev !== true);
    expect(installed.length).toBeGreaterThan(50);
    expect(installed.map(([path]) => path).filter((path) => /devtools|\/inspector|playground/.test(path))).toEqual([]);
  });
});

describe('GHSA-p2x3-8689-cwpg, neo4j/graphql 7.5.6: the socket believes what HTTP would not', () => {
  const CLAIMS = Buffer.from('{"role":"ADMINISTRATOR","sub":"admin"}').toString('base64url');
  const [none, signed] = ['{"alg":"none"}', '{"alg":"HS256"}'].map((text) => Buffer.from(text).toString('base64url'));

  it.each([
    ['nothing', {}],
    ['a token that signed itself', { authorization: `Bearer ${none!}.${CLAIMS}.` }],
    ['a token that somebody signed', { authorization: `Bearer ${signed!}.${CLAIMS}.c2lnbmF0dXJl` }],
    ['a viewer instead of a token', { viewer: { role: 'ADMINISTRATOR' }, role: 'ADMINISTRATOR', userId: NOWHERE }],
    ['an object for a token', { authorization: { role: 'ADMINISTRATOR' } }],
    ['a token under another name', { Authorization: 'Bearer x', token: 'x', headers: { authorization: 'Bearer x' } }],
  ])('one that is opened with %s is nobody', async (_, init) => {
    const socket = await RawSocket.open(lienket.url, init);
    const [me, contracts] = [await socket.ask('{ me { id } }'), await socket.ask('{ contracts { totalCount } }')];
    const scoped = await socket.ask(
      'subscription { participationChanged(scope: { commodityCodes: ["paddy"] }) { rate } }',
    );
    socket.close();
    expect([me, contracts, scoped].map(codeOf)).not.toContain('DONE');
    expect(codeOf(contracts)).toBe('UNAUTHENTICATED');
    expect(codeOf(scoped)).toBe('UNAUTHENTICATED');
  });
});

describe('CVE-2026-22706, CVE-2026-27886: what was ended lives on, what is hidden can be asked about', () => {
  it('a session that was ended is dead at both doors', async () => {
    const token = await lienket.signIn('country@example.vn');
    const socket = await RawSocket.open(lienket.url, { authorization: `Bearer ${token}` });
    expect(codeOf(await socket.ask('{ contracts { totalCount } }'))).toBe('DONE');
    await lienket.ask('mutation { signOut }', {}, { token });
    expect(codeOf(await lienket.send<object>('{ contracts { totalCount } }', {}, { token }))).toBe('UNAUTHENTICATED');
    // Closed, once the sockets of ended sessions have been looked for in the meantime.
    expect(['UNAUTHENTICATED', 'CLOSED 4401']).toContain(codeOf(await socket.ask('{ contracts { totalCount } }')));
    socket.close();
  });

  it('a changed password ends every session, also one that was stolen', async () => {
    const { login, token } = await addNewcomer(lienket);
    const stolen = await lienket.signIn(login);
    const CHANGE =
      'mutation ($old: String!, $new: String!) { changePassword(currentPassword: $old, newPassword: $new) { token } }';
    const change = { old: PASSWORD, new: 'một mật khẩu khác hẳn' };
    const { changePassword } = await lienket.ask<{ changePassword: { token: string } }>(CHANGE, change, { token });
    const me = async (its: string) => codeOf(await lienket.send<object>('{ me { id } }', {}, { token: its }));
    expect([await me(token), await me(stolen)]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(await me(changePassword.token)).toBe('DONE');
  });

  it('no beginning of a tax code tells a stranger that it is right', async () => {
    const taxCode = '1100456789';
    const count = async (text: string, { token }: { token: string }) =>
      (
        await lienket.ask<{ organizations: { totalCount: number } }>(
          'query ($text: String!) { organizations(filter: { text: $text }) { totalCount } }',
          { text },
          { token },
        )
      ).organizations.totalCount;
    expect(await count(taxCode, market.farm)).toBe(1);
    for (let length = 3; length <= taxCode.length; length += 1)
      expect(await count(taxCode.slice(0, length), market.stranger)).toBe(0);
  });
});

describe('OpenSign #2218: whoever has the id of a document has the document', () => {
  it('the id of a contract is answered like one that was made up, whatever is asked with it', async () => {
    const documents = (id: string) => [
      `{ contract(id: "${id}") { id number terms parties { organization { name contact { name phone } } signedAt } } }`,
      `mutation { signContract(id: "${id}", expectedVersion: 1) { id } }`,
      `mutation { declineContract(id: "${id}", reason: "x") { id } }`,
      `mutation { terminateContract(id: "${id}", reason: "x") { id } }`,
      `mutation { withdrawContract(id: "${id}") { id } }`,
    ];
    const ids = Object.values(market.contracts).map(({ id }) => id);
    for (const token of [undefined, market.homeless, market.stranger.token, market.rivalMill.token, market.manager92]) {
      const told = async (id: string) => {
        const answers = await Promise.all(documents(id).map((document) => answerOf(lienket.url, document, token)));
        return answers.map(({ status, body }) => `${String(status)} ${body.replaceAll(id, 'the id')}`);
      };
      const madeUp = await told(NOWHERE);
      for (const id of ids) expect(await told(id)).toEqual(madeUp);
    }
  });
});

type Entities = Parameters<Parameters<Database['transaction']>[0]>[0]['entities'];
