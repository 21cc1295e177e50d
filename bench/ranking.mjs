import pg from 'pg';
import { performance } from 'node:perf_hooks';
import { isDeepStrictEqual } from 'node:util';
import { at, cpuOf, cpuOfFamily, heading, load, memoryOf, table } from './measure.mjs';
import { nationalServer } from './national-server.mjs';
import { startOurs } from './our-server.mjs';
import { MATCHES } from './page-questions.mjs';
import { untilIdle } from './peer-process.mjs';
import { offersSql, parametersOf, SCAN, TWO_PHASES, WISHES } from './peers/ranking-sql.mjs';

const SEED = 'lienket';
const BEST = 50;
const COUNT_MOST = 500;
// Its connections keep plans, each its own, once each has been asked some times.
const WARM_UP = 20;
const POOL = 2;
const STATEMENT_OVER_ALL = 'Lienket’s own statement over all';
/** It takes seconds for each where there are millions. */
const DEMANDS = { 0.1: 200, 1: 120, 3: 50 };

/** The best 50 listings for a demand by the default weights, exact: from memory, and by SQL alone. */
export async function measure({ scale, keep, shutdown }) {
  const database = await nationalServer({ scale, keep, shutdown });
  const client = new pg.Client({ connectionString: database.url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    const server = await startOurs({ url: database.url, pool: POOL, shutdown });
    await measureWith(client, { scale, server, ...database });
    await server.end();
  } finally {
    await client.query('drop schema if exists bench cascade');
    await client.end();
  }
}

async function measureWith(client, { scale, server, pid, version }) {
  const { businessDay } = await import('../dist/libs/platform/src/clock.js');
  const { reliabilityPeriod } = await import('../dist/libs/matching/src/score.js');
  const { BookKeeper } = await import('../dist/libs/matching/src/ranking/book-keeper.js');
  heading(`Ranking: the best ${BEST} listings for a demand, default weights, scale ${scale}`, [version]);
  const today = businessDay(new Date());
  const rowsOf = async ({ text, values }) => (await client.query(text, values)).rows;

  // While it reads all postings, nothing that is new can be vacuumed so that its index alone answers.
  await untilIdle(server, { pid });
  for (const statement of offersSql(reliabilityPeriod(today).from, today)) await client.query(statement);
  await requireIndexOnly(client);
  const startedAt = performance.now();
  const { book } = await BookKeeper.open({ query: rowsOf }, today);
  const seconds = (performance.now() - startedAt) / 1000;

  const wishes = await rowsOf({ text: WISHES, values: [today, SEED, WARM_UP + DEMANDS[scale]] });
  const peers = await plans({ book, rowsOf, client, today, server });
  const seen = new Map(peers.map((peer) => [peer, []]));
  const counts = [];
  for (const [number, wish] of wishes.entries()) {
    const answers = new Map();
    for (const peer of number % 2 === 0 ? peers : peers.toReversed()) {
      const { answer, ...spent } = await timed(() => peer.rank(wish), { process: peer.process, postgres: pid });
      answers.set(peer, answer);
      if (number >= WARM_UP) seen.get(peer).push(spent);
    }
    compare(
      peers.map((peer) => [peer, answers.get(peer)]),
      wish,
    );
    if (number >= WARM_UP) counts.push(answers.get(peers[1]).length);
  }
  report({ book, seconds, peers, seen, counts });
}

async function plans({ book, rowsOf, client, today, server }) {
  const { rankingStatement } = await import('../dist/libs/matching/src/match-sql.js');
  const { DEFAULT_WEIGHTS } = await import('../dist/libs/matching/src/weights.js');
  const { toNumber } = await import('../dist/libs/matching/src/fraction.js');
  const doubles = Object.fromEntries(Object.entries(DEFAULT_WEIGHTS).map(([name, share]) => [name, toNumber(share)]));
  const question = { anchor: 'DEMAND', weights: DEFAULT_WEIGHTS, today, first: BEST, after: null };
  const shortlist = ({ id }) => book.best('DEMAND', id, doubles, BEST + 1, COUNT_MOST);
  const ranked = async (id, among) => {
    const rows = await rowsOf(rankingStatement({ ...question, anchorIds: [id], ...among }));
    return rows.filter(({ listingId }) => listingId !== null).map(({ listingId, score }) => [listingId, Number(score)]);
  };
  const prepared = (name, text) => async (wish) => {
    const { rows } = await client.query({ name, text, values: parametersOf(wish) });
    return rows.map(({ id, score }) => [id, Number(score)]);
  };
  return [
    { name: '**Lienket**, the ranking in memory alone', rank: shortlist },
    {
      name: '**Lienket**, with the 51 ranked again and filled in by PostgreSQL',
      rank: async (wish) => {
        const among = shortlist(wish).candidates.map(({ id: otherId }) => ({ anchorId: wish.id, otherId }));
        return (await ranked(wish.id, { among })).slice(0, BEST);
      },
    },
    {
      name: '**Lienket** through GraphQL: that page with its 50 listings, organizations and provinces',
      process: server.pid,
      rank: ({ id }) => pageOf(server, id),
    },
    { name: STATEMENT_OVER_ALL, rank: async ({ id }) => (await ranked(id, {})).slice(0, BEST) },
    { name: 'narrow table, covering index (commodity, price), index-only scan', rank: prepared('scan', SCAN) },
    { name: 'the same by province, in two phases with a threshold', rank: prepared('phases', TWO_PHASES) },
  ];
}

async function pageOf({ url, headers }, id) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: MATCHES, variables: { id, first: BEST } }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(`No page for ${id}: ${errors[0].message}`);
  return data.demand.matches.nodes.map(({ listing, score }) => [listing.id, score]);
}

