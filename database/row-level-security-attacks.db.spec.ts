import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeScene, type Scene } from '../test/support/attack-scene.js';
import { openGuardedWorld, type GuardedWorld } from '../test/support/guarded-world.js';
import { IMPORT_ATTACKS } from '../test/support/import-attacks.js';
import { PHOTO_ATTACKS } from '../test/support/photo-attacks.js';
import { QUEUE_ATTACKS } from '../test/support/queue-attacks.js';
import { ROUND_ATTACKS, type Attack } from '../test/support/round-attacks.js';

let world: GuardedWorld;
beforeAll(async () => {
  world = await openGuardedWorld();
});
afterAll(() => world.close());

describe('row-level security', () => {
  it('is proved: each of its policies, widened, is caught', async () => {
    const policies = await world.column(
      `select schemaname || '.' || tablename || ' ' || policyname as it from pg_policies
       where 'lienket_api' = any (roles) order by it`,
    );
    expect(Object.keys(ATTACKS).sort()).toEqual(policies);
    const scene = await makeScene(world);
    let mutants = 0;
    for (const [policy, { attack, mutants: also = [] }] of Object.entries(ATTACKS)) {
      expect([policy, await succeeds(scene, attack)]).toEqual([policy, false]);
      for (const wider of ['true', ...also]) {
        expect([policy, wider, await succeeds(scene, attack, { policy, wider })]).toEqual([policy, wider, true]);
        mutants += 1;
      }
    }
    console.info(`policies ${String(policies.length)}, mutants caught ${String(mutants)} of ${String(mutants)}`);
  });
});

const OWN = `organization_id = (select platform.actor('organization_id'))::uuid`;
const read = (table: string): Attack => ({
  attack: ({ stranger, contract }) => ({
    by: stranger,
    text: ['select from', table, 'where', table === 'contracts.contract' ? 'id' : 'contract_id', '= $1'].join(' '),
    values: [contract],
  }),
});

/** What any other person of the organization could do. */
const byReader = (text: string, ofOrganization = false): Attack => ({
  attack: ({ reader, contract }) => ({
    by: reader,
    text,
    values: ofOrganization ? [contract, reader.organizationId] : [contract],
  }),
});

