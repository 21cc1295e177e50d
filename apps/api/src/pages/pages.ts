import { projectFile } from '@lienket/platform';
import fastifyStatic from '@fastify/static';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';

const YEAR = 'public, max-age=31536000, immutable';
/** Kept, and asked for again each time: 304 costs nothing. */
const ASK_AGAIN = 'no-cache';

/** The console carries nothing in its page, and it and its service worker speak to nobody else. */
const CONSOLE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Public addresses whose first screen stands in their page; to build them is the console's part. */
const FIRST_SCREENS: Readonly<Record<string, string>> = {
  '/': 'first/home.html',
  '/participation': 'first/participation.html',
};

/** The console, as it was built. Whatever other page of it a browser asks for, it gets the same one, which reads the address. */
export function addPages(fastify: FastifyInstance): void {
  void fastify.register(fastifyStatic, {
    root: projectFile('dist/web'),
    preCompressed: true,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.headers({
        'cache-control': path.includes('/assets/') ? YEAR : ASK_AGAIN,
        'content-security-policy': CONSOLE_POLICY,
      });
    },
  });
  fastify.get('/*', ({ headers, url }, reply) => {
    if (headers.accept?.includes('text/html'))
      return reply.sendFile(FIRST_SCREENS[url.replace(/\?.*/s, '')] ?? 'index.html');
    reply.callNotFound();
    return reply;
  });
}

/** The page that a browser finds at /graphql: it only shows, what it sends goes by POST. */
export const explorerPage = (): string =>
  renderGraphiQL({ title: 'Lienket', endpoint: '/graphql', subscriptionsProtocol: 'WS', defaultQuery: TOUR });

const TOUR = `# Lienket, liên kết / linkage. Sign in first, then put the token into the headers below:
# { "authorization": "Bearer <token>" }
mutation { signIn(login: "coop@demo.lienket.vn", password: "lienket-demo") { token user { organization { name } } } }

# query { participation { participating counted rate target { share dueOn } knownAt } }
`;
