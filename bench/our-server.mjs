import { join } from 'node:path';
import { projectRoot } from '../scripts/project-root.mjs';
import { startPeer } from './peer-process.mjs';

const NAME = '**Lienket**';

/** Lienket's API in a process of its own, over national data, with the headers that a signed-in buyer sends; or a worker beside it. */
export async function startOurs({ url, pool, role = 'api', shutdown }) {
  const variables = {
    DATABASE_URL: url,
    NODE_ENV: 'production',
    LIENKET_ROLE: role,
    LIENKET_LOG_LEVEL: 'warn',
    LIENKET_DATABASE_POOL: String(pool),
  };
  const file = join(projectRoot, 'dist/apps/api/src/main.js');
  const server = await startPeer({ name: NAME, node: process.execPath, file, variables, shutdown });
  if (role === 'worker') return { name: NAME, ...server };
  return { name: NAME, ...server, headers: { authorization: `Bearer ${await signIn(server.url)}` } };
}

async function signIn(url) {
  const query = 'mutation { signIn(login: "buyer@national.lienket.vn", password: "lienket-demo") { token } }';
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await answer.json()).data.signIn.token;
}
