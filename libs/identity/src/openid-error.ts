import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

/** What was brought back, or what the issuer answered for it, is not what must be: nothing that trying again would mend. */
const REFUSED = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_PARSE_ERROR',
  'OAUTH_UNSUPPORTED_OPERATION',
]);

/**
 * Whether an error of openid-client is the issuer's, and a reason that may be logged. The error itself may not, nor be
 * anybody's cause: it carries the code, the tokens and the claims.
 */
export function judgeOpenIdError(error: unknown): { readonly isOfIssuer: boolean; readonly reason: string } {
  // The person said no, or the issuer refuses to send them back with a code.
  if (error instanceof AuthorizationResponseError) return { isOfIssuer: false, reason: error.code };
  // Any other answer of this kind is about how Lienket is registered with the issuer.
  if (error instanceof ResponseBodyError)
    return { isOfIssuer: error.error !== 'invalid_grant', reason: wordOf(error.error) };
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  const reason = wordOf(code ?? name);
  return { isOfIssuer: !REFUSED.has(reason), reason };
}

const wordOf = (text: unknown): string => (typeof text === 'string' && /^\w{1,60}$/.test(text) ? text : 'unknown');
