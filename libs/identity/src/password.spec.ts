import { describe, expect, it } from '@jest/globals';
import { hashPassword, isPassword } from './password.js';

describe('a password', () => {
  it('is known again by its hash, which never holds it and never repeats', async () => {
    const hash = await hashPassword('mật khẩu dài');
    expect(hash).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await hashPassword('mật khẩu dài')).not.toBe(hash);
    expect(await isPassword('mật khẩu dài', hash)).toBe(true);
    expect(await isPassword('mật khẩu dài'.normalize('NFD'), hash)).toBe(true);
    expect(await isPassword('mat khau dai', hash)).toBe(false);
  });

  it('is nobody’s where there is no user', async () => {
    expect(await isPassword('lienket-demo', null)).toBe(false);
  });
});
