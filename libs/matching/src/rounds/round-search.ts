import { bestPlan, STEPS, STEPS_TO_REPAIR, type FoundPlan } from '../allocation/best-plan.js';
import { keepsRules } from '../allocation/plan-worth.js';
import type { Prices } from '../allocation/prices.js';
import { shareOfSlot, SlotPrices } from '../allocation/slot-prices.js';
import { BestPairs } from './best-pairs.js';
import type { CompatiblePairs } from './compatible-pairs.js';
import type { PairPool } from './pair-pool.js';
import { visitPairsAbove } from './pairs-above.js';
import { boundOverAll } from './price-bound-over-all.js';
import type { RoundMarket } from './round-market.js';

/** Of new pairs so many come into the pool at once, by listing and by demand. */
const FEW_OF_LISTING = 5;
const FEW_OF_DEMAND = 5;

/** No plan is worth more than the bound: these prices prove it over all compatible pairs. */
export interface ProvenBound {
  readonly bound: bigint;
  readonly prices: Prices;
}

interface PlanProof {
  readonly proven: ProvenBound;
  readonly slots: SlotPrices;
}

/** Finds pairs, prices and plans for the markets of one round. */
export class RoundSearch {
  constructor(
    private readonly pairs: CompatiblePairs,
    private readonly pool: PairPool,
  ) {}

  /** The pairs that are worth the most, as if everything had the price 0. */
  seed(onCommodity: (done: number) => void): void {
    const { listingPlaces, demandPlaces } = this.pairs;
    const free = { supply: new Float64Array(listingPlaces.length), demand: new Float64Array(demandPlaces.length) };
    this.pool.add(this.best(free, (_, done) => onCommodity(done)));
  }

  /** The optimum without lots and limits: no compatible pair is worth more than its two prices. */
  settle(market: RoundMarket, onSettled: (commodities: number) => void): void {
    market.settle((prices) => {
      let settled = 0;
      const found = this.best(prices, (count) => {
        if (count === 0) settled += 1;
      });
      onSettled(settled);
      return found;
    });
  }

  provenBound(market: RoundMarket, prices: Prices): ProvenBound {
    return { bound: boundOverAll(this.pairs, market.problem, prices, market.lots), prices };
  }

  /** The best plan with lots and limits that is found from a settled market, and what places then cost. */
  plan(market: RoundMarket, onStep: (step: number) => void): FoundPlan & PlanProof {
    const { pool } = this;
    market.grow();
    const slots = new SlotPrices(market.problem, pool.all, market.network, market.tree);
    let proven = this.provenBound(market, slots.bestPrices);
    const found = bestPlan(slots, STEPS, (step) => {
      onStep(step);
      if (step % STEPS_TO_REPAIR !== 0) return;
      const its = this.provenBound(market, slots.bestPrices);
      if (its.bound < proven.bound) proven = its;
      pool.add(this.bestWithSlots(slots));
      market.grow();
      slots.grow(market.problem, pool.all, market.network, its.bound);
    });
    return { ...found, proven, slots };
  }

  /** The same in fewer steps, from where it ended in a market that differs little. It proves no bound. */
  planNear(market: RoundMarket, found: SlotPrices, steps: number, onStep: (step: number) => void): FoundPlan {
    market.grow();
    const slots = new SlotPrices(market.problem, this.pool.all, market.network, market.tree);
    if (!keepsRules(slots.problem, slots.flows)) slots.startFrom(found);
    return bestPlan(slots, steps, onStep);
  }

  private best(prices: Prices, onCommodity: (count: number, done: number) => void): BestPairs {
    const best = this.noPairs();
    this.pairs.commodities.forEach((commodity, at) => {
      let count = 0;
      const visit = (listing: number, demand: number, more: number) => {
        best.offer(listing, demand, more);
        count += 1;
      };
      visitPairsAbove(this.pairs, commodity, prices, visit, (listing, demand) => best.least(listing, demand));
      onCommodity(count, at + 1);
    });
    return best;
  }

  /** Those that are worth more than their two prices and their share of a place. */
  private bestWithSlots({ prices, slotPrice, problem: { supplyQuantity, demandQuantity } }: SlotPrices): BestPairs {
    const best = this.noPairs();
    const offer = (listing: number, demand: number, more: number) => {
      const most = Math.min(supplyQuantity[listing]!, demandQuantity[demand]!);
      const gain = more - shareOfSlot(slotPrice[demand]!, most);
      if (gain > 0) best.offer(listing, demand, gain);
    };
    for (const commodity of this.pairs.commodities)
      visitPairsAbove(this.pairs, commodity, prices, offer, (listing, demand) => best.least(listing, demand));
    return best;
  }

  private noPairs(): BestPairs {
    const { listingPlaces, demandPlaces } = this.pairs;
    return new BestPairs(listingPlaces.length, demandPlaces.length, FEW_OF_LISTING, FEW_OF_DEMAND);
  }
}
