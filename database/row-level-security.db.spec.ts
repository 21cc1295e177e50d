import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorOf } from '@lienket/identity';
import { Database, urlOf } from '@lienket/platform';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import sql from 'sql-template-tag';
import { BELOW_CONTRACTS, openGuardedWorld, TRADER, type GuardedWorld } from '../test/support/guarded-world.js';

const REQUESTS = 10_000;
const SEED = Number(process.env['SEED'] ?? randomBytes(4).readUInt32LE());
const GUARDED = [
  'platform.outbox',
  'platform.queue_report',
  'platform.dead_letter',
  'platform.idempotency_record',
  'identity.app_user',
  'identity.invitation',
  'identity.session',
  'identity.openid_attempt',
  'identity.openid_link',
  'identity.access_log',
  'identity.role_decision',
  'identity.consent_event',
  'identity.erasure',
  'contracts.contract',
  'contracts.award',
  'contracts.award_contract',
  ...BELOW_CONTRACTS.map((table) => `contracts.${table}`),
  'imports.import',
  'imports.import_file',
  'imports.rejected_file',
  'market.listing_photo',
  'notices.email',
  'notices.notice',
  'notices.read_mark',
  'matching.round',
  'matching.round_allocation',
  'matching.round_file',
  'matching.round_shadow_price',
].sort();
/** The only ways across tenants. Who adds one says in docs/security.md what it answers. */
const ACROSS = [
  'contracts.is_made_by_viewer',
  'contracts.is_seen',
  'contracts.supply_record',
  'identity.consenting',
  'identity.consents',
  'identity.credentials_of',
  'identity.drop_own_invitations',
  'identity.exchange_password',
  'identity.give_role',
  'identity.give_user_role',
  'identity.has_password',
  'identity.has_users',
  'identity.keep_openid_attempt',
  'identity.keep_password',
  'identity.let_go',
  'identity.link_user',
  'identity.lock_administrators',
  'identity.lock_people',
  'identity.people_of',
  'identity.sees_people_of',
  'identity.sees_person',
  'identity.take_openid_attempt',
  'identity.trader_of_login',
  'identity.use_invitation',
  'identity.user_of_openid',
  'identity.user_of_session',
  'matching.takes_part',
  'platform.outbox_depth',
  'registry.waiting_claims',
];

let world: GuardedWorld;
beforeAll(async () => {
  world = await openGuardedWorld();
});
afterAll(() => world.close());

describe('the roles of the database', () => {
  it('own nothing, and can neither pass row-level security by nor make roles or databases', async () => {
    const roles = await world.owner.query(
      `select rolname, rolcanlogin, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty
       from pg_roles where rolname like 'lienket\\_%' order by rolname`,
    );
    expect(roles.rows).toEqual([
      { rolname: 'lienket_api', rolcanlogin: true, mighty: false },
      { rolname: 'lienket_sight', rolcanlogin: false, mighty: false },
      { rolname: 'lienket_worker', rolcanlogin: true, mighty: false },
    ]);
    expect(
      await world.column(`
        select relname as it from pg_class where relowner in (select oid from pg_roles where rolname like 'lienket\\_%')
        union all select nspname from pg_namespace where nspowner in (select oid from pg_roles where rolname like 'lienket\\_%')
        union all select proname from pg_proc where proowner in (select oid from pg_roles where rolname in ('lienket_api', 'lienket_worker'))`),
    ).toEqual([]);
    expect(
      await world.column(
        `select member.rolname as it from pg_auth_members join pg_roles member on member.oid = member where member.rolname like 'lienket\\_%'`,
      ),
    ).toEqual([]);
  });

  it('keep the API from asking for longer than two seconds', async () => {
    const api = new pg.Client({ connectionString: urlOf('lienket_api', { DATABASE_URL: world.url }) });
    await api.connect();
    await expect(api.query('select pg_sleep(10)')).rejects.toMatchObject({ code: '57014' });
    await api.end();
  });

  it('keep password hashes, contacts and other secrets from who has no need of them', async () => {
    const readable = await world.column(`
      select role || ' ' || attrelid::regclass || '.' || attname as it from unnest(array['lienket_api', 'lienket_worker']) role, pg_attribute
      where attnum > 0 and (attrelid, attname) in (
        ('identity.app_user'::regclass, 'password_hash'), ('registry.organization'::regclass, 'contact_phone'),
        ('registry.organization'::regclass, 'tax_code'), ('contracts.contract'::regclass, 'number'), ('identity.session'::regclass, 'token_digest'))
        and has_column_privilege(role, attrelid, attname, 'select') order by it`);
    expect(readable).toEqual([
      'lienket_api contracts.contract.number',
      'lienket_api identity.session.token_digest',
      'lienket_api registry.organization.contact_phone',
      'lienket_api registry.organization.tax_code',
      'lienket_worker contracts.contract.number',
    ]);
  });

  it('let nobody else read or write any table', async () => {
    expect(
      await world.column(`
        select c.oid::regclass::text as it from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) acl
        where n.nspname in ('platform', 'identity', 'registry', 'market', 'contracts', 'imports', 'notices', 'participation', 'matching', 'bullmq')
          and acl.grantee not in (select oid from pg_roles where rolname in ('lienket_api', 'lienket_worker', 'lienket_sight', current_user))`),
    ).toEqual([]);
  });
});

