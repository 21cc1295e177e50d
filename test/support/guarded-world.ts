import { actorOf, identityEntities, type Viewer } from '@lienket/identity';
import { Clock, Database } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { loadDemo } from '../../database/demo/load-demo.js';
import { createTestDatabase } from './database.js';

/** Of no organization; whoever gives it one makes it an OWNER. */
export const TRADER: Viewer = {
  userId: randomUUID(),
  role: 'TRADER',
  organizationId: null,
  organizationRole: null,
  provinceCodes: [],
};

/** The demo data set, and its owner, who sees all of it and can take on the API's role and any viewer's part. */
export async function openGuardedWorld() {
  const server = await createTestDatabase();
  const clock = new Clock();
  const database = await Database.connect(server.url, 1, identityEntities);
  await loadDemo(database, clock);
  await database.close();
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  const today = clock.today();
  return {
    url: server.url,
    owner,
    today,
    column: async (statement: string, values: unknown[] = []): Promise<string[]> =>
      (await owner.query<{ it: string }>(statement, values)).rows.map(({ it }) => it),
    /** Does something as the API's role on a viewer's behalf, and leaves nothing of it behind. */
    async as<T>(viewer: Viewer | null, work: () => Promise<T>, before?: string): Promise<T> {
      const actor = viewer ? actorOf(viewer, today) : {};
      await owner.query('begin');
      try {
        if (before !== undefined) await owner.query(before);
        await owner.query('set local role lienket_api');
        await owner.query(
          'select set_config(name, value, true) from unnest($1::text[], $2::text[]) as setting (name, value)',
          [Object.keys(actor), Object.values(actor)],
        );
        return await work();
      } finally {
        await owner.query('rollback');
      }
    },
    async close(): Promise<void> {
      await owner.end();
      await server.drop();
    },
  };
}

export type GuardedWorld = Awaited<ReturnType<typeof openGuardedWorld>>;
