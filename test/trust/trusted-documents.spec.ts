import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFile } from '@lienket/platform';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { startLienket, type Answer, type Lienket } from '../support/lienket.js';

const PAGE = 'https://console.example.vn';
const FIGURE = readFileSync(projectFile('test/tour/2-figure.graphql'), 'utf8');
const WATCH = readFileSync(projectFile('test/tour/5-watch.graphql'), 'utf8');
const OTHER = '{ provinces { code } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const named = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

let folder: string;
let lienket: Lienket;

/** A list of the tour's documents, as a console's build would write one of its own. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lienket-documents-'));
  const list = Object.fromEntries([FIGURE, WATCH].map((text) => [hashOf(text), text]));
  writeFileSync(join(folder, 'documents.json'), JSON.stringify(list));
  lienket = await startLienket({
    LIENKET_ROLE: 'api',
    LIENKET_ORIGINS: PAGE,
    LIENKET_DOCUMENTS: join(folder, 'documents.json'),
  });
});
afterAll(async () => {
  await lienket.close();
  rmSync(folder, { recursive: true });
});

async function ask(body: object, origin?: string): Promise<string> {
  const response = await fetch(`${lienket.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(origin !== undefined && { origin }) },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as Answer;
  return errors?.[0]?.extensions.code ?? Object.keys(data ?? {}).join();
}

async function askOnSocket(payload: object, origin?: string): Promise<string> {
  const socket = new WebSocket(`${lienket.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    ...(origin !== undefined && { origin }),
  });
  try {
    return await new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => socket.send('{"type":"connection_init"}'));
      socket.on('message', (told: Buffer) => {
        const { type, payload: answer } = JSON.parse(told.toString()) as { type: string; payload: unknown };
        if (type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
        else if (type === 'error') resolve((answer as NonNullable<Answer['errors']>)[0]!.extensions.code);
        else if (type === 'next') resolve(Object.keys((answer as Answer).data ?? {}).join());
      });
    });
  } finally {
    socket.terminate();
  }
}

describe('a page in a browser, where a list of documents is given,', () => {
  it('asks what is on the list, by its hash or in full', async () => {
    expect(await ask(named(hashOf(FIGURE)), PAGE)).toBe('participation');
    expect(await ask({ query: FIGURE }, PAGE)).toBe('participation');
    expect(await ask({ query: FIGURE, ...named(hashOf(FIGURE)) }, PAGE)).toBe('participation');
    expect(await askOnSocket({ query: WATCH }, PAGE)).toBe('participationChanged');
  });

  it.each([
    ['another document', { query: OTHER }],
    ['one that differs by a space', { query: `${FIGURE} ` }],
    ['an unknown hash', named(hashOf(OTHER))],
    ['another document under a hash of the list', { query: OTHER, ...named(hashOf(FIGURE)) }],
    ['another document under its own hash, to be known from now on', { query: OTHER, ...named(hashOf(OTHER)) }],
    ["a hash that is an object's", named('__proto__')],
  ])('is refused %s', async (_, body) => {
    expect(await ask(body, PAGE)).toBe('FORBIDDEN');
  });

  it('is refused it on the socket too', async () => {
    expect(await askOnSocket({ query: OTHER }, PAGE)).toBe('FORBIDDEN');
  });
});

describe('who is no page', () => {
  it('asks what it likes', async () => {
    expect(await ask({ query: OTHER })).toBe('provinces');
    expect(await ask(named(hashOf(FIGURE)))).toBe('participation');
    expect(await ask(named(hashOf(OTHER)))).toBe('INVALID_INPUT');
    expect(await askOnSocket({ query: OTHER })).toBe('provinces');
  });
});

describe('a list', () => {
  it.each([
    ['with a document under another hash', JSON.stringify({ [hashOf(FIGURE)]: OTHER })],
    ['that is none', '[]'],
    ['that is no JSON', 'documents'],
  ])('%s stops the start, by the name of its variable', async (_, content) => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, content);
    await expect(startLienket({ LIENKET_ROLE: 'api', LIENKET_DOCUMENTS: path })).rejects.toThrow(/LIENKET_DOCUMENTS/);
  });
});
