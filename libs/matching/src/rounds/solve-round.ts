import { STEPS } from '../allocation/best-plan.js';
import { worthOf } from '../allocation/plan-worth.js';
import { CompatiblePairs } from './compatible-pairs.js';
import { incentiveOf, noIncentive, withoutLots } from './incentive.js';
import { PairPool } from './pair-pool.js';
import { PlanInBook } from './plan-in-book.js';
import type { RoundBook, RoundFlow, RoundPlan, RoundProgress } from './round.js';
import { RoundMarket } from './round-market.js';
import { ProgressOf } from './round-progress.js';
import { RoundSearch } from './round-search.js';
import { requireSound } from './sound-book.js';

/** The plan without the bonus is only there to say what the bonus costs. */
const STEPS_WITHOUT_BONUS = 10;

/**
 * The plan of a round: who delivers how much to whom, so that Σ quantity × value and the bonuses are together as much as could
 * be found, and the prices that prove how near that is to the best. On a large book it works for a minute and can't be
 * interrupted: run it in a thread, and end the thread. Nothing is left to chance: the same book gives the same plan to the byte.
 * @throws UnsoundRound
 */
export function solveRound(book: RoundBook, report: (progress: RoundProgress) => void): RoundPlan {
  requireSound(book);
  const pairs = new CompatiblePairs(book);
  const pool = new PairPool(pairs, book);
  const search = new RoundSearch(pairs, pool);
  const inBook = new PlanInBook(pairs, pool);
  const commodityCount = pairs.commodities.length;
  const hasBonus = book.inclusionBonusVnd > 0;
  const times = hasBonus ? 2 : 1;

  const candidates = new ProgressOf('CANDIDATES', commodityCount, report);
  search.seed((done) => candidates.reach(done));
  const settled = new ProgressOf('PRICES', times * commodityCount, report);
  const bare = new RoundMarket(pairs, pool, noIncentive(pairs));
  search.settle(bare, (done) => settled.reach(done));
  const incentive = hasBonus ? incentiveOf(pairs, book) : noIncentive(pairs);
  const relaxed = hasBonus ? new RoundMarket(pairs, pool, withoutLots(incentive), bare) : bare;
  if (hasBonus) search.settle(relaxed, (done) => settled.reach(commodityCount + done));
  const { flows: relaxedFlows, prices } = relaxed;
  const relaxation = { flows: inBook.flows(relaxedFlows), prices: inBook.prices(prices) };

  const market = hasBonus ? new RoundMarket(pairs, pool, incentive, bare) : bare;
  const stepCount = hasBonus ? STEPS + STEPS_WITHOUT_BONUS : STEPS;
  const steps = new ProgressOf('LIMITS', stepCount, report);
  if (hasBonus) search.settle(market, () => undefined);
  const found = search.plan(market, (step) => steps.reach(step));
  const without = hasBonus
    ? search.planNear(bare, found.slots, STEPS_WITHOUT_BONUS, (step) => steps.reach(STEPS + step))
    : found;
  steps.reach(stepCount);

  const worth = (plan: Float64Array) => worthOf(market.problem, plan);
  const flows = worth(without.flows) > worth(found.flows) ? without.flows : found.flows;
  const allocations = inBook.allocations(flows, prices);
  const surplusVnd = worthOf(bare.problem, flows);
  const { bound: boundVnd, prices: boundPrices } = lower(found.proven, search.provenBound(market, prices));
  return {
    allocations,
    objectiveVnd: worth(flows),
    boundVnd,
    boundPrices: inBook.prices(boundPrices),
    relaxation,
    newlyParticipating: newlyParticipating(book, allocations),
    bonusCostVnd: without.worth > surplusVnd ? without.worth - surplusVnd : 0n,
  };
}

const lower = <Proven extends { readonly bound: bigint }>(a: Proven, b: Proven): Proven => (b.bound < a.bound ? b : a);

function newlyParticipating({ listings }: RoundBook, flows: readonly RoundFlow[]): number {
  const served = flows.map(({ listing }) => listings[listing]!).filter(({ earnsBonus }) => earnsBonus);
  return new Set(served.map(({ organizationId }) => organizationId)).size;
}
