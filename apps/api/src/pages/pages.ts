import { projectFile } from '@lienket/platform';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';

const HTML = 'text/html; charset=utf-8';

/** The page at / until the console is there, and the explorer at /graphql, which only shows: GET never executes. */
export function addPages(fastify: FastifyInstance): void {
  const home = readFileSync(projectFile('apps/api/src/pages/home.html'), 'utf8');
  const explorer = renderGraphiQL({
    title: 'Lienket',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    defaultQuery: TOUR,
  });
  fastify.get('/', (_request, reply) => reply.type(HTML).send(home));
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.split('?')[0] !== '/graphql' || request.method === 'POST' || request.method === 'OPTIONS') return;
    if (request.headers.upgrade !== undefined) return;
    if (request.method === 'GET' && (request.headers.accept ?? '').includes('text/html'))
      return reply.type(HTML).send(explorer);
    return reply
      .code(405)
      .header('allow', 'POST')
      .send({ errors: [{ message: 'Send GraphQL by POST.', extensions: { code: 'INVALID_INPUT' } }] });
  });
}

const TOUR = `# Lienket, liên kết / linkage. Sign in first, then put the token into the headers below:
# { "authorization": "Bearer <token>" }
mutation { signIn(login: "coop@demo.lienket.vn", password: "lienket-demo") { token user { organization { name } } } }

# query { participation { participating counted rate target { share dueOn } knownAt } }
`;
