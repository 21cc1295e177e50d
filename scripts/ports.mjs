import { createServer } from 'node:net';
import { Problem } from './problem.mjs';

/** A port on 127.0.0.1 that nobody listens on at this moment. */
export async function freePort() {
  const server = createServer();
  await listen(server, 0, '127.0.0.1');
  const { port } = server.address();
  await close(server);
  return port;
}

/** Refuses in one sentence when the API could not listen on this port. */
export async function requirePort(port) {
  if (!/^\d{1,5}$/.test(String(port)) || Number(port) > 65535)
    throw new Problem('PORT is not a port number: set it to 1..65535, for example `PORT=3001 npm start`.');
  if (Number(port) === 0) return;
  for (const host of ['0.0.0.0', '127.0.0.1', '::']) {
    const server = createServer();
    try {
      await listen(server, Number(port), host);
      await close(server);
    } catch (error) {
      if (error.code === 'EADDRINUSE') throw portTaken(port);
      if (error.code === 'EACCES')
        throw new Problem(`Port ${port} may not be used by this user: choose one above 1023, \`PORT=3001 npm start\`.`);
      if (error.code !== 'EAFNOSUPPORT' && error.code !== 'EADDRNOTAVAIL') throw error;
    }
  }
}

export const portTaken = (port) =>
  new Problem(
    `Port ${port} is taken by another program: end that one, or choose another port with \`PORT=${Number(port) < 65535 ? Number(port) + 1 : 3001} npm start\`.`,
  );

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, resolve);
  });
}

const close = (server) => new Promise((resolve) => server.close(resolve));
