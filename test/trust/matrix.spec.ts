import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import { startLienket, TestClock, type Answer, type Lienket } from '../support/lienket.js';
import { everyRow, type Row, type Wish } from '../support/matrix-rows.js';
import { addColleague, addNewcomer } from '../support/people.js';
import { letterOf } from '../support/outcome-letters.js';
import { RawSocket } from '../support/raw-socket.js';
import { openRivalMarket, RIVAL_NOON, type RivalMarket } from '../support/rival-market.js';
import { SCHEMA } from '../support/two-worlds.js';
import { MATRIX, VIEWERS } from './matrix.js';

let lienket: Lienket;
let market: RivalMarket;
let rows: Readonly<Record<string, Row>>;
let tokens: Readonly<Record<string, string | undefined>>;

beforeAll(async () => {
  lienket = await startLienket(
    { LIENKET_OFFERS_PER_MINUTE: '100000', LIENKET_SIGN_UPS_PER_HOUR: '100000' },
    new TestClock(new Date(RIVAL_NOON)),
  );
  market = await openRivalMarket(lienket);
  const { homeless, newcomer, farm, mill, stranger, manager80, manager92, country, administrator } = market;
  const traders = [newcomer, farm, mill, stranger].map(({ token }) => token);
  const [reader, trader] = [await addColleague(lienket, farm, 'READER'), await addColleague(lienket, farm, 'TRADER')];
  for (const owner of [newcomer, mill, stranger]) await addColleague(lienket, owner, 'READER');
  const managers = [manager80, manager92, country, administrator];
  const inOrder = [undefined, homeless, ...traders, ...managers, reader.token, trader.token];
  tokens = Object.fromEntries(VIEWERS.map((viewer, place) => [viewer, inOrder[place]]));
  rows = await everyRow(lienket, market, { farmhand: reader.userId, farmer: await idOf(farm.token) });
});
afterAll(() => lienket.close());

const idOf = async (token: string) => (await lienket.ask<{ me: { id: string } }>('{ me { id } }', {}, { token })).me.id;

/** A session more of the same person, to be ended. */
async function secondSession(token: string | undefined): Promise<string | undefined> {
  if (token === undefined) return undefined;
  const second = randomBytes(32).toString('base64url');
  const digestOf = (text: string) => createHash('sha256').update(text).digest();
  await lienket.owner.query(sql`
    insert into identity.session (token_digest, user_id, created_at, expires_at)
    select ${digestOf(second)}, user_id, created_at, expires_at from identity.session where token_digest = ${digestOf(token)}`);
  return second;
}

/** Somebody else of the farm, where the one whom the others are asked for would be gone. */
async function whoLeaves(row: string, viewer: string, token: string | undefined): Promise<string | undefined> {
  const leaves = row.startsWith('leaveOrganization') && (viewer === 'reader' || viewer === 'trader');
  return leaves ? (await addColleague(lienket, market.farm, viewer === 'reader' ? 'READER' : 'TRADER')).token : token;
}

type Way = (wish: Wish, token: string | undefined) => Promise<Answer<{ it?: unknown }>>;
const byHttp: Way = ({ document, variables }, token) =>
  lienket.send(document, variables, token === undefined ? {} : { token });
const bySocket: Way = async ({ document, variables }, token) => {
  const socket = await RawSocket.open(lienket.url, token === undefined ? {} : { authorization: `Bearer ${token}` });
  try {
    return await socket.ask(document, variables);
  } finally {
    socket.close();
  }
};

async function tableBy(way: Way, isIncluded: (row: string) => boolean): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, row] of Object.entries(rows).filter(([name]) => isIncluded(name))) {
    const letters: string[] = [];
    for (const [viewer, token] of Object.entries(tokens)) {
      const fresh =
        name === 'registerOrganization' && viewer === 'homeless' ? (await addNewcomer(lienket)).token : token;
      const asking = name === 'signOut' ? await secondSession(token) : await whoLeaves(name, viewer, fresh);
      letters.push(letterOf(await way(await row(), asking)));
    }
    lines.push(`${name.padEnd(40)} ${letters.join(' ')}`);
  }
  return lines;
}

describe('the matrix of who may do what', () => {
  const stated = MATRIX.trim().split('\n');

  it('names every query, mutation and subscription', () => {
    const types = [SCHEMA.getQueryType(), SCHEMA.getMutationType(), SCHEMA.getSubscriptionType()];
    const fields = types.flatMap((type) => Object.keys(type!.getFields()));
    const named = stated.map((line) => line.split(/[ ,]/)[0]);
    expect(fields.filter((field) => !named.includes(field))).toEqual([]);
    console.info(
      `${stated.length} rows × ${VIEWERS.length} viewers = ${stated.length * VIEWERS.length} cells, each in two ways`,
    );
  });

  it('holds over HTTP', async () => {
    const isStream = (row: string) => /^\w+Changed\b/.test(row);
    expect(await tableBy(byHttp, (row) => !isStream(row))).toEqual(stated.filter((line) => !isStream(line)));
  }, 180_000);

  it('holds on the socket', async () => {
    expect(await tableBy(bySocket, () => true)).toEqual(stated);
  }, 180_000);
});
