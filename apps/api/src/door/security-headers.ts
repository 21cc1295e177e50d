import type { FastifyInstance } from 'fastify';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  // Browsers take it over TLS only.
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};
/** The explorer carries its scripts and styles in itself, and speaks to nobody else. */
const PAGE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** What tells a browser to do no more with an answer than is meant; on every answer, also a refused one. Who knows better has said so before. */
export function addSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (_request, reply) => {
    const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
    reply.headers({
      ...ALWAYS,
      ...(!reply.hasHeader('content-security-policy') && {
        'content-security-policy': isPage ? PAGE_POLICY : DATA_POLICY,
      }),
      // An answer is for who asked, now.
      ...(!isPage && !reply.hasHeader('cache-control') && { 'cache-control': 'no-store' }),
    });
  });
}
