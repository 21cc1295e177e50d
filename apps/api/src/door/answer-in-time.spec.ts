import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerInTime } from './answer-in-time.js';

const MOST_MS = 100;
const PIECES = 10;
const server = fastify({ forceCloseConnections: true });
let url: string;

beforeAll(async () => {
  answerInTime(server, MOST_MS);
  const slow = async function* () {
    for (let piece = 0; piece < PIECES; piece += 1) {
      yield `${piece} `;
      await sleep(MOST_MS / 2);
    }
  };
  server.get('/slow', (_, reply) => reply.type('text/plain').send(Readable.from(slow())));
  server.get('/never', () => new Promise(() => undefined));
  url = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

describe('an answer', () => {
  it('that has begun in time may take as long as it likes', async () => {
    const response = await fetch(`${url}/slow`);
    expect([response.status, await response.text()]).toEqual([200, '0 1 2 3 4 5 6 7 8 9 ']);
  });

  it('that has not begun in time is that we are unavailable', async () => {
    const response = await fetch(`${url}/never`);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
    ]);
  });
});
