import { UNLIMITED, type IndexedProblem } from './indexed-problem.js';

/** A plan that keeps every rule while it is being put together: what flows, and what is left to give. */
export class PlanDraft {
  readonly flows: Float64Array;
  readonly supplyRest: Float64Array;
  readonly demandRest: Float64Array;
  readonly slotsLeft: Int32Array;
  /** By group: how many of its arcs carry something. */
  private readonly groupArcs: Int32Array;

  constructor(private readonly problem: IndexedProblem) {
    this.flows = new Float64Array(problem.arcSupply.length);
    this.supplyRest = problem.supplyQuantity.slice();
    this.demandRest = problem.demandQuantity.slice();
    this.slotsLeft = problem.demandLimit.slice();
    this.groupArcs = new Int32Array(problem.groupBonus.length);
  }

  /** The most that an arc without a flow could carry now, were there a place: 0 where that is less than its lot. */
  room(arc: number): number {
    const most = Math.min(
      this.supplyRest[this.problem.arcSupply[arc]!]!,
      this.demandRest[this.problem.arcDemand[arc]!]!,
    );
    return most >= this.problem.arcLot[arc]! ? most : 0;
  }

  /** What a first flow on the arc earns beside its value. */
  bonus(arc: number): number {
    const group = this.problem.supplyGroup[this.problem.arcSupply[arc]!]!;
    return group === -1 || this.groupArcs[group]! > 0 ? 0 : this.problem.groupBonus[group]!;
  }

  /** What the arc's flow is worth to the plan: what is lost without it. */
  worth(arc: number): number {
    const group = this.problem.supplyGroup[this.problem.arcSupply[arc]!]!;
    const bonus = group !== -1 && this.groupArcs[group] === 1 ? this.problem.groupBonus[group]! : 0;
    return this.problem.arcValue[arc]! * this.flows[arc]! + bonus;
  }

  set(arc: number, quantity: number): void {
    const supply = this.problem.arcSupply[arc]!;
    const demand = this.problem.arcDemand[arc]!;
    const group = this.problem.supplyGroup[supply]!;
    const before = this.flows[arc]!;
    const change = Number(quantity > 0) - Number(before > 0);
    this.flows[arc] = quantity;
    this.supplyRest[supply]! += before - quantity;
    this.demandRest[demand]! += before - quantity;
    if (this.slotsLeft[demand] !== UNLIMITED) this.slotsLeft[demand]! -= change;
    if (group !== -1) this.groupArcs[group]! += change;
  }
}
