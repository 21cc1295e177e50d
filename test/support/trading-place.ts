import type { Database } from '@lienket/platform';
import { createHash, randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import type { TestDatabase } from './database.js';
import { startLienket, TestClock, type Asking } from './lienket.js';
import { addTrader } from './people.js';
import { statementsOf } from './statements.js';

export const NOON = '2026-11-22T05:00:00.000Z';
export const TODAY = '2026-11-22';

type Kind = 'LISTING' | 'DEMAND';

/**
 * A running Lienket on a day that the test sets: a farm in province 80, a mill in 79, a stranger in 92, and who manages them.
 * @param given a database that is there already and stays there
 */
export async function openTradingPlace(given?: TestDatabase) {
  const clock = new TestClock(new Date(NOON));
  const lienket = await startLienket({ LIENKET_OFFERS_PER_MINUTE: '100000' }, clock, given);
  const database = lienket.owner;
  const country = await addSession(database, 'PROGRAM_MANAGER');
  const manager80 = await addSession(database, 'PROGRAM_MANAGER', ['80']);
  const manager92 = await addSession(database, 'PROGRAM_MANAGER', ['92']);
  const admin = await addSession(database, 'ADMINISTRATOR');
  const homeless = await addSession(database, 'TRADER');
  const trader = (kind: string, name: string, provinceCode: string, role: string) =>
    addTrader(lienket, country, { kind, name, provinceCode, chainRoles: [role] });
  const farm = await trader('COOPERATIVE', 'HTX Lúa Tân Hưng', '80', 'PRODUCER');
  const mill = await trader('ENTERPRISE', 'Nhà máy gạo Sài Gòn', '79', 'PROCESSOR');
  const stranger = await trader('ENTERPRISE', 'Công ty Lương thực Hậu Giang', '92', 'EXPORTER');
  // The clock is moved by months, and nobody should have to sign in again.
  await database.query(sql`update identity.session set expires_at = '2090-01-01'`);

  const ask = async <Data>(token: string, document: string, variables: object = {}, asking: Asking = {}) =>
    (await lienket.ask<{ it: Data }>(document, variables, { token, ...asking })).it;
  /** The extensions of the first error; undefined where it was accepted. */
  const refusal = async (token: string | undefined, document: string, variables: object = {}, asking: Asking = {}) => {
    const all = { ...asking, ...(token !== undefined && { token }) };
    return (await lienket.send(document, variables, all)).errors?.[0]?.extensions;
  };

  return {
    lienket,
    database,
    clock,
    country,
    manager80,
    manager92,
    admin,
    farm,
    mill,
    stranger,
    homeless,
    ask,
    refusal,
    async setStatus(organizationId: string, status: string): Promise<void> {
      await ask(
        country,
        'mutation ($id: ID!, $to: OrganizationStatus!) { it: setOrganizationStatus(id: $id, status: $to) { id } }',
        {
          id: organizationId,
          to: status,
        },
      );
    },
    async heldBy(kind: Kind, id: string, quantityKg: string): Promise<void> {
      await database.query(
        kind === 'LISTING'
          ? sql`update market.listing set held_kg = ${quantityKg}::numeric where id = ${id}`
          : sql`update market.demand set held_kg = ${quantityKg}::numeric where id = ${id}`,
      );
    },
    /** How many statements a document costs. */
    async statementsOf(token: string, document: string, variables: object = {}): Promise<number> {
      return (await statementsOf(lienket, () => lienket.ask(document, variables, { token }))).length;
    },
  };
}

/** A signed-in user, put straight into the tables: the hashing of passwords is no part of what is tried here. */
async function addSession(database: Database, role: string, provinceCodes: readonly string[] = []): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.query(sql`
    with person as (
      insert into identity.app_user (login, password_hash, role, province_codes, created_at)
      values (${`${token}@example.vn`}, 'nobody signs in by password', ${role}, ${provinceCodes}::text[], now()) returning id
    )
    insert into identity.session (token_digest, user_id, created_at, expires_at)
    select ${createHash('sha256').update(token).digest()}, id, now(), '2090-01-01' from person`);
  return token;
}

export type TradingPlace = Awaited<ReturnType<typeof openTradingPlace>>;

export const fault = (field: string) => ({ code: 'INVALID_INPUT', field });
