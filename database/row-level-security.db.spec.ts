import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorOf, type Viewer } from '@lienket/identity';
import { Database, urlOf } from '@lienket/platform';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import sql from 'sql-template-tag';
import { addRounds, openGuardedWorld, TRADER, type GuardedWorld } from '../test/support/guarded-world.js';

const REQUESTS = 10_000;
const SEED = Number(process.env['SEED'] ?? randomBytes(4).readUInt32LE());
const BELOW = ['contract_party', 'contract_version', 'contract_line', 'signature', 'contract_event', 'delivery'];
const GUARDED = [
  'platform.outbox',
  'platform.idempotency_record',
  'identity.app_user',
  'identity.invitation',
  'identity.session',
  'identity.openid_attempt',
  'identity.openid_link',
  'identity.access_log',
  'identity.consent_event',
  'identity.erasure',
  'contracts.contract',
  'contracts.award',
  'contracts.award_contract',
  ...BELOW.map((table) => `contracts.${table}`),
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
  'identity.consents',
  'identity.credentials_of',
  'identity.drop_own_invitations',
  'identity.exchange_password',
  'identity.give_role',
  'identity.has_password',
  'identity.has_users',
  'identity.keep_openid_attempt',
  'identity.keep_password',
  'identity.let_go',
  'identity.link_user',
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
        where n.nspname in ('platform', 'identity', 'registry', 'market', 'contracts', 'participation', 'matching', 'bullmq')
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
        where relkind in ('v', 'm') and nspname in ('platform', 'identity', 'registry', 'market', 'contracts', 'participation', 'matching')
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

  it('shows each viewer of every table just what is theirs', async () => {
    await world.owner.query(
      `insert into identity.openid_link select 'https://issuer.example.vn', login, id, now() from identity.app_user`,
    );
    await world.owner.query(`
      insert into identity.access_log (at, user_id, role, organization_id, kind, request_id)
      select now(), looked.id, looked.role, seen.organization_id, 'CONTACT', gen_random_uuid()
      from identity.app_user looked, identity.app_user seen where looked.role <> 'TRADER' and seen.organization_id is not null`);
    await world.owner.query(`
      insert into identity.invitation (organization_id, login, role, token_digest, created_at, expires_at)
      select id, 'guest@example.vn', 'READER', sha256(id::text::bytea), now(), now() + interval '1 day' from registry.organization`);
    await world.owner.query(`
      insert into identity.consent_event (user_id, purpose, text_version, given, channel, recorded_by, at)
      select id, 'CONTACT_SHOWN_TO_TRADERS', 1, true, 'HERE', id, now() from identity.app_user`);
    await world.owner.query(`
      insert into contracts.award (id, buyer_id, demand_id, created_at)
      select id, offered_by, id, now() from contracts.contract where offered_by is not null`);
    await world.owner.query(`insert into contracts.award_contract select id, id from contracts.award`);
    await addRounds(world.owner);
    for (const viewer of await viewers()) expect(await seenBy(viewer)).toEqual(await shouldSee(viewer));
    const [coop, , province] = await viewers();
    const contracts = async (viewer: Viewer | null | undefined) =>
      (await shouldSee(viewer ?? null)).get('contracts.contract')?.length ?? 0;
    expect(await contracts(coop)).toBeGreaterThan(0);
    expect(await contracts(province)).toBeGreaterThan(await contracts(coop));
    for (const viewer of [coop, province]) {
      const awards = (await shouldSee(viewer ?? null)).get('contracts.award')?.length ?? 0;
      expect(awards).toBeGreaterThan(0);
      expect(awards).toBeLessThan(await contracts(viewer));
    }
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

/** Owners of two buyers, a manager of one province, of the country, an administrator, a reader of the first, a trader of nobody, and nobody. */
async function viewers(): Promise<(Viewer | null)[]> {
  const { rows } = await world.owner.query<Viewer & { login: string }>(
    `select id as "userId", login, role, organization_id as "organizationId", organization_role as "organizationRole", province_codes as "provinceCodes" from identity.app_user
     where login = any ($1) order by array_position($1, login)`,
    [
      [
        'buyer@demo.lienket.vn',
        'buyer2@demo.lienket.vn',
        'province@demo.lienket.vn',
        'manager@demo.lienket.vn',
        'admin@demo.lienket.vn',
      ],
    ],
  );
  expect(rows).toHaveLength(5);
  return [...rows, { ...rows[0]!, organizationRole: 'READER' }, TRADER, null];
}

/** What the API's role is given of each guarded table when it asks for all of it. */
async function seenBy(viewer: Viewer | null): Promise<Map<string, string[]>> {
  return world.as(viewer, () => digests());
}

const KEYS: Readonly<Record<string, string>> = {
  'platform.idempotency_record': `user_id || key`,
  'identity.app_user': 'id::text',
  'identity.invitation': 'id::text',
  'identity.session': `encode(token_digest, 'hex')`,
  'identity.openid_link': 'issuer || subject',
  'identity.access_log': 'id::text',
  'identity.consent_event': 'sequence::text',
  'contracts.contract': 'id::text',
  'contracts.award': 'id::text',
  'contracts.award_contract': 'contract_id::text',
  'contracts.contract_party': 'contract_id::text || organization_id',
  'contracts.contract_version': 'contract_id::text || version',
  'contracts.contract_line': 'id::text',
  'contracts.signature': 'contract_id::text || version || organization_id',
  'contracts.contract_event': 'contract_id::text || sequence',
  'contracts.delivery': 'id::text',
  'matching.round': 'id::text',
  'matching.round_allocation': 'round_id::text || position',
  'matching.round_shadow_price': 'round_id::text || commodity_code',
  'matching.round_file': 'round_id::text',
};

async function digests(conditions: Readonly<Record<string, string>> = {}): Promise<Map<string, string[]>> {
  const seen = new Map<string, string[]>();
  for (const [table, key] of Object.entries(KEYS))
    seen.set(
      table,
      await world.column(['select', key, 'as it from', table, conditions[table] ?? '', 'order by it'].join(' ')),
    );
  return seen;
}

/** The same by design §6, from all rows, by the owner: a trader's own, a manager's provinces', everything, nothing. */
async function shouldSee(viewer: Viewer | null): Promise<Map<string, string[]>> {
  const ids = await contractsOf(viewer);
  const inContracts = `where contract_id in (select unnest('{${ids.join(',')}}'::uuid[]))`;
  const ofUser = (name: string) => (viewer ? `where ${name} = '${viewer.userId}'` : 'where false');
  return digests({
    'platform.idempotency_record': ofUser('user_id'),
    'identity.app_user': ofUser('id'),
    'identity.invitation':
      viewer?.organizationRole === 'OWNER' ? `where organization_id = '${viewer.organizationId!}'` : 'where false',
    'identity.session': ofUser('user_id'),
    'identity.openid_link': ofUser('user_id'),
    'identity.consent_event': ofUser('user_id'),
    'identity.access_log':
      viewer?.role === 'ADMINISTRATOR'
        ? ''
        : viewer?.organizationId
          ? `where organization_id = '${viewer.organizationId}'`
          : ofUser('user_id'),
    'contracts.award': `where id in (${await awardsOf(viewer)})`,
    'contracts.award_contract': `where award_id in (${await awardsOf(viewer)})`,
    'contracts.contract': inContracts.replace('contract_id', 'id'),
    ...Object.fromEntries(BELOW.map((table) => [`contracts.${table}`, inContracts])),
    ...roundsOf(viewer),
  });
}

/** Of their own organization as the buyer, or of buyers of their provinces; as a list for SQL. */
async function awardsOf(viewer: Viewer | null): Promise<string> {
  const { rows } = await world.owner.query<{ id: string; buyerId: string; provinceCode: string }>(
    `select award.id, buyer_id as "buyerId", province_code as "provinceCode" from contracts.award
     join registry.organization_profile profile on profile.organization_id = buyer_id and profile.valid @> $1::date`,
    [world.today],
  );
  const seen = rows.filter(
    ({ buyerId, provinceCode }) =>
      viewer?.role === 'ADMINISTRATOR' ||
      (viewer?.role === 'TRADER' && buyerId === viewer.organizationId) ||
      (viewer?.role === 'PROGRAM_MANAGER' &&
        (viewer.provinceCodes.length === 0 || viewer.provinceCodes.includes(provinceCode))),
  );
  return ['null', ...seen.map(({ id }) => `'${id}'`)].join(', ');
}

/** Conditions: whoever runs a round sees all of it, an organization with an allocation that, the round, and means of three. */
function roundsOf(viewer: Viewer | null): Record<string, string> {
  if (viewer?.role === 'ADMINISTRATOR') return {};
  const isMine = viewer ? `started_by = '${viewer.userId}'` : 'false';
  const isAllotted = viewer?.organizationId ? `'${viewer.organizationId}' in (supplier_id, buyer_id)` : 'false';
  const mine = ['(select id from matching.round where', isMine, ')'];
  const allotted = ['(select round_id from matching.round_allocation where', isAllotted, ')'];
  return {
    'matching.round': ['where id in', ...mine, 'or id in', ...allotted].join(' '),
    'matching.round_allocation': ['where round_id in', ...mine, 'or', isAllotted].join(' '),
    'matching.round_shadow_price': [
      ...['where round_id in', ...mine, 'or least_organizations > 2 and round_id in', ...allotted],
    ].join(' '),
    'matching.round_file': ['where round_id in', ...mine].join(' '),
  };
}

async function contractsOf(viewer: Viewer | null): Promise<string[]> {
  const all = await world.owner.query<{ id: string; organizationId: string; provinceCode: string }>(
    `select contract_id as id, party.organization_id as "organizationId", province_code as "provinceCode" from contracts.contract_party party
     join registry.organization_profile profile on profile.organization_id = party.organization_id and profile.valid @> $1::date`,
    [world.today],
  );
  const whole =
    viewer?.role === 'ADMINISTRATOR' || (viewer?.role === 'PROGRAM_MANAGER' && viewer.provinceCodes.length === 0);
  const mine = all.rows.filter(
    ({ organizationId, provinceCode }) =>
      whole ||
      (viewer?.role === 'TRADER' && organizationId === viewer.organizationId) ||
      (viewer?.role === 'PROGRAM_MANAGER' && viewer.provinceCodes.includes(provinceCode)),
  );
  return [...new Set(mine.map(({ id }) => id))];
}
