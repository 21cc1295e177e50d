/* global document -- of the page, in which some of this runs */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { ask, startWorker } from './our-server.mjs';
import { untilIdle } from './peer-process.mjs';

/** How many take part, among the facts of the first card. */
const PARTICIPATING = 'main dl dd';
const SEEN_WITHIN_MS = 30_000;
const DAY_MS = 86_400_000;

/** How long after a signature, sent by somebody else, a visitor's dashboard counts its supplier, so many times. @returns milliseconds */
export async function signatureToScreen({ browser, ours, database, signatures, shutdown }) {
  const worker = await startWorker({ url: database.url, pool: 4, shutdown });
  await untilIdle(worker, database);
  const buyer = (await ask(ours, '{ me { organization { id } } }')).me.organization.id;
  const suppliers = await outsiders(ours, database.url, signatures);
  const offers = [];
  for (const supplier of suppliers) offers.push(await offerSignedBy(supplier, buyer, ours));

  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`${ours.url}/participation`);
  await page.waitForSelector(PARTICIPATING);
  await page.waitForNetworkIdle();
  const times = [];
  for (const id of offers) {
    const before = await page.$eval(PARTICIPATING, (fact) => fact.textContent);
    const from = performance.now();
    const seen = page.waitForFunction(
      (fact, said) => document.querySelector(fact).textContent !== said,
      { polling: 'mutation', timeout: SEEN_WITHIN_MS },
      PARTICIPATING,
      before,
    );
    await ask(ours, 'mutation ($id: ID!) { signContract(id: $id, expectedVersion: 1) { id } }', { id });
    await seen;
    times.push(performance.now() - from);
    await page.waitForNetworkIdle();
  }
  await context.close();
  await worker.end();
  return times;
}

/** Somebody signed in for each of so many cooperatives that take no part yet. */
async function outsiders(ours, url, count) {
  const query =
    'query ($first: Int!) { organizations(filter: { participates: false, kinds: [COOPERATIVE] }, first: $first) { nodes { id } } }';
  const { nodes } = (await ask(ours, query, { first: count })).organizations;
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const people = [];
  for (const { id: organizationId } of nodes) {
    const [userId, token] = [randomUUID(), randomBytes(32).toString('base64url')];
    await owner.query(
      `insert into identity.app_user (id, login, password_hash, role, organization_id, organization_role, created_at)
       values ($1, cast($1 as uuid) || '@example.vn', 'nobody signs in by password', 'TRADER', $2, 'OWNER', now())`,
      [userId, organizationId],
    );
    await owner.query(
      `insert into identity.session (token_digest, user_id, created_at, expires_at) values ($1, $2, now(), now() + interval '1 hour')`,
      [createHash('sha256').update(token).digest(), userId],
    );
    people.push({ organizationId, headers: { authorization: `Bearer ${token}` } });
  }
  await owner.end();
  return people;
}

/** An offer of the buyer's that waits for the buyer's signature alone. @returns its id */
async function offerSignedBy({ organizationId, headers }, buyer, ours) {
  const input = {
    form: 'PROCESSING',
    startsOn: dayAhead(0),
    endsOn: dayAhead(365),
    parties: [
      { organizationId, roles: ['PRODUCER'] },
      { organizationId: buyer, roles: ['PROCESSOR'], lead: true },
    ],
    lines: [
      {
        supplierId: organizationId,
        buyerId: buyer,
        commodityCode: 'milled_rice',
        quantityKg: '1000',
        priceVndPerKg: '15000',
      },
    ],
  };
  const { offerContract } = await ask(
    ours,
    'mutation ($input: OfferContractInput!) { offerContract(input: $input) { id } }',
    { input },
  );
  const { id } = offerContract;
  await ask({ ...ours, headers }, 'mutation ($id: ID!) { signContract(id: $id, expectedVersion: 1) { id } }', { id });
  return id;
}

const dayAhead = (days) => new Date(Date.now() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
