import { grownNetwork, treeWithGroups } from '../allocation/grown-network.js';
import type { IndexedProblem } from '../allocation/indexed-problem.js';
import { buildNetwork, type Network, type NetworkFrame } from '../allocation/network.js';
import { optimise } from '../allocation/network-simplex.js';
import { flowsOf, pricesOf, type Prices } from '../allocation/prices.js';
import { treeWithoutTrade, type SpanningTree } from '../allocation/spanning-tree.js';
import type { BestPairs } from './best-pairs.js';
import type { CompatiblePairs } from './compatible-pairs.js';
import type { Incentive } from './incentive.js';
import type { PairPool } from './pair-pool.js';

/** The network of the pool's pairs, which gets the pairs that are found later too, and the tree it is optimised by. */
export class RoundMarket {
  network: Network;
  readonly tree: SpanningTree;
  private readonly frame: NetworkFrame;

  /** @param bare the same without a bonus, optimised already: this one begins where it stands */
  constructor(
    pairs: CompatiblePairs,
    private readonly pool: PairPool,
    private readonly incentive: Incentive,
    bare?: RoundMarket,
  ) {
    this.frame = { parts: partsOf(pairs), groups: incentive.lots };
    this.network = buildNetwork(this.problem, pool.all, this.frame);
    this.tree = bare
      ? treeWithGroups(this.network, bare.network, bare.tree, pool.size)
      : treeWithoutTrade(this.network);
  }

  get problem(): IndexedProblem {
    return this.pool.problem(this.incentive);
  }

  get lots() {
    return this.incentive.lots;
  }

  get prices(): Prices {
    return pricesOf(this.problem, this.network, this.tree);
  }

  get flows(): Float64Array {
    return flowsOf(this.network, this.tree, this.pool.size);
  }

  grow(): void {
    this.network = grownNetwork(this.network, this.tree, this.problem, this.pool.all, this.frame);
  }

  /** Optimises, takes in the pairs that are then worth more than their two prices, and again until there are none. */
  settle(findPairs: (prices: Prices) => BestPairs): void {
    this.grow();
    do optimise(this.network, this.tree);
    while (this.takeIn(findPairs(this.prices)));
  }

  private takeIn(found: BestPairs): boolean {
    if (this.pool.add(found) === 0) return false;
    this.grow();
    return true;
  }
}

/** Commodities share no pair, so each is a part of the network. */
function partsOf({ commodities, listingPlaces, demandPlaces }: CompatiblePairs): NetworkFrame['parts'] {
  const of = new Int32Array(1 + listingPlaces.length + demandPlaces.length).fill(commodities.length);
  commodities.forEach(({ listings, demands }, part) => {
    of.fill(part, 1 + listings[0], 1 + listings[1]);
    of.fill(part, 1 + listingPlaces.length + demands[0], 1 + listingPlaces.length + demands[1]);
  });
  return { count: commodities.length, of };
}
