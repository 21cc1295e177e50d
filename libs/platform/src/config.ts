import { z } from 'zod';

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const listOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const isLoopback = (hostname: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** Secrets go to these addresses: in the clear only to this machine itself. */
const pageUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, search, hash } = new URL(text);
    return (protocol === 'https:' || isLoopback(hostname)) && username + search + hash === '';
  })
  .optional();
/** A server for e-mail, with a user and a password or without both. smtp begins in the clear, and goes on so on this machine alone. */
const smtpUrl = z
  .url({ protocol: /^smtps?$/ })
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { hostname, username, password, pathname, search, hash } = new URL(text);
    return (
      hostname !== '' && (username === '') === (password === '') && pathname.replace('/', '') + search + hash === ''
    );
  })
  .optional();
/** Each is set with all of its variables or with none. */
const TOGETHER = [
  ['LIENKET_OPENID_ISSUER', 'LIENKET_OPENID_CLIENT_ID', 'LIENKET_OPENID_CLIENT_SECRET', 'LIENKET_OPENID_REDIRECT_URL'],
  ['LIENKET_SMTP_URL', 'LIENKET_EMAIL_FROM', 'LIENKET_CONSOLE_URL'],
] as const;

/** Every environment variable that Lienket reads, and nothing else. The README explains each. */
const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  LIENKET_API_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LIENKET_WORKER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LIENKET_HOST: z.string().default('127.0.0.1'),
  LIENKET_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  LIENKET_DEMO: z.enum(['on', 'off']).default('off'),
  LIENKET_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  LIENKET_DATABASE_POOL: count(16),
  LIENKET_SESSION_DAYS: count(30),
  LIENKET_OFFERS_PER_MINUTE: count(600),
  LIENKET_SIGNATURES_PER_MINUTE: count(1200),
  LIENKET_SIGN_UPS_PER_HOUR: count(20),
  LIENKET_FAILED_SIGN_INS: count(5),
  LIENKET_RELAY_POLL_MS: count(20),
  LIENKET_RANKING_LISTINGS: z.union([z.literal('off'), count(20_000)]).default(20_000),
  LIENKET_INTROSPECTION: z.enum(['on', 'off']).optional(),
  LIENKET_ORIGINS: z
    .string()
    .default('')
    .transform(listOf)
    .pipe(z.array(z.url({ protocol: /^https?$/ }))),
  LIENKET_DOCUMENTS: z.string().optional(),
  LIENKET_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  LIENKET_OPENID_ISSUER: pageUrl,
  LIENKET_OPENID_CLIENT_ID: z.string().optional(),
  LIENKET_OPENID_CLIENT_SECRET: z.string().optional(),
  LIENKET_OPENID_REDIRECT_URL: pageUrl,
  LIENKET_SMTP_URL: smtpUrl,
  LIENKET_EMAIL_FROM: z.email().optional(),
  LIENKET_CONSOLE_URL: pageUrl,
  NODE_ENV: z.string().optional(),
});

const Complete = Environment.superRefine((set, context) => {
  for (const names of TOGETHER) {
    const missing = names.filter((name) => set[name] === undefined);
    if (missing.length === names.length) continue;
    for (const name of missing)
      context.addIssue({ code: 'invalid_type', expected: 'string', input: undefined, path: [name] });
  }
});

/** In the order of their declaration. */
export const SETTING_NAMES = Object.keys(Environment.shape) as (keyof z.output<typeof Environment>)[];

export type Config = Readonly<z.output<typeof Environment>>;
export const CONFIG = Symbol('Config');

/** Reads the configuration once. Faults are reported together, by name, never by value: a value may be a secret. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Complete.safeParse(set);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) =>
      `${issue.path.join('.')}: ${issue.code === 'invalid_type' ? 'is missing' : 'is not of the form that the README gives'}`,
  );
  throw new ConfigurationError(
    `The configuration can't be used. Set or mend these environment variables: ${[...new Set(faults)].join('; ')}.`,
  );
}

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
