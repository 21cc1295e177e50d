import { keepsRules, worthOf } from './plan-worth.js';
import { repair } from './repair-plan.js';
import type { SlotPrices } from './slot-prices.js';

export const STEPS = 35;
export const STEPS_TO_REPAIR = 10;

export interface FoundPlan {
  readonly flows: Float64Array;
  readonly worth: bigint;
}

/**
 * The best plan that keeps every lot and limit, of those that are near to the flows which slot prices find step by step. What
 * is called after a step may give `slots` more arcs.
 */
export function bestPlan(
  slots: SlotPrices,
  steps = STEPS,
  afterStep: (step: number) => void = () => undefined,
): FoundPlan {
  if (keepsRules(slots.problem, slots.flows)) return { flows: slots.flows, worth: worthOf(slots.problem, slots.flows) };
  let best = repaired(slots);
  for (let step = 1; step <= steps; step += 1) {
    slots.step(best.worth);
    afterStep(step);
    if (step % STEPS_TO_REPAIR !== 0) continue;
    const plan = repaired(slots);
    if (plan.worth > best.worth) best = plan;
  }
  return best;
}

function repaired({ problem, byDemand, usualFlows: flows, prices }: SlotPrices): FoundPlan {
  const plan = repair(problem, byDemand, flows, prices);
  return { flows: plan, worth: worthOf(problem, plan) };
}
