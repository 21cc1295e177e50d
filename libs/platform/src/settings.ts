import { SETTING_NAMES, type Config } from './config.js';

/** What an environment variable is in this process. */
export interface Setting {
  readonly name: string;
  /** The value in force; null where there is none, and of a secret. */
  readonly value: string | null;
  readonly isSecret: boolean;
  readonly isSet: boolean;
}

/** What else there is, and will be, is a secret: addresses hold passwords. */
const SHOWN = new Set<keyof Config>([
  ...(['PORT', 'NODE_ENV', 'LIENKET_HOST', 'LIENKET_ROLE', 'LIENKET_DEMO', 'LIENKET_LOG_LEVEL'] as const),
  ...(['LIENKET_DATABASE_POOL', 'LIENKET_SESSION_DAYS', 'LIENKET_OFFERS_PER_MINUTE'] as const),
  ...(['LIENKET_SIGNATURES_PER_MINUTE', 'LIENKET_SIGN_UPS_PER_HOUR', 'LIENKET_FAILED_SIGN_INS'] as const),
  ...(['LIENKET_RELAY_POLL_MS', 'LIENKET_RANKING_LISTINGS', 'LIENKET_INTROSPECTION', 'LIENKET_ORIGINS'] as const),
  ...(['LIENKET_DOCUMENTS', 'LIENKET_PROXIES'] as const),
  ...(['LIENKET_EMAIL_FROM', 'LIENKET_CONSOLE_URL'] as const),
  ...(['LIENKET_OPENID_ISSUER', 'LIENKET_OPENID_CLIENT_ID', 'LIENKET_OPENID_REDIRECT_URL'] as const),
]);

/** The configuration as it was read, in the order in which it is declared. */
export const settingsOf = (config: Config): Setting[] =>
  SETTING_NAMES.map((name) => {
    const value = config[name];
    const text = value === undefined ? '' : [value].flat().join(', ');
    const isSecret = !SHOWN.has(name);
    return { name, value: isSecret || text === '' ? null : text, isSecret, isSet: text !== '' };
  });
