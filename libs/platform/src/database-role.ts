import { createHmac } from 'node:crypto';
import type { Config } from './config.js';

/** Whom a door is to the database. Neither role owns anything: DATABASE_URL names the owner, who only migrates. */
export type DatabaseRole = 'lienket_api' | 'lienket_worker';

export type DatabaseAddresses = Pick<
  Config,
  'DATABASE_URL' | 'LIENKET_API_DATABASE_URL' | 'LIENKET_WORKER_DATABASE_URL'
>;

/**
 * Where a door finds the database as its own role: the address that the configuration gives for it, else the owner's with
 * the role's name and a password that only who knows the owner's can tell.
 */
export function urlOf(role: DatabaseRole, addresses: DatabaseAddresses): string {
  const given = givenUrlOf(role, addresses);
  if (given !== undefined) return given;
  const url = new URL(addresses.DATABASE_URL);
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(role).digest('base64url');
  url.username = role;
  return url.href;
}

/** The address that the configuration gives for the role: whoever gives it keeps the role's password, too. */
export const givenUrlOf = (role: DatabaseRole, addresses: DatabaseAddresses): string | undefined =>
  role === 'lienket_api' ? addresses.LIENKET_API_DATABASE_URL : addresses.LIENKET_WORKER_DATABASE_URL;
