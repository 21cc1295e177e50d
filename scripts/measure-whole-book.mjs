// `npm run measure:whole-book`: how far the relaxation of a round comes as its book grows, by several ways, each in a process of its own; what
// docs/research/whole-book.md reports. `-- 250000 --ways coarse --thickest 1 --seconds 600` is one book of so many listings, one way, its thickest
// commodity, and no pass begun after so many CPU seconds of a commodity; `--minutes` ends a process.
import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild } from './ensure-build.mjs';

const LISTINGS = ['10000', '100000'];
const LISTINGS_BY_DEMAND = 5;
const WAYS = ['round', 'present', 'provinces', 'coarse', 'limited', 'all', 'changed'];
/** VND a kilogram: how far a pair may fall short of its two prices, and still begin in the pool or stay in it. */
const MARGIN = 300;
/** So many of the thickest commodities get a line of their own. */
const LINES = 3;
/** A book of so many listings tells each pass, so that something is known where it doesn't come to an end. */
const LARGE = 5_000;
/** Of the steps of a round with lots and limits one in so many is told. */
const STEPS = 10;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    ways: { type: 'string', default: WAYS.join(',') },
    thickest: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '300' },
    minutes: { type: 'string', default: '25' },
    margin: { type: 'string', default: String(MARGIN) },
    few: { type: 'string', default: '5' },
    one: { type: 'boolean', default: false },
  },
});
const [seconds, margin, few, thickest] = ['seconds', 'margin', 'few', 'thickest'].map((name) => Number(values[name]));
const size = (listings) => ({ listings: Number(listings), demands: Number(listings) / LISTINGS_BY_DEMAND });

const whole = (number) => Math.round(number).toLocaleString('en');
const oneDecimal = (number) => number.toFixed(1);
const megabytes = () => `${whole(process.resourceUsage().maxRSS / 1_024)} MB`;

async function measureOne(listings, way) {
  if (way === 'round') return measureRound(size(listings));
  const { bookByCommodity } = await import('./whole-book/book-by-commodity.mjs');
  const { Settling } = await import('./whole-book/settling.mjs');
  const { settledFromCoarse } = await import('./whole-book/coarse-prices.mjs');
  const { settleAfterChange } = await import('./whole-book/changed-book.mjs');
  const fromNothing = (book, { dearest, byProvince }) => {
    const settling = new Settling(book, undefined, { byProvince, few });
    settling.seed();
    settling.settle({ seconds, dearest, onPass });
    return settling;
  };
  const settle = {
    present: (book, tell) => tell(way, fromNothing(book, {})),
    limited: (book, tell) => tell(way, fromNothing(book, { dearest: margin })),
    provinces: (book, tell) => tell(way, fromNothing(book, { byProvince: true })),
    coarse: (book, tell) => tell(way, settledFromCoarse(book, { margin, few, seconds, onPass })),
    all: (book, tell) =>
      tell(way, settledFromCoarse(book, { margin, few, seconds, dearest: margin, byProvince: true, onPass })),
    changed: (book, tell) => settleAfterChange(book, { seconds, onPass }, tell),
  }[way];
  const totals = new Map();
  for (const [at, book] of bookByCommodity(size(listings)).slice(0, thickest).entries()) {
    settle(book, (name, settling) => {
      const seen = figuresOf(settling);
      totals.set(name, added(totals.get(name), seen));
      if (at < LINES) console.log(line(`${listings} ${book.commodityCode} ${name}`, seen), megabytes());
    });
  }
  for (const [name, seen] of totals) console.log(line(`${listings} ALL ${name}`, seen), megabytes());
}

function onPass(settling) {
  const { listings, ...seen } = figuresOf(settling);
  if (listings < LARGE) return;
  console.log(`  pass ${seen.passes} of ${whole(listings)} × ${whole(seen.demands)}:`, costs(seen), megabytes());
}

