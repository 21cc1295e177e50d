import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfig } from './config.js';

describe('the configuration', () => {
  it('needs nothing but a database', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://user@localhost/lienket' })).toMatchObject({
      PORT: 3000,
      LIENKET_ROLE: 'all',
      LIENKET_DEMO: 'off',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://user@localhost/lienket', REDIS_URL: '' }).REDIS_URL).toBeUndefined();
  });

  const OPENID = {
    LIENKET_OPENID_ISSUER: 'https://accounts.example.vn',
    LIENKET_OPENID_CLIENT_ID: 'lienket',
    LIENKET_OPENID_CLIENT_SECRET: 'hunter2',
    LIENKET_OPENID_REDIRECT_URL: 'https://console.example.vn/signed-in',
  };
  const withOpenId = (changed: Partial<Record<keyof typeof OPENID, string>>) => () =>
    readConfig({ DATABASE_URL: 'postgres://user@localhost/lienket', ...OPENID, ...changed });

  it('sets OpenID Connect up with all of its variables or with none', () => {
    expect(withOpenId({})()).toMatchObject(OPENID);
    expect(withOpenId({ LIENKET_OPENID_CLIENT_SECRET: '', LIENKET_OPENID_REDIRECT_URL: '' })).toThrow(
      /: LIENKET_OPENID_CLIENT_SECRET: is missing; LIENKET_OPENID_REDIRECT_URL: is missing\.$/,
    );
  });

  it.each([
    'http://accounts.example.vn',
    'http://127.0.0.1.example.vn',
    'http://localhost.example.vn',
    'https://somebody@accounts.example.vn',
    'https://accounts.example.vn/?realm=1',
    'https://accounts.example.vn/#realm',
    'ftp://accounts.example.vn',
    'accounts.example.vn',
  ])('sends no secret to %s', (address) => {
    expect(withOpenId({ LIENKET_OPENID_ISSUER: address })).toThrow(/LIENKET_OPENID_ISSUER: is not of the form/);
    expect(withOpenId({ LIENKET_OPENID_REDIRECT_URL: address })).toThrow(/LIENKET_OPENID_REDIRECT_URL: is not of/);
  });

  it.each(['http://127.0.0.1:4000/issuer', 'http://localhost:4000', 'http://[::1]:4000'])(
    'takes %s, which is this machine',
    (address) => {
      expect(withOpenId({ LIENKET_OPENID_ISSUER: address })().LIENKET_OPENID_ISSUER).toBe(address);
    },
  );

  const EMAIL = {
    LIENKET_SMTP_URL: 'smtps://lienket:hunter2@mail.example.vn',
    LIENKET_EMAIL_FROM: 'thong-bao@example.vn',
    LIENKET_CONSOLE_URL: 'https://console.example.vn',
  };
  const withEmail = (changed: Partial<Record<keyof typeof EMAIL, string>>) => () =>
    readConfig({ DATABASE_URL: 'postgres://user@localhost/lienket', ...EMAIL, ...changed });

  it('sets e-mail up with all of its variables or with none', () => {
    expect(withEmail({})()).toMatchObject(EMAIL);
    expect(withEmail({ LIENKET_EMAIL_FROM: '', LIENKET_CONSOLE_URL: '' })).toThrow(
      /: LIENKET_EMAIL_FROM: is missing; LIENKET_CONSOLE_URL: is missing\.$/,
    );
  });

  it.each([
    'mail.example.vn',
    'https://mail.example.vn',
    'smtp://',
    'smtp://lienket@mail.example.vn',
    'smtp://:hunter2@mail.example.vn',
    'smtps://mail.example.vn/inbox',
    'smtps://mail.example.vn?tls.rejectUnauthorized=false',
    'smtps://mail.example.vn:99999',
  ])('gives no e-mail to %s', (address) => {
    expect(withEmail({ LIENKET_SMTP_URL: address })).toThrow(/: LIENKET_SMTP_URL: is not of the form[^;]*\.$/);
    expect(withEmail({ LIENKET_SMTP_URL: address })).not.toThrow(/hunter2|mail\.example/);
  });

  it.each([
    'thong-bao',
    'a@b',
    'Lienket <a@example.vn>',
    'a@example.vn, b@example.vn',
    'a@example.vn\nBcc: b@example.vn',
  ])('sends no e-mail as %j', (sender) => {
    expect(withEmail({ LIENKET_EMAIL_FROM: sender })).toThrow(/: LIENKET_EMAIL_FROM: is not of the form[^;]*\.$/);
  });

  it('tells all faults together, by name and never by value', () => {
    const read = () => readConfig({ DATABASE_URL: 'secret://hunter2', PORT: 'seven', LIENKET_ROLE: 'king' });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(/DATABASE_URL.*PORT.*LIENKET_ROLE/);
    expect(read).not.toThrow(/hunter2|seven|king/);
  });
});
