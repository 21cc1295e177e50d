import autocannon from 'autocannon';
import pg from 'pg';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { projectRoot } from '../scripts/project-root.mjs';
import { alternating, cpuOf, cpuOfFamily, heading, load, median, memoryOf, table } from './measure.mjs';
import { nationalServer } from './national-server.mjs';
import { APOLLO, asPost, OURS, POSTGRAPHILE } from './page-questions.mjs';
import { VIEWS_SQL } from './page-sql.mjs';
import { newerNode, startPeer, untilIdle } from './peer-process.mjs';
import { startOurs } from './our-server.mjs';
import { installed } from './versions.mjs';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = [16, 4];
// Four of them fit into the 60 connections that `npm start` allows.
const POOL = 10;
const COMMODITIES = 20;

/** The page of 20 listings with organization and province: our whole stack, with a session, beside three servers that ask nobody who they are. */
export async function measure({ scale, keep, shutdown }) {
  const database = await nationalServer({ scale, keep, shutdown });
  const commodities = await prepare(database.url);
  const peers = await startAll(database.url, shutdown);
  for (const one of peers) await untilIdle(one, database);
  const bytes = await compare(peers, commodities);
  const versions = installed(['fastify', 'pg', '@apollo/server', 'graphql', 'postgraphile', 'autocannon']);
  heading(`Page of 20 listings with organization and province, scale ${scale}`, [versions, database.version]);
  console.log(
    `${commodities.length} commodities in turn, answers equal; ${ROUNDS} alternating rounds of ${SECONDS} s, medians; pool of ${POOL} each.`,
  );
  for (const connections of CONNECTIONS) {
    const measureOne = (one) => hit(one, { connections, commodities, database });
    for (const one of peers) await measureOne(one);
    const seen = await alternating(peers, ROUNDS, measureOne);
    console.log(`\n${connections} connections, load at the end ${load()}:\n`);
    report(peers, { seen, plain: peers[1], bytes });
  }
  for (const one of peers) await one.end();
}

async function startAll(url, shutdown) {
  const environment = { DATABASE_URL: url, NODE_ENV: 'production', GRAPHILE_ENV: 'production', POOL: String(POOL) };
  const start = async (name, file, ask, { node = process.execPath } = {}) => ({
    name,
    ask,
    ...(await startPeer({
      name,
      node,
      file: join(projectRoot, file),
      variables: environment,
      shutdown,
    })),
  });
  const { headers, ...ours } = await startOurs({ url, pool: POOL, shutdown });
  const listings = (commodity) => ({ method: 'GET', path: `/listings?commodity=${encodeURIComponent(commodity)}` });
  return [
    { ...ours, ask: asPost(OURS, headers) },
    await start('Fastify + pg', 'bench/peers/page-fastify.mjs', listings),
    await start('Apollo + DataLoader', 'bench/peers/page-apollo.mjs', asPost(APOLLO)),
    await start('PostGraphile', 'bench/peers/page-postgraphile.mjs', asPost(POSTGRAPHILE), { node: newerNode() }),
  ];
}

async function hit(one, { connections, commodities, database }) {
  const before = [cpuOf(one.pid), cpuOfFamily(database.pid)];
  const requests = commodities.map(one.ask);
  const result = await autocannon({ url: one.url, connections, duration: SECONDS, requests });
  const answered = result['2xx'];
  if (result.errors + result.non2xx + result.timeouts > 0 || answered === 0)
    throw new Error(
      `${one.name} left questions without an answer: ${result.errors} errors, ${result.non2xx} refusals.`,
    );
  return {
    rate: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: (cpuOf(one.pid) - before[0]) / answered,
    postgres: (cpuOfFamily(database.pid) - before[1]) / answered,
  };
}

/** Every peer answers the same rows in the same order, or nothing is measured. @returns the mean size of a peer's answer in bytes */
async function compare(peers, commodities) {
  const bytes = new Map(peers.map((one) => [one, 0]));
  for (const commodity of commodities) {
    const texts = [];
    for (const one of peers) {
      const { path, ...request } = one.ask(commodity);
      const text = await (await fetch(`${one.url}${path}`, request)).text();
      bytes.set(one, bytes.get(one) + Buffer.byteLength(text) / commodities.length);
      texts.push(text);
    }
    const other = texts.findIndex((text) => !isDeepStrictEqual(pageIn(text), pageIn(texts[0])));
    if (other !== -1)
      throw new Error(
        `${peers[other].name} answers other listings of ${commodity}:\n${texts[other].slice(0, 500)}\n${texts[0].slice(0, 500)}`,
      );
    if (pageIn(texts[0]).nodes.length === 0) throw new Error(`Nothing of ${commodity} is listed.`);
  }
  return bytes;
}

function pageIn(text) {
  const { data, ...page } = JSON.parse(text);
  const { nodes = [], pageInfo } = data?.listings ?? data?.allListings ?? page;
  return {
    nodes: nodes.map((node) => ({ ...node, createdAt: new Date(node.createdAt).toISOString() })),
    hasNextPage: pageInfo?.hasNextPage ?? page.hasNextPage,
  };
}

function report(peers, { seen, plain, bytes }) {
  const of = (one, figure) => seen.get(one).map((round) => round[figure]);
  const mid = (one, figure) => median(of(one, figure));
  const ratio = (one, figure) => (mid(one, figure) / mid(plain, figure)).toFixed(2);
  table(
    ['', 'req/s (least–most)', '×', 'p50 / p99 ms', 'CPU µs a request', '×', 'PostgreSQL µs', 'both ×', 'kB', 'MB'],
    peers.map((one) => {
      const rates = of(one, 'rate').toSorted((a, b) => a - b);
      const both = (which) => mid(which, 'cpu') + mid(which, 'postgres');
      return [
        one.name,
        `${mid(one, 'rate').toFixed(0)} (${rates[0].toFixed(0)}–${rates.at(-1).toFixed(0)})`,
        ratio(one, 'rate'),
        `${mid(one, 'p50')} / ${mid(one, 'p99')}`,
        mid(one, 'cpu').toFixed(0),
        ratio(one, 'cpu'),
        mid(one, 'postgres').toFixed(0),
        (both(one) / both(plain)).toFixed(2),
        (bytes.get(one) / 1000).toFixed(1),
        memoryOf(one.pid).toFixed(0),
      ];
    }),
  );
}

/** The views that peers read through, and the commodities of which the most is listed. */
async function prepare(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(VIEWS_SQL);
    await client.query('vacuum analyze');
    const { rows } = await client.query(
      'select commodity_code as code from market.listing group by 1 order by count(*) desc, 1 limit $1',
      [COMMODITIES],
    );
    return rows.map(({ code }) => code);
  } finally {
    await client.end();
  }
}
