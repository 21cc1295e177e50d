import { join } from 'node:path';
import { projectRoot } from '../scripts/project-root.mjs';
import { startPeer } from './peer-process.mjs';

const NAME = '**Lienket**';

/** Lienket's API in a process of its own, over national data, with the headers that a signed-in buyer sends. */
export async function startOurs({ url, pool, shutdown }) {
  const server = await startProcess('api', { url, pool, shutdown });
  return { ...server, headers: { authorization: `Bearer ${await signIn(server)}` } };
}

/** A worker beside it. */
export const startWorker = ({ url, pool, shutdown }) => startProcess('worker', { url, pool, shutdown });

async function startProcess(role, { url, pool, shutdown }) {
  const variables = {
    DATABASE_URL: url,
    NODE_ENV: 'production',
    LIENKET_ROLE: role,
    LIENKET_LOG_LEVEL: 'warn',
    LIENKET_DATABASE_POOL: String(pool),
  };
  const file = join(projectRoot, 'dist/apps/api/src/main.js');
  return { name: NAME, ...(await startPeer({ name: NAME, node: process.execPath, file, variables, shutdown })) };
}

async function signIn({ url }) {
  const query = 'mutation { signIn(login: "buyer@national.lienket.vn", password: "lienket-demo") { token } }';
  return (await ask({ url }, query)).signIn.token;
}

export async function ask({ url, headers }, query, variables) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}