const ATTACKS: Readonly<Record<string, Attack>> = {
  'platform.idempotency_record own_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select from platform.idempotency_record' }),
  },
  'platform.idempotency_record own_add': {
    attack: ({ stranger, party }) => ({
      by: stranger,
      text: `insert into platform.idempotency_record values ($1, 'taken', 'f', '1', now())`,
      values: [party.userId],
    }),
  },
  'identity.app_user own_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select login from identity.app_user' }),
  },
  'identity.app_user administrator_read': {
    attack: ({ manager }) => ({
      by: manager,
      text: 'select login from identity.app_user where id <> $1',
      values: [manager.userId],
    }),
    mutants: [`platform.actor('role') <> 'TRADER'`],
  },
  'identity.app_user own_add': {
    attack: ({ stranger }) => ({
      by: stranger,
      text: `insert into identity.app_user (id, login, password_hash, role, created_at) values ($1, 'me@example.vn', '', 'ADMINISTRATOR', now())`,
      values: [stranger.userId],
    }),
    mutants: [`id = (select platform.actor('user_id'))::uuid`],
  },
  'identity.session own_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select from identity.session' }),
  },
  'identity.session own_add': {
    attack: ({ stranger, party }) => ({
      by: stranger,
      text: `insert into identity.session values ('\\x01', $1, now(), now() + interval '1 day')`,
      values: [party.userId],
    }),
  },
  'identity.openid_link own_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select from identity.openid_link' }),
  },
  'identity.openid_link own_add': {
    attack: ({ stranger, party }) => ({
      by: stranger,
      text: `insert into identity.openid_link values ('https://issuer.example.vn', 'of the stranger', $1, now())`,
      values: [party.userId],
    }),
  },
  'identity.openid_link own_end': {
    attack: ({ stranger }) => ({ by: stranger, text: 'delete from identity.openid_link' }),
  },
  'identity.session own_end': { attack: ({ stranger }) => ({ by: stranger, text: 'delete from identity.session' }) },
  'identity.access_log seen_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select from identity.access_log' }),
    mutants: [`platform.actor('role') <> 'PROGRAM_MANAGER'`],
  },
  'identity.role_decision seen_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select from identity.role_decision' }),
    mutants: [`platform.actor('role') = 'TRADER'`],
  },
  'identity.role_decision own_add': {
    attack: ({ stranger }) => ({
      by: stranger,
      text: `insert into identity.role_decision (user_id, role, province_codes, decided_by, at) values ($1, 'ADMINISTRATOR', '{}', $1, now())`,
      values: [stranger.userId],
    }),
    mutants: [`decided_by = (select platform.actor('user_id'))::uuid`],
  },
  'identity.access_log own_add': {
    attack: ({ stranger }) => ({
      by: stranger,
      text: `insert into identity.access_log (at, user_id, role, organization_id, kind, request_id)
        values (now(), $1, 'ADMINISTRATOR', $2, 'CONTACT', $1)`,
      values: [stranger.userId, stranger.organizationId],
    }),
    mutants: [`user_id = (select platform.actor('user_id'))::uuid`],
  },
  'identity.invitation owner_read': {
    attack: ({ reader }) => ({ by: reader, text: 'select login from identity.invitation' }),
    mutants: [OWN],
  },
  'identity.invitation owner_add': {
    attack: ({ reader }) => ({
      by: reader,
      text: `insert into identity.invitation (organization_id, login, role, token_digest, created_at, expires_at)
        values ($1, 'friend@example.vn', 'OWNER', '\\x01', now(), now() + interval '1 day')`,
      values: [reader.organizationId],
    }),
    mutants: [OWN],
  },
  'identity.invitation owner_drop': {
    attack: ({ stranger }) => ({ by: stranger, text: 'delete from identity.invitation' }),
    mutants: [`(select platform.actor('organization_role')) = 'OWNER'`],
  },
  'identity.consent_event own_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select from identity.consent_event' }),
  },
  'identity.consent_event own_add': {
    attack: ({ stranger, party }) => ({
      by: stranger,
      text: `insert into identity.consent_event (user_id, purpose, text_version, given, channel, recorded_by, at)
        values ($1, 'CONTACT_SHOWN_TO_TRADERS', 1, true, 'HERE', $2, now())`,
      values: [party.userId, party.userId],
    }),
    mutants: [`recorded_by = user_id and channel = 'HERE'`],
  },
  'identity.erasure own_add': {
    attack: ({ stranger, party }) => ({
      by: stranger,
      text: `insert into identity.erasure values ($1, now(), '{}')`,
      values: [party.userId],
    }),
  },
  'identity.app_user own_erase': {
    attack: ({ stranger }) => ({ by: stranger, text: 'delete from identity.app_user' }),
  },
  'platform.idempotency_record own_erase': {
    attack: ({ stranger }) => ({ by: stranger, text: 'delete from platform.idempotency_record' }),
  },
  'contracts.award buyer_read': {
    attack: ({ supplier }) => ({ by: supplier, text: 'select from contracts.award' }),
    mutants: ['contracts.is_seen(id)'],
  },
  'contracts.award buyer_add': {
    attack: ({ supplier, buyer }) => ({
      by: supplier,
      text: 'insert into contracts.award (buyer_id, demand_id, created_at) values ($1, $1, now())',
      values: [buyer.organizationId],
    }),
  },
  'contracts.award no_reader_add': {
    attack: ({ reader }) => ({
      by: reader,
      text: 'insert into contracts.award (buyer_id, demand_id, created_at) values ($1, $1, now())',
      values: [reader.organizationId],
    }),
  },
  'contracts.award_contract buyer_read': {
    attack: ({ supplier }) => ({ by: supplier, text: 'select from contracts.award_contract' }),
    mutants: ['contracts.is_seen(contract_id)'],
  },
  'contracts.award_contract offered_add': {
    attack: ({ buyer, rivals, contract }) => ({
      by: buyer,
      text: 'insert into contracts.award_contract values ($1, $2)',
      values: [rivals, contract],
    }),
  },
  'contracts.award_contract own_award_add': {
    attack: ({ rival, rivals, contract }) => ({
      by: rival,
      text: 'insert into contracts.award_contract values ($1, $2)',
      values: [rivals, contract],
    }),
  },
  'contracts.award_contract no_reader_add': {
    attack: ({ reader, untied, contract }) => ({
      by: reader,
      text: 'insert into contracts.award_contract values ($1, $2)',
      values: [untied, contract],
    }),
  },
  'contracts.contract seen_read': read('contracts.contract'),
  'contracts.contract own_add': {
    attack: ({ stranger, party }) => ({
      by: stranger,
      text: `insert into contracts.contract (number, origin, status, form, version, offered_by, starts_on, ends_on, commodity_codes, created_at)
        values ('LK-0', 'SIGNED_HERE', 'OFFERED', 'PROCESSING', 1, $1, '2026-01-01', '2026-12-31', '{}', now())`,
      values: [party.organizationId],
    }),
  },
  'contracts.contract seen_change': {
    attack: ({ stranger }) => ({ by: stranger, text: `update contracts.contract set terms = 'forged'` }),
  },
  'contracts.contract no_reader_add': {
    attack: ({ reader }) => ({
      by: reader,
      text: `insert into contracts.contract (number, origin, status, form, version, offered_by, starts_on, ends_on, commodity_codes, created_at)
        values ('LK-0', 'SIGNED_HERE', 'OFFERED', 'PROCESSING', 1, $1, '2026-01-01', '2026-12-31', '{}', now())`,
      values: [reader.organizationId],
    }),
  },
  'contracts.contract no_reader_change': byReader(`update contracts.contract set terms = 'forged' where id = $1`),
  'contracts.contract_party seen_read': read('contracts.contract_party'),
  'contracts.contract_party seen_add': {
    attack: ({ stranger, contract }) => ({
      by: stranger,
      text: `insert into contracts.contract_party values ($1, $2, '{}', false, 9)`,
      values: [contract, stranger.organizationId],
    }),
    mutants: [OWN],
  },
  'contracts.contract_party seen_drop': {
    attack: ({ stranger }) => ({ by: stranger, text: 'delete from contracts.contract_party' }),
  },
  'contracts.contract_party no_reader_add': {
    attack: ({ reader, stranger, contract }) => ({
      by: reader,
      text: `insert into contracts.contract_party values ($1, $2, '{}', false, 9)`,
      values: [contract, stranger.organizationId],
    }),
  },
  'contracts.contract_party no_reader_drop': byReader('delete from contracts.contract_party where contract_id = $1'),
  'contracts.contract_version seen_read': read('contracts.contract_version'),
  'contracts.contract_version seen_add': {
    attack: ({ stranger, contract }) => ({
      by: stranger,
      text: `insert into contracts.contract_version values ($1, 99, $2, now(), '2026-01-01', '2026-12-31', 'forged')`,
      values: [contract, stranger.organizationId],
    }),
    mutants: [`offered_by = (select platform.actor('organization_id'))::uuid`],
  },
  'contracts.contract_version no_reader_add': byReader(
    `insert into contracts.contract_version values ($1, 99, $2, now(), '2026-01-01', '2026-12-31', 'forged')`,
    true,
  ),
  'contracts.contract_line seen_read': read('contracts.contract_line'),
  'contracts.contract_line seen_add': {
    attack: ({ stranger, party, contract }) => ({
      by: stranger,
      text: `insert into contracts.contract_line (contract_id, version, position, supplier_id, buyer_id, commodity_code, quantity_kg, price_mechanism, price_vnd_per_kg)
        values ($1, 1, 99, $2, $2, 'paddy', 1, 'FIXED', 1)`,
      values: [contract, party.organizationId],
    }),
  },
  'contracts.contract_line seen_change': {
    attack: ({ stranger }) => ({ by: stranger, text: 'update contracts.contract_line set accepted_kg = 0' }),
  },
  'contracts.contract_line no_reader_add': byReader(
    `insert into contracts.contract_line (contract_id, version, position, supplier_id, buyer_id, commodity_code, quantity_kg, price_mechanism, price_vnd_per_kg)
      values ($1, 1, 99, $2, $2, 'paddy', 1, 'FIXED', 1)`,
    true,
  ),
  'contracts.contract_line no_reader_change': byReader(
    'update contracts.contract_line set accepted_kg = 0 where contract_id = $1',
  ),
  'contracts.signature seen_read': {
    attack: ({ stranger }) => ({
      by: stranger,
      text: 'select from contracts.signature where organization_id <> $1',
      values: [stranger.organizationId],
    }),
  },
  'contracts.signature seen_add': {
    attack: ({ party, other, contract }) => ({
      by: party,
      text: 'insert into contracts.signature values ($1, 1, $2, $3, now())',
      values: [contract, other.organizationId, party.userId],
    }),
    mutants: ['contracts.is_seen(contract_id)', `user_id = (select platform.actor('user_id'))::uuid`],
  },
  'contracts.signature no_reader_add': {
    attack: ({ reader, contract }) => ({
      by: reader,
      text: 'insert into contracts.signature values ($1, 1, $2, $3, now())',
      values: [contract, reader.organizationId, reader.userId],
    }),
  },
  'contracts.contract_event seen_read': read('contracts.contract_event'),
  'contracts.contract_event seen_add': {
    attack: ({ stranger, contract }) => ({
      by: stranger,
      text: `insert into contracts.contract_event values ($1, 99, 'SIGNED', now(), null, 1, '{}', '')`,
      values: [contract],
    }),
  },
  'contracts.contract_event no_reader_add': byReader(
    `insert into contracts.contract_event values ($1, 99, 'SIGNED', now(), null, 1, '{}', '')`,
  ),
  'contracts.delivery seen_read': {
    attack: ({ stranger }) => ({
      by: stranger,
      text: `select from contracts.delivery where contract_id not in (select id from contracts.contract)`,
    }),
  },
  'contracts.delivery seen_add': {
    attack: ({ party, other, contract }) => ({
      by: party,
      text: `insert into contracts.delivery (contract_id, line_id, delivered_on, quantity_kg, accepted_kg, recorded_by, recorded_at)
        select $1, id, '2026-01-01', 1, 1, $2, now() from contracts.contract_line where contract_id = $1 limit 1`,
      values: [contract, other.organizationId],
    }),
    mutants: ['contracts.is_seen(contract_id)'],
  },
  'contracts.delivery no_reader_add': byReader(
    `insert into contracts.delivery (contract_id, line_id, delivered_on, quantity_kg, accepted_kg, recorded_by, recorded_at)
      select $1, id, '2026-01-01', 1, 1, $2, now() from contracts.contract_line where contract_id = $1 limit 1`,
    true,
  ),
  'notices.notice own_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select from notices.notice' }),
  },
  'notices.notice own_erase': {
    attack: ({ stranger }) => ({ by: stranger, text: 'delete from notices.notice' }),
  },
  'notices.read_mark own_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select from notices.read_mark' }),
  },
  'notices.read_mark own_add': {
    attack: ({ stranger, notice }) => ({
      by: stranger,
      text: 'insert into notices.read_mark values ($1, $2)',
      values: [stranger.userId, notice],
    }),
    mutants: [`user_id = (select platform.actor('user_id'))::uuid`],
  },
  'notices.read_mark own_erase': {
    attack: ({ stranger }) => ({ by: stranger, text: 'delete from notices.read_mark' }),
  },
  'notices.email own_read': {
    attack: ({ stranger }) => ({ by: stranger, text: 'select from notices.email' }),
  },
  'notices.email own_erase': {
    attack: ({ stranger }) => ({ by: stranger, text: 'delete from notices.email' }),
  },
  ...IMPORT_ATTACKS,
  ...PHOTO_ATTACKS,
  ...QUEUE_ATTACKS,
  ...ROUND_ATTACKS,
};

/** Whether an attack gets through; with `mutant`, after one policy was widened. Leaves nothing behind. */
async function succeeds(
  scene: Scene,
  attack: Attack['attack'],
  mutant?: { policy: string; wider: string },
): Promise<boolean> {
  const { by, text, values } = attack(scene);
  const widened = mutant && (await widening(mutant));
  try {
    return await world.as(by, async () => ((await world.owner.query(text, values ?? [])).rowCount ?? 0) > 0, widened);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return false;
  }
}

async function widening({ policy, wider }: { policy: string; wider: string }): Promise<string> {
  const [table = '', name = ''] = policy.split(' ');
  const [statement = ''] = await world.column(
    `select format('alter policy %I on %s %s (%s)', policyname, $1::text, case when with_check is null then 'using' else 'with check' end, $3::text) as it
     from pg_policies where schemaname || '.' || tablename = $1 and policyname = $2`,
    [table, name, wider],
  );
  return statement;
}
