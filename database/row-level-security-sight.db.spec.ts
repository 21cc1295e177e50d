import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import {
  addPhotos,
  addRounds,
  BELOW_CONTRACTS,
  openGuardedWorld,
  TRADER,
  type GuardedWorld,
} from '../test/support/guarded-world.js';

let world: GuardedWorld;
beforeAll(async () => {
  world = await openGuardedWorld();
});
afterAll(() => world.close());

describe('row-level security', () => {
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
      select distinct on (contract_id) contract_id, organization_id, contract_id, now()
      from contracts.contract_party left join identity.app_user using (organization_id)
      order by contract_id, app_user.id`);
    await world.owner.query(`insert into contracts.award_contract select id, id from contracts.award`);
    await world.owner.query(`
      insert into notices.notice (organization_id, kind, contract_id, sequence, at)
      select organization_id, 'OFFERED', contract_id, 1, now() from contracts.contract_party`);
    await world.owner.query(`
      insert into notices.notice (user_id, kind, claimed_id, at) select id, 'CLAIM_REFUSED', id, now() from identity.app_user`);
    await world.owner.query(`
      insert into notices.read_mark select app_user.id, notice.id from notices.notice join identity.app_user using (organization_id)`);
    await world.owner.query('insert into notices.email select notice_id, user_id, now() from notices.read_mark');
    await addPhotos(world.owner);
    await addRounds(world.owner);
    for (const viewer of await viewers()) expect(await seenBy(viewer)).toEqual(await shouldSee(viewer));
    const [coop, , province] = await viewers();
    const contracts = async (viewer: Viewer | null | undefined) =>
      (await shouldSee(viewer ?? null)).get('contracts.contract')?.length ?? 0;
    expect(await contracts(coop)).toBeGreaterThan(0);
    expect(await contracts(province)).toBeGreaterThan(await contracts(coop));
    const photos = (await seenBy(coop ?? null)).get('market.listing_photo')?.length ?? 0;
    expect(photos).toBeGreaterThan(0);
    expect(photos).toBeLessThan(Number((await world.column('select count(*) as it from market.listing_photo'))[0]));
    const everyAward = Number((await world.column('select count(*) as it from contracts.award'))[0]);
    for (const viewer of [coop, province]) {
      const awards = (await shouldSee(viewer ?? null)).get('contracts.award')?.length ?? 0;
      expect(awards).toBeGreaterThan(0);
      expect(awards).toBeLessThan(everyAward);
    }
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
  'identity.role_decision': 'id::text',
  'identity.access_log': 'id::text',
  'identity.consent_event': 'sequence::text',
  'market.listing_photo': 'id::text',
  'contracts.contract': 'id::text',
  'contracts.award': 'id::text',
  'contracts.award_contract': 'contract_id::text',
  'contracts.contract_party': 'contract_id::text || organization_id',
  'contracts.contract_version': 'contract_id::text || version',
  'contracts.contract_line': 'id::text',
  'contracts.signature': 'contract_id::text || version || organization_id',
  'contracts.contract_event': 'contract_id::text || sequence',
  'contracts.delivery': 'id::text',
  'notices.notice': 'id::text',
  'notices.read_mark': 'user_id::text || notice_id',
  'notices.email': 'user_id::text || notice_id',
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
    'identity.app_user': viewer?.role === 'ADMINISTRATOR' ? '' : ofUser('id'),
    'identity.invitation':
      viewer?.organizationRole === 'OWNER' ? `where organization_id = '${viewer.organizationId!}'` : 'where false',
    'identity.session': ofUser('user_id'),
    'identity.openid_link': ofUser('user_id'),
    'identity.consent_event': ofUser('user_id'),
    'identity.role_decision':
      viewer?.role === 'ADMINISTRATOR'
        ? ''
        : viewer
          ? `where '${viewer.userId}' in (user_id, decided_by)`
          : 'where false',
    'identity.access_log':
      viewer?.role === 'ADMINISTRATOR'
        ? ''
        : viewer?.organizationId
          ? `where organization_id = '${viewer.organizationId}'`
          : ofUser('user_id'),
    'market.listing_photo': photosOf(viewer),
    'contracts.award': `where id in (${await awardsOf(viewer)})`,
    'contracts.award_contract': `where award_id in (${await awardsOf(viewer)})`,
    'contracts.contract': inContracts.replace('contract_id', 'id'),
    ...Object.fromEntries(BELOW_CONTRACTS.map((table) => [`contracts.${table}`, inContracts])),
    'notices.notice': `${ofUser('user_id')}${viewer?.organizationId ? ` or organization_id = '${viewer.organizationId}'` : ''}`,
    'notices.read_mark': ofUser('user_id'),
    'notices.email': ofUser('user_id'),
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

/** Of what is open and of ACTIVE organizations; of their own; of their provinces'; of what a contract of theirs, or of their provinces', has to do with. */
function photosOf(viewer: Viewer | null): string {
  if (!viewer) return 'where false';
  const provinces = viewer.role === 'PROGRAM_MANAGER' ? viewer.provinceCodes : [];
  const isAll = viewer.role === 'ADMINISTRATOR' || (viewer.role === 'PROGRAM_MANAGER' && provinces.length === 0);
  const theirs = `organization_id = '${viewer.organizationId ?? viewer.userId}' or organization_id in (
    select organization_id from registry.organization_profile where valid @> '${world.today}'::date and province_code = any ('{${provinces.join(',')}}'))`;
  return `where ${String(isAll)} or listing_id in (
    select id from market.listing where ${theirs} or (withdrawn_at is null and held_kg < quantity_kg and upper(available) > '${world.today}'
      and organization_id in (select organization_id from registry.organization_profile where valid @> '${world.today}'::date and status = 'ACTIVE'))
    union select posting_id from market.posting_acquaintance where ${theirs})`;
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
