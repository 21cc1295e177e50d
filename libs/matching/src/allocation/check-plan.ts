import type { Plan, Problem } from './problem.js';

export interface PlanCheck {
  /** Sentences; none where the plan keeps every rule and is what it says of itself. */
  readonly faults: readonly string[];
  /** Arcs worth more than their two prices together: each a fault where no lot and no limit of suppliers is asked for. */
  readonly blockingPairCount: number;
}

interface Supply {
  readonly quantity: number;
  readonly price: number;
  /** Of its group; 0 without one. */
  readonly bonus: number;
  sent: bigint;
  /** Infinity where nothing can leave it. */
  leastLot: number;
}

/**
 * Whether a plan keeps every rule of its problem, is worth what it says, and is no further from the best than it says. It finds
 * no plan itself and shares nothing with what found this one: it reads quantities and prices, and adds up.
 */
export function checkPlan(problem: Problem, plan: Plan): PlanCheck {
  const faults: string[] = [];
  const hold = (isKept: boolean, fault: string) => {
    if (!isKept) faults.push(fault);
  };
  const priced = (price: number | undefined, least: number) => {
    hold(Number.isSafeInteger(price) && price! >= least, 'A price is missing, not whole or below 0.');
    return Number.isSafeInteger(price) ? price! : 0;
  };
  const groups = new Map(
    (problem.groups ?? []).map(({ id, bonus }) => [String(id), { bonus, supplies: [] as Supply[] }]),
  );
  const supplies = new Map(
    problem.supplies.map(({ id, quantity, group }) => {
      const its = group == null ? undefined : groups.get(String(group));
      const bonus = its?.bonus ?? 0;
      const price = priced(plan.supplyPrices[id], bonus > 0 ? -Infinity : 0);
      const supply: Supply = { quantity, price, bonus, sent: 0n, leastLot: Infinity };
      its?.supplies.push(supply);
      return [String(id), supply];
    }),
  );
  const demands = new Map(
    problem.demands.map(({ id, quantity, minimumLot, maximumSuppliers }) => [
      String(id),
      {
        quantity,
        lot: minimumLot ?? 0,
        limit: maximumSuppliers ?? Infinity,
        price: priced(plan.demandPrices[id], 0),
        received: 0n,
        supplierCount: 0,
        isOffered: false,
        gains: [] as bigint[],
      },
    ]),
  );
  const isRelaxation =
    problem.demands.every(({ minimumLot, maximumSuppliers }) => !(minimumLot! > 1) && maximumSuppliers == null) &&
    problem.arcs.every(({ minimumLot }) => !(minimumLot! > 1));

  const flows = new Map(plan.flows.map((flow) => [`${flow.supply}\n${flow.demand}`, flow.quantity]));
  hold(flows.size === plan.flows.length, 'A pair has two flows.');
  let worth = 0n;
  let blockingPairCount = 0;
  for (const arc of problem.arcs) {
    const from = supplies.get(String(arc.supply))!;
    const to = demands.get(String(arc.demand))!;
    const pair = `${arc.supply}\n${arc.demand}`;
    const quantity = flows.get(pair) ?? 0;
    const lot = Math.max(1, to.lot, arc.minimumLot ?? 0);
    const most = Math.min(from.quantity, to.quantity);
    const more = arc.value - from.price - to.price;
    if (flows.delete(pair)) {
      hold(Number.isSafeInteger(quantity) && quantity >= lot, `${arc.supply} to ${arc.demand}: below the lot.`);
      if (!Number.isSafeInteger(quantity)) continue;
      hold(!isRelaxation || more === 0, `${arc.supply} to ${arc.demand}: traded at prices that aren't its value.`);
      from.sent += BigInt(quantity);
      to.received += BigInt(quantity);
      to.supplierCount += 1;
      worth += BigInt(arc.value) * BigInt(quantity);
    }
    if (more > 0 && (isRelaxation || (lot <= most && to.limit > 0))) blockingPairCount += 1;
    // Nothing can be gained where a lot doesn't fit, or a unit costs as much as the bonus that it could earn.
    if (lot > most || to.limit === 0 || arc.value <= -from.bonus) continue;
    from.leastLot = Math.min(from.leastLot, lot);
    to.isOffered = true;
    if (more > 0) to.gains.push(BigInt(more) * BigInt(most));
  }
  hold(flows.size === 0, 'A flow is on no arc.');
  hold(!isRelaxation || blockingPairCount === 0, `${blockingPairCount} arcs are worth more than their two prices.`);
  for (const [id, { sent, quantity }] of supplies) hold(sent <= BigInt(quantity), `${id}: sends more than it has.`);
  for (const [id, { received, quantity, supplierCount, limit }] of demands) {
    hold(received <= BigInt(quantity), `${id}: gets more than it wants.`);
    hold(supplierCount <= limit, `${id}: is served by too many.`);
  }

  // No plan is worth more than what each could gain at these prices by itself.
  let bound = 0n;
  for (const { quantity, price, limit, isOffered, gains } of demands.values()) {
    if (isOffered) bound += BigInt(price) * BigInt(quantity);
    const best = gains.sort((a, b) => Number(b > a) - Number(b < a)).slice(0, Math.min(limit, gains.length));
    bound += best.reduce((sum, gain) => sum + gain, 0n);
  }
  for (const { quantity, price, bonus, leastLot } of supplies.values())
    if (bonus === 0 && leastLot < Infinity) bound += BigInt(price) * BigInt(quantity);
  for (const group of groups.values()) {
    if (group.supplies.some(({ sent }) => sent > 0n)) worth += BigInt(group.bonus);
    bound += bestOfGroup(
      group.bonus,
      group.supplies.filter(({ leastLot }) => leastLot < Infinity),
    );
  }
  hold(plan.objective === worth, `The plan is worth ${worth}, not ${plan.objective}.`);
  hold(plan.bound === bound, `The prices prove a bound of ${bound}, not ${plan.bound}.`);
  hold(plan.objective <= plan.bound, 'The plan is worth more than its bound.');
  hold(!isRelaxation || plan.objective === plan.bound, 'Without lots and limits the plan must reach its bound.');
  const gap = plan.bound === 0n ? 0 : Number(plan.bound - plan.objective) / Number(plan.bound);
  hold(plan.gap === gap, `The gap is ${gap}, not ${plan.gap}.`);
  return { faults: [...new Set(faults)], blockingPairCount };
}

/** The bonus, what is above 0 in full, and where that is less than a lot the least loss that makes one; or nothing. */
function bestOfGroup(bonus: number, supplies: readonly Supply[]): bigint {
  if (bonus === 0 || supplies.length === 0) return 0n;
  let best = BigInt(bonus);
  let missing = Math.min(...supplies.map(({ leastLot }) => leastLot));
  for (const { price, quantity } of supplies.toSorted((a, b) => b.price - a.price)) {
    const sent = price > 0 ? quantity : Math.min(quantity, missing);
    best += BigInt(price) * BigInt(sent);
    missing = Math.max(0, missing - sent);
  }
  return best > 0n ? best : 0n;
}
