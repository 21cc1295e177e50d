import type { RetentionRule } from '@lienket/platform';
import sql from 'sql-template-tag';

/**
 * An expired session or invitation lets nobody in: it is only a trace of somebody. Who looked at what is kept for two years, which no text
 * of law that we have read names: counsel confirms it. Row-level security lets the worker reach no younger ones.
 */
export const identityRetention: readonly RetentionRule[] = [
  { what: 'sessions that have run out', over: sql`from identity.session where expires_at < clock_timestamp()` },
  { what: 'invitations that have run out', over: sql`from identity.invitation where expires_at < clock_timestamp()` },
  {
    what: 'sign-ins by OpenID Connect that nobody finished',
    over: sql`from identity.openid_attempt where expires_at < clock_timestamp()`,
  },
  {
    what: 'looks at personal data after two years',
    over: sql`from identity.access_log where at < clock_timestamp() - interval '2 years'`,
  },
];
