import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';
import { settingsOf } from './settings.js';

const SECRETS = {
  DATABASE_URL: 'postgres://owner:canary-1@127.0.0.1/lienket',
  LIENKET_API_DATABASE_URL: 'postgres://lienket_api:canary-2@127.0.0.1/lienket',
  LIENKET_WORKER_DATABASE_URL: 'postgres://lienket_worker:canary-3@127.0.0.1/lienket',
  REDIS_URL: 'redis://:canary-4@127.0.0.1',
  LIENKET_OPENID_CLIENT_SECRET: 'canary-5',
  LIENKET_SMTP_URL: 'smtps://lienket:canary-6@mail.example.vn',
};
const BESIDE_THEM = {
  LIENKET_OPENID_ISSUER: 'https://issuer.example.vn',
  LIENKET_OPENID_CLIENT_ID: 'lienket',
  LIENKET_OPENID_REDIRECT_URL: 'https://lienket.example.vn/signed-in',
  LIENKET_EMAIL_FROM: 'thong-bao@lienket.example.vn',
  LIENKET_CONSOLE_URL: 'https://lienket.example.vn',
};

describe('the configuration as it was read', () => {
  const settings = settingsOf(
    readConfig({ ...SECRETS, ...BESIDE_THEM, LIENKET_ORIGINS: 'https://a.example.vn, https://b.example.vn' }),
  );
  const one = (name: string) => settings.find((setting) => setting.name === name);

  it('says of a secret that it is set, and nothing of what it is', () => {
    expect(JSON.stringify(settings)).not.toContain('canary');
    for (const name of Object.keys(SECRETS))
      expect(one(name)).toEqual({ name, value: null, isSecret: true, isSet: true });
  });

  it('says what is in force, by default too, and what is not set', () => {
    expect(one('PORT')).toEqual({ name: 'PORT', value: '3000', isSecret: false, isSet: true });
    expect(one('LIENKET_ORIGINS')?.value).toBe('https://a.example.vn, https://b.example.vn');
    expect(one('LIENKET_OPENID_CLIENT_ID')?.value).toBe('lienket');
    expect(one('LIENKET_EMAIL_FROM')?.value).toBe('thong-bao@lienket.example.vn');
    expect(one('LIENKET_DOCUMENTS')).toEqual({ name: 'LIENKET_DOCUMENTS', value: null, isSecret: false, isSet: false });
  });
});