function figuresOf(settling) {
  const last = settling.passes.at(-1);
  return {
    listings: settling.pairs.listingPlaces.length,
    demands: settling.pairs.demandPlaces.length,
    books: 1,
    unsettled: settling.isSettled ? 0 : 1,
    passes: settling.passes.length,
    cpu: last.cpu,
    ...settling.spent,
    looks: settling.looks,
    pairs: settling.mostPairs,
    pivots: last.pivots - settling.pivotsBefore,
    worth: last.worth,
    bound: last.bound,
    to10: settling.cpuToGap(0.1) ?? NaN,
    to1: settling.cpuToGap(0.01) ?? NaN,
    to01: settling.cpuToGap(0.001) ?? NaN,
  };
}

const added = (before, seen) =>
  before ? Object.fromEntries(Object.entries(seen).map(([name, figure]) => [name, before[name] + figure])) : seen;

const line = (name, seen) =>
  [
    `${name}: ${whole(seen.listings)} × ${whole(seen.demands)},`,
    `${seen.unsettled === 0 ? 'settled' : `NOT settled ${seen.unsettled} of ${seen.books}`}, ${seen.passes} passes,`,
    costs(seen),
    `to 10/1/0.1%: ${[seen.to10, seen.to1, seen.to01].map(oneDecimal).join('/')} s`,
  ].join(' ');

const costs = (seen) =>
  [
    `CPU ${oneDecimal(seen.cpu)} s (simplex ${oneDecimal(seen.solving)}, walks ${oneDecimal(seen.walking)}, pool ${oneDecimal(seen.growing)}),`,
    `${whole(seen.looks / 1e6)} M looks, ${whole(seen.pairs)} pairs, ${whole(seen.pivots)} pivots,`,
    `worth ${seen.worth}, gap ${((100 * (seen.bound - seen.worth)) / seen.bound).toFixed(4)}%,`,
  ].join(' ');

/** The whole of it as it runs today: with lots, limits and the bonus. */
async function measureRound(size) {
  const { syntheticBook } = await import('./synthetic-book.mjs');
  const { solveRound } = await import('../dist/libs/matching/src/rounds/solve-round.js');
  const { PairPool } = await import('../dist/libs/matching/src/rounds/pair-pool.js');
  const book = syntheticBook(size);
  const cpuBefore = process.cpuUsage();
  const cpu = () => `CPU ${oneDecimal(Object.values(process.cpuUsage(cpuBefore)).reduce((a, b) => a + b) / 1e6)} s`;
  const name = `${size.listings} round:`;
  let pass = 0;
  const add = PairPool.prototype.add;
  PairPool.prototype.add = function (found) {
    const looked = cpu();
    const more = add.call(this, found);
    pass += 1;
    console.log(
      name,
      `pass ${pass} until ${looked}, ${whole(more)} pairs more, ${whole(this.size)} in all,`,
      megabytes(),
    );
    return more;
  };
  const plan = solveRound(book, ({ stage, done, of }) => {
    if (done === 0 || (stage === 'LIMITS' && done % STEPS === 0))
      console.log(name, stage, `${done} of ${of},`, cpu(), megabytes());
  });
  const gap = Number(plan.boundVnd - plan.objectiveVnd) / Number(plan.boundVnd);
  console.log(name, cpu(), `gap ${(100 * gap).toFixed(2)}%, worth ${plan.objectiveVnd}`, megabytes());
}

async function measureAll(books) {
  await ensureBuild();
  const load = loadavg().map(oneDecimal);
  console.log(
    new Date().toISOString(),
    `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.version}, load ${load.join(' ')}`,
  );
  for (const listings of books) {
    for (const way of values.ways.split(',')) {
      const settings = ['thickest', 'seconds', 'margin', 'few'].flatMap((name) => [`--${name}`, values[name]]);
      const args = ['--max-old-space-size=12000', fileURLToPath(import.meta.url), '--one', ...settings, listings, way];
      const { signal, status } = spawnSync(process.execPath, args, {
        stdio: 'inherit',
        timeout: 60_000 * Number(values.minutes),
      });
      if (status !== 0) console.log(`${listings} ${way}: ended early (${signal ?? `exit code ${status}`})`);
    }
  }
}

await (values.one ? measureOne(...positionals) : measureAll(positionals.length > 0 ? positionals : LISTINGS));
