import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { openTestDatabase, type OpenTestDatabase } from '../../../test/support/database.js';
import { Commands, OutcomeUnknownError, UnavailableError } from './commands.js';
import { type Database, type Transaction } from './database.js';
import { announce, takeAnnouncements } from './outbox.js';
import { accept, refuse } from './result.js';

describe('a command', () => {
  let testDatabase: OpenTestDatabase;
  let database: Database;
  let commands: Commands;

  beforeAll(async () => {
    testDatabase = await openTestDatabase(6);
    ({ database } = testDatabase);
    commands = new Commands(database);
  });

  afterAll(() => testDatabase.close());

  const note = (tx: Transaction, topic: string) => announce(tx, { topic, payload: {} });
  const notes = async (topic: string) =>
    (await database.query(sql`select from platform.outbox where topic = ${topic}`)).length;
  const wish = (key: string, fingerprint = 'the same') => ({
    userId: '00000000-0000-7000-8000-000000000001',
    key,
    fingerprint,
  });

  it('leaves nothing behind when it is refused', async () => {
    const result = await commands.run(async (tx) => {
      await note(tx, 'refused');
      return refuse({ code: 'FORBIDDEN' });
    });
    expect(result).toEqual({ ok: false, refusal: { code: 'FORBIDDEN' } });
    expect(await notes('refused')).toBe(0);
  });

  it('leaves nothing behind when it fails, and the fault comes through', async () => {
    const failing = commands.run(async (tx) => {
      await note(tx, 'failed');
      throw new RangeError('a bug');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await notes('failed')).toBe(0);
  });

  it('is carried out again after a collision, from the beginning', async () => {
    let tries = 0;
    const result = await commands.run(async (tx) => {
      tries += 1;
      await note(tx, 'collided');
      if (tries < 3) await tx.query(sql`do $$ begin raise exception using errcode = '40001'; end $$`);
      return accept(tries);
    });
    expect(result).toEqual(accept(3));
    expect(await notes('collided')).toBe(1);
  });

  it('is done once for one key, however often and however much at once it is sent', async () => {
    const key = randomUUID();
    const once = () =>
      commands.run(
        async (tx) => {
          await note(tx, key);
          return accept(randomUUID());
        },
        { idempotency: wish(key) },
      );
    const answers = await Promise.all(Array.from({ length: 8 }, once));
    answers.push(await once());
    expect(new Set(answers.map((answer) => answer.ok && answer.value)).size).toBe(1);
    expect(await notes(key)).toBe(1);
  });

  it('is refused under the key of another wish', async () => {
    const key = randomUUID();
    await commands.run(() => Promise.resolve(accept(1)), { idempotency: wish(key) });
    expect(await commands.run(() => Promise.resolve(accept(2)), { idempotency: wish(key, 'another') })).toEqual(
      refuse({ code: 'CONFLICT' }),
    );
  });

  it('says that the outcome is unknown when the connection breaks while committing', async () => {
    await database.query(sql`create table public.fragile (id integer)`);
    await database.query(sql`
      create function public.break_connection() returns trigger language plpgsql as $$
      begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`);
    await database.query(sql`
      create constraint trigger breaks_at_commit after insert on public.fragile deferrable initially deferred
      for each row execute function public.break_connection()`);
    const breaking = commands.run(async (tx) => {
      await tx.query(sql`insert into public.fragile values (1)`);
      return accept(null);
    });
    await expect(breaking).rejects.toThrow(OutcomeUnknownError);
  });

  it('says that nothing was changed when the connection breaks before', async () => {
    const breaking = commands.run(async (tx) => {
      await note(tx, 'cut off');
      await tx.query(sql`select pg_terminate_backend(pg_backend_pid())`);
      return accept(null);
    });
    await expect(breaking).rejects.toThrow(UnavailableError);
    expect(await notes('cut off')).toBe(0);
  });

  it('leaves announcements in the outbox when their effect fails, oldest first for the next', async () => {
    await database.transaction(async (tx) => {
      await announce(tx, { topic: 'order', payload: { at: 1 } }, { topic: 'order', payload: { at: 2 } });
    });
    const failing = database.transaction(async (tx) => {
      await takeAnnouncements(tx, ['order'], 1);
      throw new Error('the effect failed');
    });
    await expect(failing).rejects.toThrow('the effect failed');
    const taken = await database.transaction((tx) => takeAnnouncements<{ at: number }>(tx, ['order'], 1));
    expect(taken).toEqual([{ at: 1 }]);
  });
});
