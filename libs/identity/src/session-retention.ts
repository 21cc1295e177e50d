import type { RetentionRule } from '@lienket/platform';
import sql from 'sql-template-tag';

/** An expired session lets nobody in: it is only a trace of somebody. */
export const identityRetention: readonly RetentionRule[] = [
  { what: 'sessions that have run out', over: sql`from identity.session where expires_at < clock_timestamp()` },
  {
    what: 'sign-ins by OpenID Connect that nobody finished',
    over: sql`from identity.openid_attempt where expires_at < clock_timestamp()`,
  },
];