describe('row-level security', () => {
  it('holds, for the owner too, on users, sessions, keys, the outbox, contracts and every table beside them', async () => {
    const guarded = `select c.oid::regclass::text as it from pg_class c where relrowsecurity and relforcerowsecurity order by it`;
    expect(await world.column(guarded)).toEqual(GUARDED);
    expect(
      await world.column(
        `select c.oid::regclass::text as it from pg_class c where relkind = 'r' and relnamespace = 'contracts'::regnamespace order by it`,
      ),
    ).toEqual(GUARDED.filter((table) => table.startsWith('contracts.')));
  });

  it('holds through every view', async () => {
    expect(
      await world.column(`
        select c.oid::regclass::text as it from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where relkind in ('v', 'm') and nspname in ('platform', 'identity', 'registry', 'market', 'contracts', 'imports', 'notices', 'participation', 'matching')
          and not coalesce(reloptions @> '{security_invoker=true}', false)`),
    ).toEqual([]);
  });

  it('reads, for a manager, the profiles of parties alone, also where the planner would rather read all', async () => {
    const count = async (statement: string) => Number((await world.column(statement))[0]);
    const profilesRead = () =>
      count(`select seq_tup_read + idx_tup_fetch as it from pg_stat_xact_user_tables
             where relid = 'registry.organization_profile'::regclass`);
    const parties = await count('select count(*) as it from contracts.contract_party');
    const largest = await world.column(
      'select province_code as it from registry.organization_profile group by 1 order by count(*) desc limit 1',
    );
    await world.owner.query('discard plans');
    const ask = async () => {
      const before = await profilesRead();
      expect(await count('select count(*) as it from contracts.contract')).toBeGreaterThan(0);
      expect((await profilesRead()) - before).toBeLessThanOrEqual(parties);
    };
    await world.as(
      { ...TRADER, role: 'PROGRAM_MANAGER', provinceCodes: largest },
      ask,
      'set local enable_nestloop = off',
    );
  });

  it('is passed by in these functions alone, whose search path is fixed and which not everybody may call', async () => {
    const across = await world.owner.query(`
      select p.oid::regproc::text as name, proowner::regrole::text as owner, proconfig::text as config,
        exists (select from aclexplode(proacl) acl where acl.grantee = 0) as public
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where prosecdef and nspname not in ('pg_catalog', 'information_schema') order by name`);
    expect(across.rows).toEqual(
      ACROSS.map((name) => ({ name, owner: 'lienket_sight', config: '{"search_path=\\"\\""}', public: false })),
    );
  });
});

describe('a connection that many share', () => {
  it('never keeps whose it was, whatever breaks off', async () => {
    console.info(`seed ${String(SEED)}`);
    const { rows: traders } = await world.owner.query<{ id: string; organizationId: string }>(
      `select id, organization_id as "organizationId" from identity.app_user where organization_id is not null limit 50`,
    );
    await world.owner.query(`insert into platform.idempotency_record select unnest($1::uuid[]), 'key', '', '', now()`, [
      traders.map(({ id }) => id),
    ]);
    const keys = sql`select user_id as id from platform.idempotency_record`;
    const api = await Database.connect(urlOf('lienket_api', { DATABASE_URL: world.url }), 1, []);
    const asked = { theirs: 0, nobodys: 0, broken: 0, foreign: 0 };
    const notOf = (id: string | null, rows: readonly { id: string }[]) =>
      rows.length === (id === null ? 0 : 1) && rows.every((row) => row.id === id) ? 0 : 1;
    const ways = fc.sample(fc.tuple(fc.nat(traders.length - 1), fc.nat(6)), { numRuns: REQUESTS, seed: SEED });
    for (const [index, way] of ways) {
      const { id, organizationId } = traders[index] ?? { id: '', organizationId: '' };
      const actor = actorOf({ ...TRADER, userId: id, organizationId, organizationRole: 'OWNER' }, world.today);
      if (way === 0) {
        asked.nobodys += 1;
        asked.foreign += notOf(null, await api.query(keys));
      } else if (way === 1) {
        asked.broken += 1;
        await expect(api.as(actor).query(sql`select 1 / 0`)).rejects.toMatchObject({ code: '22012' });
      } else if (way === 2) {
        asked.broken += 1;
        const undone = api.transaction(async (tx) => {
          await tx.query(keys);
          throw new Error('undone');
        }, actor);
        await expect(undone).rejects.toThrow('undone');
      } else {
        asked.theirs += 1;
        const answer =
          way === 3
            ? api.transaction((tx) => tx.query<{ id: string }>(keys), actor)
            : api.as(actor).query<{ id: string }>(keys);
        asked.foreign += notOf(id, await answer);
      }
    }
    await api.close();
    console.info('requests over one connection', asked);
    expect(asked.foreign).toBe(0);
    expect(Math.min(asked.theirs, asked.nobodys, asked.broken)).toBeGreaterThan(REQUESTS / 20);
  });
});
