import { describe, expect, it } from '@jest/globals';
import { canonicalLogin } from './login.js';

describe('a login', () => {
  it.each([
    ['Coop@Demo.Lienket.VN', 'coop@demo.lienket.vn'],
    ['  htx@example.vn ', 'htx@example.vn'],
    ['0912 345 678', '0912345678'],
    ['+84912345678', '0912345678'],
    ['84.912.345.678', '0912345678'],
    ['02838291234', '02838291234'],
  ])('is kept in one form: %s', (text, login) => {
    expect(canonicalLogin(text)).toBe(login);
  });

  it.each(['', 'nobody', 'a@b', '@demo.vn', 'a b@demo.vn', '12345', '+1 202 555 0100', '0012345678'])(
    'is neither address nor Vietnamese number: %s',
    (text) => {
      expect(canonicalLogin(text)).toBeNull();
    },
  );

  it('is the same address composed or decomposed', () => {
    expect(canonicalLogin('hồng@demo.vn'.normalize('NFD'))).toBe('hồng@demo.vn'.normalize('NFC'));
  });
});
