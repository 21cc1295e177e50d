import { pairOf, visitPairs } from './certified-pairs.js';
import { gainOfAll } from './certified-gains.js';
import type { DualPrices, RoundBook, RoundCertificate, RoundFlow, RoundPlan } from './round.js';

/**
 * Whether a plan is what it says of itself. It finds no plan and shares nothing with what found this one: it reads the book, asks of
 * every pair whether it fits, and adds up.
 */
export function certify(book: RoundBook, plan: RoundPlan): RoundCertificate {
  const broken: string[] = [];
  const faults: string[] = [];
  const hold = (isKept: boolean, fault: string) => {
    if (!isKept) faults.push(fault);
  };
  const { relaxation, boundPrices, objectiveVnd, boundVnd } = plan;
  if (!arePrices(book, relaxation.prices) || !arePrices(book, boundPrices))
    return { feasible: false, blockingPairs: 0, gap: 0, faults: ['A dual price is missing, not whole or below 0.'] };

  const traded = tradeOf(book, plan.allocations, broken, true);
  for (const allocation of plan.allocations) {
    if (!isPriceWithin(book, relaxation.prices, allocation))
      broken.push(`${nameOf(book, allocation)}: the price is outside of its interval.`);
  }
  hold(objectiveVnd === traded.worthVnd, `The plan is worth ${traded.worthVnd} VND, not ${objectiveVnd}.`);
  hold(
    plan.newlyParticipating === traded.newcomers,
    `${traded.newcomers} organizations get what earns the bonus, not ${plan.newlyParticipating}.`,
  );
  hold(
    plan.bonusCostVnd >= 0n && (book.inclusionBonusVnd > 0 || plan.bonusCostVnd === 0n),
    'The cost of the bonus is below 0, or above it without a bonus.',
  );

  const relaxed = tradeOf(book, relaxation.flows, faults, false);
  for (const flow of relaxation.flows) {
    const pair = pairOf(book, flow.listing, flow.demand);
    const prices = relaxation.prices.supply[flow.listing]! + relaxation.prices.demand[flow.demand]!;
    hold(pair?.value === prices, `${nameOf(book, flow)}: the relaxation trades it at prices that aren't its value.`);
  }
  let blockingPairs = 0;
  const leastLotKg = book.listings.map(() => Infinity);
  const beyondPrices = new Map<number, bigint[]>();
  visitPairs(book, ({ value, lotKg }, listing, demand) => {
    if (value > relaxation.prices.supply[listing]! + relaxation.prices.demand[demand]!) blockingPairs += 1;
    leastLotKg[listing] = Math.min(lotKg, leastLotKg[listing]!);
    const beyond = value - boundPrices.supply[listing]! - boundPrices.demand[demand]!;
    if (beyond <= 0) return;
    const gain =
      BigInt(beyond) * BigInt(Math.min(book.listings[listing]!.quantityKg, book.demands[demand]!.quantityKg));
    if (beyondPrices.get(demand)?.push(gain) === undefined) beyondPrices.set(demand, [gain]);
  });
  hold(blockingPairs === 0, `${blockingPairs} compatible pairs are worth more than their two dual prices.`);
  const oneKg = leastLotKg.map((lotKg) => Math.min(lotKg, lotKg === Infinity ? Infinity : 1));
  const dualVnd = gainOfAll(book, relaxation.prices, { leastLotKg: oneKg, beyondPrices: new Map() });
  hold(
    relaxed.worthVnd === dualVnd,
    `The relaxation is worth ${relaxed.worthVnd} VND, and its dual prices say ${dualVnd}.`,
  );
  const provenVnd = gainOfAll(book, boundPrices, { leastLotKg, beyondPrices });
  hold(provenVnd === boundVnd, `The bound's prices prove ${provenVnd} VND, not ${boundVnd}.`);
  hold(objectiveVnd <= boundVnd, 'The plan is worth more than its bound.');
  return {
    feasible: broken.length === 0,
    blockingPairs,
    gap: boundVnd === 0n ? 0 : Number(boundVnd - objectiveVnd) / Number(boundVnd),
    faults: [...broken, ...faults],
  };
}

