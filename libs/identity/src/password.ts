import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const COST = { N: 2 ** 15, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MEMORY_MAX_BYTES = 128 * 1024 * 1024;

/** scrypt$N$r$p$salt$hash: whatever is needed to check it again, when the cost has risen since. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await keyOf(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether this is the password. Takes as long where there is no such user (hash null), so that time tells nothing. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? NOBODYS_HASH).split('$');
  const expected = Buffer.from(key, 'base64url');
  const given = await keyOf(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(given, expected) && hash !== null;
}

/** NFC, so that a password with diacritics is the same from every keyboard. */
const keyOf = (password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> =>
  derive(password.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: MEMORY_MAX_BYTES });

const NOBODYS_HASH = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  'A'.repeat(22),
  randomBytes(KEY_BYTES).toString('base64url'),
].join('$');
