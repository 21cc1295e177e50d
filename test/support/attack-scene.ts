import type { Viewer } from '@lienket/identity';
import { randomUUID } from 'node:crypto';
import { addImports, addPhotos, addRounds, TRADER, type GuardedWorld } from './guarded-world.js';

/**
 * A contract, one of its parties, the other, a stranger to both, and a reader of the party that offered it. That party has an award, by the
 * contract's id, which ties it; the other party supplies. One more contract is of the award's buyer and in no award; another one is a rival's.
 * The party has been told of the contract, and has read it. A manager has started a round, which gives to both parties, and another one none.
 */
export interface Scene {
  readonly contract: string;
  readonly untied: string;
  readonly rivals: string;
  readonly notice: string;
  readonly buyer: Viewer;
  readonly supplier: Viewer;
  readonly rival: Viewer;
  readonly party: Viewer;
  readonly other: Viewer;
  readonly stranger: Viewer;
  readonly reader: Viewer;
  readonly starter: Viewer;
  readonly manager: Viewer;
}

export async function makeScene(world: GuardedWorld): Promise<Scene> {
  const { rows } = await world.owner.query<{
    contract: string;
    party: string;
    other: string;
    stranger: string;
    offeredBy: string;
    rivals: string;
    rival: string;
  }>(`
    select c.id as contract, c.offered_by as "offeredBy", a.organization_id as party, b.organization_id as other,
      (select organization_id from registry.organization_profile where organization_id not in (
        select organization_id from contracts.contract_party where contract_id = c.id) limit 1) as stranger,
      rivals.id as rivals, rivals.offered_by as rival
    from contracts.contract c join contracts.contract_party a on a.contract_id = c.id and a.position = 0
      join contracts.contract_party b on b.contract_id = c.id and b.position = 1
      join contracts.contract rivals on rivals.offered_by not in (a.organization_id, b.organization_id)
    where c.status = 'OFFERED' and not exists (select from contracts.signature s where s.contract_id = c.id) limit 1`);
  const scene = rows[0];
  if (!scene) throw new Error('The demo data has no offer that nobody has signed.');
  const traderOf = (organizationId: string): Viewer => ({
    ...TRADER,
    userId: randomUUID(),
    organizationId,
    organizationRole: 'OWNER',
  });
  const [starterId] = await world.column(
    `select id as it from identity.app_user where login = 'province@demo.lienket.vn'`,
  );
  const manager: Viewer = { ...TRADER, userId: randomUUID(), role: 'PROGRAM_MANAGER', provinceCodes: ['80'] };
  const made = {
    contract: scene.contract,
    untied: randomUUID(),
    rivals: scene.rivals,
    notice: randomUUID(),
    buyer: traderOf(scene.offeredBy),
    supplier: traderOf(scene.offeredBy === scene.party ? scene.other : scene.party),
    rival: traderOf(scene.rival),
    party: traderOf(scene.party),
    other: traderOf(scene.other),
    stranger: traderOf(scene.stranger),
    reader: { ...traderOf(scene.offeredBy), organizationRole: 'READER' as const },
    starter: { ...manager, userId: starterId! },
    manager,
  };
  await world.owner.query(
    `insert into identity.app_user (id, login, password_hash, role, created_at) values ($1, 'victim@example.vn', '', 'TRADER', now())`,
    [made.party.userId],
  );
  await world.owner.query(`insert into identity.session values ('\\x00', $1, now(), now() + interval '1 day')`, [
    made.party.userId,
  ]);
  await world.owner.query(
    `insert into identity.openid_link select 'https://issuer.example.vn', 'subject', id, now() from identity.app_user where id <> $1 limit 1`,
    [made.party.userId],
  );
  await world.owner.query(
    `insert into identity.access_log (at, user_id, role, organization_id, kind, request_id)
     values (now(), $1, 'PROGRAM_MANAGER', $2, 'CONTACT', $1)`,
    [randomUUID(), made.party.organizationId],
  );
  await world.owner.query(
    `insert into identity.role_decision (user_id, role, province_codes, decided_by, at) values ($1, 'TRADER', '{}', $2, now())`,
    [made.party.userId, randomUUID()],
  );
  await world.owner.query(
    `insert into identity.invitation (organization_id, login, role, token_digest, created_at, expires_at)
     values ($1, 'guest@example.vn', 'OWNER', '\\x00', now(), now() + interval '1 day')`,
    [made.reader.organizationId],
  );
  await world.owner.query(
    `insert into identity.consent_event (user_id, purpose, text_version, given, channel, recorded_by, at)
     values ($1, 'CONTACT_SHOWN_TO_TRADERS', 1, false, 'HERE', $1, now())`,
    [made.party.userId],
  );
  await world.owner.query(
    `insert into contracts.award (id, buyer_id, demand_id, created_at) select $1, offered_by, $1, now() from contracts.contract where id = $1`,
    [made.contract],
  );
  await world.owner.query(`insert into contracts.award_contract values ($1, $1)`, [made.contract]);
  await world.owner.query(
    `insert into contracts.contract (id, number, origin, status, form, version, offered_by, starts_on, ends_on, commodity_codes, created_at)
     select $2, 'LK-1', origin, status, form, version, offered_by, starts_on, ends_on, commodity_codes, now() from contracts.contract where id = $1`,
    [made.contract, made.untied],
  );
  await world.owner.query(`insert into platform.idempotency_record values ($1, 'k', 'f', '1', now())`, [
    made.party.userId,
  ]);
  await world.owner.query(
    `insert into notices.notice (id, organization_id, kind, contract_id, sequence, at) values ($1, $2, 'OFFERED', $3, 1, now())`,
    [made.notice, made.party.organizationId, made.contract],
  );
  await world.owner.query('insert into notices.read_mark values ($1, $2)', [made.party.userId, made.notice]);
  await world.owner.query('insert into notices.email values ($1, $2, now())', [made.notice, made.party.userId]);
  await world.owner.query(`insert into platform.queue_report values ('JOBS', 0, 0, 9, 1, now())`);
  await world.owner.query(
    `insert into platform.dead_letter (queue, letter, job, failed_at, attempt_count, reason)
     values ('JOBS', '1', 'platform.forget-old', now(), 3, 'Error: no room')`,
  );
  await addPhotos(world.owner);
  await addImports(world.owner);
  await addRounds(world.owner);
  await world.owner.query(
    `insert into matching.round_allocation
     select id, 100, gen_random_uuid(), gen_random_uuid(), $1, $2, 1, 1, 1 from matching.round limit 1`,
    [made.party.organizationId, made.other.organizationId],
  );
  return made;
}