function arePrices({ listings, demands, inclusionBonusVnd }: RoundBook, { supply, demand }: DualPrices): boolean {
  const mayBeBelowZero = (place: number) => inclusionBonusVnd > 0 && listings[place]!.earnsBonus;
  return (
    supply.length === listings.length &&
    demand.length === demands.length &&
    supply.every((price, place) => Number.isSafeInteger(price) && (price >= 0 || mayBeBelowZero(place))) &&
    demand.every((price) => Number.isSafeInteger(price) && price >= 0)
  );
}

interface Trade {
  readonly worthVnd: bigint;
  /** Organizations that earn the bonus and trade. */
  readonly newcomers: number;
}

/** What is traded, once it is seen that it can be; lots and limits of suppliers only where they must be kept. */
function tradeOf(book: RoundBook, flows: readonly RoundFlow[], faults: string[], keepsLimits: boolean): Trade {
  const sentKg = new Map<number, number>();
  const receivedKg = new Map<number, number>();
  const suppliers = new Map<number, number>();
  const newcomers = new Set<string>();
  let worthVnd = 0n;
  let before: RoundFlow | undefined;
  for (const flow of flows) {
    const { listing, demand, quantityKg } = flow;
    const pair = pairOf(book, listing, demand);
    if (!pair) {
      faults.push(`${nameOf(book, flow)}: they don't fit.`);
      continue;
    }
    if (before && (before.listing - listing || before.demand - demand) >= 0)
      faults.push(`${nameOf(book, flow)}: it is there twice, or out of order.`);
    before = flow;
    if (!Number.isSafeInteger(quantityKg) || quantityKg < (keepsLimits ? pair.lotKg : 1)) {
      faults.push(`${nameOf(book, flow)}: the quantity is not whole, or below the lot.`);
      continue;
    }
    add(sentKg, listing, quantityKg);
    add(receivedKg, demand, quantityKg);
    add(suppliers, demand, 1);
    worthVnd += BigInt(pair.value) * BigInt(quantityKg);
    const { earnsBonus, organizationId } = book.listings[listing]!;
    if (earnsBonus) newcomers.add(organizationId);
  }
  for (const [listing, kg] of sentKg) {
    const { id, quantityKg } = book.listings[listing]!;
    if (kg > quantityKg) faults.push(`${id}: it gives ${kg} kg and has ${quantityKg}.`);
  }
  for (const [demand, kg] of receivedKg) {
    const { id, quantityKg, maximumSuppliers } = book.demands[demand]!;
    if (kg > quantityKg) faults.push(`${id}: it gets ${kg} kg and wants ${quantityKg}.`);
    if (keepsLimits && suppliers.get(demand)! > (maximumSuppliers ?? Infinity))
      faults.push(`${id}: ${suppliers.get(demand)} listings serve it, which are more than ${maximumSuppliers}.`);
  }
  worthVnd += BigInt(book.inclusionBonusVnd) * BigInt(newcomers.size);
  return { worthVnd, newcomers: newcomers.size };
}

const add = (sums: Map<number, number>, key: number, more: number) => sums.set(key, (sums.get(key) ?? 0) + more);

/** What the pair is worth is shared as the dual prices say, in proportion where they ask for more; what the way costs lies between. */
function isPriceWithin(
  book: RoundBook,
  { supply, demand }: DualPrices,
  allocation: RoundFlow & { readonly priceVndPerKg: number },
): boolean {
  const { priceVndPerKg: price } = allocation;
  const pair = pairOf(book, allocation.listing, allocation.demand);
  if (!pair || !Number.isSafeInteger(price)) return false;
  const least = book.listings[allocation.listing]!.askVndPerKg;
  const most = book.demands[allocation.demand]!.maximumVndPerKg;
  if (pair.value < 0) return least <= price && price <= most;
  const sellers = BigInt(Math.max(0, supply[allocation.listing]!));
  const buyers = BigInt(Math.max(0, demand[allocation.demand]!));
  const value = BigInt(pair.value);
  const isTooMuch = sellers + buyers > value;
  const sellersPart = isTooMuch ? (sellers * value) / (sellers + buyers) : sellers;
  const buyersPart = isTooMuch ? value - sellersPart : buyers;
  return BigInt(least) + sellersPart <= BigInt(price) && BigInt(price) <= BigInt(most) - buyersPart;
}

const nameOf = ({ listings, demands }: RoundBook, { listing, demand }: RoundFlow): string =>
  `${listings[listing]?.id ?? listing} to ${demands[demand]?.id ?? demand}`;
