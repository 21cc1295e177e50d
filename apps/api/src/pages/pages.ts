import { projectFile } from '@lienket/platform';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';

const HTML = 'text/html; charset=utf-8';

/** The page at / until the console is there. */
export function addPages(fastify: FastifyInstance): void {
  const home = readFileSync(projectFile('apps/api/src/pages/home.html'), 'utf8');
  fastify.get('/', (_request, reply) => reply.type(HTML).send(home));
}

/** The page that a browser finds at /graphql: it only shows, what it sends goes by POST. */
export const explorerPage = (): string =>
  renderGraphiQL({ title: 'Lienket', endpoint: '/graphql', subscriptionsProtocol: 'WS', defaultQuery: TOUR });

const TOUR = `# Lienket, liên kết / linkage. Sign in first, then put the token into the headers below:
# { "authorization": "Bearer <token>" }
mutation { signIn(login: "coop@demo.lienket.vn", password: "lienket-demo") { token user { organization { name } } } }

# query { participation { participating counted rate target { share dueOn } knownAt } }
`;
