// `npm run measure:ranking`: the ranking in memory alone, over invented postings. Numbers of listings may be given: `-- 100000 1000000`.
import './require-node.mjs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { ensureBuild } from './ensure-build.mjs';
import { projectRoot } from './project-root.mjs';
import { numbersOf, RankingWorld } from './ranking-world.mjs';

const SEED = Number(process.env.SEED ?? 4);
const TODAY = 20_783;
const QUERIES = 2000;
const WARM_UP = 300;
const MOST = 51;
const COUNT_MOST = 500;
const DEFAULTS = { PRICE: 0.3, DISTANCE: 0.2, TIMING: 0.15, QUALITY: 0.15, RELIABILITY: 0.15, INCLUSION: 0.05 };
const CRITERIA = Object.keys(DEFAULTS);

await ensureBuild();
const { Book } = await import(pathToFileURL(join(projectRoot, 'dist/libs/matching/src/ranking/book.js')).href);

const sizes = process.argv.slice(2).map(Number);
for (const listingCount of sizes.length > 0 ? sizes : [100_000, 1_000_000, 3_000_000]) measure(listingCount);

function measure(listingCount) {
  const startedAt = performance.now();
  const { book, demandIds, listingIds } = fill(listingCount);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(
    `\n${book.listingCount} listings, ${book.demandCount} demands: invented and read in ${seconds.toFixed(1)} s, ` +
      `${(bytesOf(book) / 1e6).toFixed(0)} MB (seed ${SEED}, load ${loadavg()[0].toFixed(1)})`,
  );
  ask(book, 'DEMAND', demandIds, 'listings for a demand, default weights', () => DEFAULTS);
  ask(book, 'DEMAND', demandIds, 'listings for a demand, any weights', anyWeights);
  ask(book, 'LISTING', listingIds, 'demands for a listing, default weights', () => DEFAULTS);
  ask(book, 'LISTING', listingIds, 'demands for a listing, any weights', anyWeights);
}

function fill(listingCount) {
  const world = new RankingWorld(SEED, TODAY);
  const book = new Book(world.commodities);
  const [demandIds, listingIds] = [[], []];
  const known = new Set();
  for (let count = 0; count < listingCount; count += 1) {
    const supplier = world.supplier();
    if (!known.has(supplier.id)) book.putOwner(supplier);
    known.add(supplier.id);
    const listing = world.listing(supplier);
    book.load('LISTING', listing);
    if (count % 50 === 0) listingIds.push(listing.id);
  }
  let buyer = world.owner();
  for (let count = 0; count < listingCount / 5; count += 1) {
    if (count % 10 === 0) buyer = world.owner();
    const demand = world.demand(buyer);
    book.load('DEMAND', demand);
    if (count % 10 === 0) demandIds.push(demand.id);
  }
  book.plant();
  world.organizations.length = 0;
  return { book, demandIds, listingIds };
}

function ask(book, kind, ids, what, weightsOf) {
  const next = numbersOf(SEED + 1);
  const [times, cpuTimes, touched, counts] = [[], [], [], []];
  for (let query = 0; query < WARM_UP + QUERIES; query += 1) {
    const id = ids[Math.floor(next() * ids.length)];
    const weights = weightsOf(next);
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    const found = book.best(kind, id, weights, MOST, COUNT_MOST);
    const took = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    if (query < WARM_UP || found === null) continue;
    times.push(took);
    cpuTimes.push((user + system) / 1000);
    touched.push(found.touched);
    counts.push(found.totalCount);
  }
  const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  console.log(
    `  ${what.padEnd(40)} p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, p99 ${at(times, 0.99)} ms; ` +
      `CPU p50 ${at(cpuTimes, 0.5)} ms, p95 ${at(cpuTimes, 0.95)} ms, p99 ${at(cpuTimes, 0.99)} ms; ` +
      `rows looked at: mean ${mean(touched).toFixed(0)}, p95 ${at(touched, 0.95, 0)}; with fewer than ${MOST} matches: ` +
      `${((100 * counts.filter((count) => count < MOST).length) / counts.length).toFixed(0)}%`,
  );
}

/** Each criterion may be left out, or be all. */
function anyWeights(next) {
  const given = CRITERIA.map(() => (next() < 0.4 ? 0 : next()));
  const total = given.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return anyWeights(next);
  return Object.fromEntries(CRITERIA.map((name, place) => [name, given[place] / total]));
}

function at(numbers, share, digits = 3) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(digits);
}

/** Of the arrays that it is made of; what else there is doesn't grow with the postings. */
function bytesOf(thing, seen = new Set()) {
  if (ArrayBuffer.isView(thing)) return thing.buffer.byteLength;
  if (typeof thing !== 'object' || thing === null || seen.has(thing)) return 0;
  seen.add(thing);
  return Object.values(thing).reduce((sum, part) => sum + bytesOf(part, seen), 0);
}
