import { arcsOfDemands, UNLIMITED, type ArcsOfDemands, type IndexedProblem } from './indexed-problem.js';
import type { Network } from './network.js';
import { optimise } from './network-simplex.js';
import { boundAt } from './price-bound.js';
import { flowsOf, pricesOf, type Prices } from './prices.js';
import { setPotentials, type SpanningTree } from './spanning-tree.js';

/** Steps without a better bound after which they become half as long. */
const PATIENCE = 2;
const LEAST_PROGRESS = 1e-4;
/** Steps go half in the direction of the one before: alone they swing to and fro, and take twice as many. */
const MEMORY = 0.5;
/** What the flows of one step count in the mean of all. */
const NEWNESS = 0.25;
/** How far the bound can be off at first, by guess: naive plans are further from it than it is from the best. */
const LARGEST_GAP = 0.04;

/**
 * A price on each place of a supplier at a demand with a limit. What is traded on an arc bears its share of it: the share of the
 * most that could flow there. A place becomes dearer where the last flows took too many, cheaper where they took too few, and
 * the flows are optimised again from where they were. All prices give a bound; the best is kept.
 */
export class SlotPrices {
  flows: Float64Array;
  /** By arc: the mean of what flowed there in the steps so far, the last ones counting most. A plan that keeps the limits is nearer to it than to any one of them. */
  usualFlows: Float64Array;
  prices: Prices;
  bound: bigint;
  bestPrices: Prices;
  /** By demand: what a place for a supplier costs. */
  readonly slotPrice: Float64Array;
  private readonly direction: Float64Array;
  byDemand: ArcsOfDemands;
  private pace = 1;
  private stepsWithoutProgress = 0;

  constructor(
    public problem: IndexedProblem,
    usable: Int32Array,
    private network: Network,
    private readonly tree: SpanningTree,
  ) {
    this.slotPrice = new Float64Array(problem.demandLimit.length);
    this.direction = new Float64Array(problem.demandLimit.length);
    this.byDemand = arcsOfDemands(problem, usable);
    this.flows = flowsOf(network, tree, problem.arcSupply.length);
    this.usualFlows = this.flows.slice();
    this.prices = this.bestPrices = pricesOf(problem, network, tree);
    this.bound = boundAt(problem, this.byDemand, this.prices, network.groups);
  }

  /** @param worth that of the best plan so far: the nearer it is to the bound, the shorter the step */
  step(worth: bigint): void {
    const { direction, slotPrice } = this;
    const norm = this.turn();
    if (norm === 0) return;
    const distance = Math.min(Number(this.bound - worth), LARGEST_GAP * Number(this.bound));
    const length = (this.pace * distance) / norm;
    for (let demand = 0; demand < slotPrice.length; demand += 1)
      slotPrice[demand] = Math.max(0, slotPrice[demand]! + length * direction[demand]!);
    this.follow();
  }

  /** Goes on from where another search over the same arcs ended. */
  startFrom({ slotPrice, usualFlows }: Pick<SlotPrices, 'slotPrice' | 'usualFlows'>): void {
    this.slotPrice.set(slotPrice);
    this.usualFlows.set(usualFlows);
    this.follow();
  }

  private follow(): void {
    this.putOnArcs();
    setPotentials(this.network, this.tree);
    optimise(this.network, this.tree);
    this.flows = flowsOf(this.network, this.tree, this.problem.arcSupply.length);
    this.prices = pricesOf(this.problem, this.network, this.tree);
    for (let arc = 0; arc < this.flows.length; arc += 1)
      this.usualFlows[arc]! += NEWNESS * (this.flows[arc]! - this.usualFlows[arc]!);
    this.keepBest();
  }

  /**
   * Goes on with more arcs than before, which lie behind those that there were.
   * @param bound that of the best prices with these arcs
   */
  grow(problem: IndexedProblem, usable: Int32Array, network: Network, bound: bigint): void {
    [this.problem, this.network, this.bound] = [problem, network, bound];
    this.byDemand = arcsOfDemands(problem, usable);
    this.putOnArcs();
    this.flows = flowsOf(network, this.tree, problem.arcSupply.length);
    const usualFlows = new Float64Array(this.flows.length);
    usualFlows.set(this.usualFlows);
    this.usualFlows = usualFlows;
  }

  private keepBest(): void {
    const bound = boundAt(this.problem, this.byDemand, this.prices, this.network.groups);
    const progress = Number(this.bound - bound) / Number(this.bound);
    this.stepsWithoutProgress = progress > LEAST_PROGRESS ? 0 : this.stepsWithoutProgress + 1;
    if (this.stepsWithoutProgress === PATIENCE) {
      this.pace /= 2;
      this.stepsWithoutProgress = 0;
    }
    if (bound >= this.bound) return;
    this.bound = bound;
    this.bestPrices = this.prices;
  }

  /** Towards where the flows take more places than there are. Places that cost nothing can't become cheaper. */
  private turn(): number {
    const { direction, slotPrice, flows } = this;
    const { arcDemand, demandLimit } = this.problem;
    const taken = new Float64Array(demandLimit.length);
    for (const arc of this.byDemand.arcs) if (flows[arc]! > 0) taken[arcDemand[arc]!]! += flows[arc]! / this.most(arc);
    let norm = 0;
    for (let demand = 0; demand < demandLimit.length; demand += 1) {
      const limit = demandLimit[demand]!;
      if (limit === UNLIMITED) continue;
      const way = MEMORY * direction[demand]! + (1 - MEMORY) * (taken[demand]! - limit);
      direction[demand] = slotPrice[demand] === 0 ? Math.max(0, way) : way;
      norm += direction[demand]! ** 2;
    }
    return norm;
  }

  private putOnArcs(): void {
    const { problemArc, value } = this.network;
    for (let place = 0; place < problemArc.length; place += 1) {
      const arc = problemArc[place]!;
      if (arc === -1) continue;
      const price = this.slotPrice[this.problem.arcDemand[arc]!]!;
      value[place] = this.problem.arcValue[arc]! - shareOfSlot(price, this.most(arc));
    }
  }

  private most(arc: number): number {
    const { arcSupply, arcDemand, supplyQuantity, demandQuantity } = this.problem;
    return Math.min(supplyQuantity[arcSupply[arc]!]!, demandQuantity[arcDemand[arc]!]!);
  }
}

/** What a unit bears of the price of a place, where at most so many flow. */
export const shareOfSlot = (slotPrice: number, most: number): number => Math.round(slotPrice / most);
