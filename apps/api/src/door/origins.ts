import type { Config } from '@lienket/platform';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page may speak to us: one of our own, or of an origin that LIENKET_ORIGINS names. Who sends no Origin is no page
 * in a browser, and carries no session that a page could borrow.
 */
export function mayAsk(
  { origin, host }: IncomingHttpHeaders,
  { LIENKET_ORIGINS }: Pick<Config, 'LIENKET_ORIGINS'>,
): boolean {
  return origin === undefined || LIENKET_ORIGINS.includes(origin) || hostOf(origin) === host;
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