/** With the CPU of the process that does the work: this one, or a server of its own, of which /proc tells no less than 10 ms. */
async function timed(work, { process: pid, postgres }) {
  const ownCpu = () => (pid === undefined ? sumOf(process.cpuUsage()) : cpuOf(pid)) / 1000;
  const postgresBefore = cpuOfFamily(postgres);
  const cpuBefore = ownCpu();
  const startedAt = performance.now();
  const answer = await work();
  const wall = performance.now() - startedAt;
  const cpu = ownCpu() - cpuBefore;
  return { answer, wall, cpu, postgres: (cpuOfFamily(postgres) - postgresBefore) / 1000 };
}

const sumOf = ({ user, system }) => user + system;

/** The same 50 in the same order with the same scores; the shortlist of the memory holds them all. */
function compare(inOrder, { id }) {
  const [[, { candidates }], [, expected], ...others] = inOrder;
  const held = new Set(candidates.map((candidate) => candidate.id));
  if (!expected.every(([listing]) => held.has(listing))) throw new Error(`The memory misses one of the best of ${id}.`);
  for (const [{ name }, answer] of others)
    if (!isDeepStrictEqual(answer, expected))
      throw new Error(`${name} ranks otherwise for ${id}:\n${JSON.stringify(answer)}\n${JSON.stringify(expected)}`);
}

/** A plan that looks into the table isn't the best one. */
async function requireIndexOnly(client) {
  for (const [name, text] of Object.entries({ SCAN, TWO_PHASES })) {
    const { rows } = await client.query(`explain (generic_plan) ${text}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    if (!plan.includes('Index Only Scan using offer_by'))
      throw new Error(`${name} isn't answered by its index:\n${plan}`);
  }
}

function report({ book, seconds, peers, seen, counts }) {
  const few = counts.filter((count) => count < BEST).length;
  console.log(
    `${book.listingCount.toLocaleString('en')} open listings, ${book.demandCount.toLocaleString('en')} open demands, read into memory in ` +
      `${seconds.toFixed(1)} s (${memoryOf(process.pid).toFixed(0)} MB in all). ${counts.length} demands drawn at random, ` +
      `${few} of them with fewer than ${BEST} matches; by all in turn over one connection, all answers equal; load at the end ${load()}.\n`,
  );
  const statement = seen.get(peers.find(({ name }) => name === STATEMENT_OVER_ALL));
  const of = (spent, figure) => spent.map((one) => one[figure]);
  const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  table(
    ['', 'wall ms p50 / p95 / p99', 'p95 ×', 'CPU ms mean / p95', 'PostgreSQL ms mean'],
    peers.map((peer) => {
      const spent = seen.get(peer);
      const p95 = at(of(spent, 'wall'), 0.95);
      return [
        peer.name,
        [0.5, 0.95, 0.99].map((share) => at(of(spent, 'wall'), share).toFixed(2)).join(' / '),
        (p95 / at(of(statement, 'wall'), 0.95)).toFixed(3),
        `${mean(of(spent, 'cpu')).toFixed(2)} / ${at(of(spent, 'cpu'), 0.95).toFixed(2)}`,
        peer === peers[0] ? '–' : mean(of(spent, 'postgres')).toFixed(2),
      ];
    }),
  );
}
