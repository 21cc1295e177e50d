import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, ForgetOld, urlOf } from '@lienket/platform';
import sql from 'sql-template-tag';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { keepAttempt, takeAttempt } from './openid-attempt.store.js';
import { identityRetention } from './identity-retention.js';

const ATTEMPT = { state: 'state', nonce: 'nonce', codeVerifier: 'verifier' };
const MINUTE_MS = 60_000;
const now = new Date();
const inMinutes = (count: number) => new Date(now.getTime() + count * MINUTE_MS);

let testDatabase: TestDatabase;
let owner: Database;
let api: Database;
let worker: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = await Database.connect(testDatabase.url, 1, []);
  api = await Database.connect(urlOf('lienket_api', { DATABASE_URL: testDatabase.url }), 1, []);
  worker = await Database.connect(urlOf('lienket_worker', { DATABASE_URL: testDatabase.url }), 1, []);
});

afterAll(async () => {
  for (const database of [owner, api, worker]) await database.close();
  await testDatabase.drop();
});

describe('a sign-in by OpenID Connect that has begun', () => {
  it('is taken once, in time, by who knows its secret', async () => {
    await keepAttempt(api, 'known', ATTEMPT, inMinutes(10));
    await keepAttempt(api, 'late', ATTEMPT, inMinutes(10));
    expect(await takeAttempt(api, 'guessed', now)).toBeNull();
    expect(await takeAttempt(api, 'known', now)).toEqual(ATTEMPT);
    expect(await takeAttempt(api, 'known', now)).toBeNull();
    expect(await takeAttempt(api, 'late', inMinutes(10))).toBeNull();
    expect(await owner.query(sql`select from identity.openid_attempt`)).toEqual([]);
  });

  it('is read by nobody without its secret', async () => {
    for (const database of [api, worker])
      await expect(database.query(sql`select state from identity.openid_attempt`)).rejects.toMatchObject({
        code: '42501',
      });
  });

  it('is thrown away by night when its time is over, and not before', async () => {
    await keepAttempt(api, 'over', ATTEMPT, inMinutes(-1));
    await keepAttempt(api, 'running', ATTEMPT, inMinutes(10));
    const forgetOld = new ForgetOld(worker, identityRetention);
    const due = { what: 'sign-ins by OpenID Connect that nobody finished', count: 1 };
    expect(await forgetOld.due()).toContainEqual(due);
    await forgetOld.handle();
    expect(await forgetOld.due()).toContainEqual({ ...due, count: 0 });
    expect(await takeAttempt(api, 'running', now)).toEqual(ATTEMPT);
  });
});
