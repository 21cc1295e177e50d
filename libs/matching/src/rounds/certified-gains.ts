import type { DualPrices, RoundBook } from './round.js';

export interface Gains {
  /** By listing: the smallest lot that can leave it; Infinity where it fits nobody. */
  readonly leastLotKg: readonly number[];
  /** By demand: what each compatible pair is worth beyond its two prices, for all that it could trade. */
  readonly beyondPrices: ReadonlyMap<number, bigint[]>;
}

/** What everybody could gain at most at these prices, each alone: no plan is worth more, whatever the prices. */
export function gainOfAll(
  book: RoundBook,
  { supply, demand }: DualPrices,
  { leastLotKg, beyondPrices }: Gains,
): bigint {
  let sum = 0n;
  const newcomers = new Map<string, number[]>();
  book.listings.forEach(({ organizationId, earnsBonus, quantityKg }, listing) => {
    if (leastLotKg[listing] === Infinity) return;
    if (book.inclusionBonusVnd === 0 || !earnsBonus) sum += BigInt(supply[listing]!) * BigInt(quantityKg);
    else if (newcomers.get(organizationId)?.push(listing) === undefined) newcomers.set(organizationId, [listing]);
  });
  for (const listings of newcomers.values()) {
    let missingKg = Math.min(...listings.map((listing) => leastLotKg[listing]!));
    let gain = BigInt(book.inclusionBonusVnd);
    // All that has a price above 0, and what a lot then still lacks at the prices below 0 that are nearest to it.
    for (const listing of listings.toSorted((a, b) => supply[b]! - supply[a]!)) {
      const { quantityKg } = book.listings[listing]!;
      const kg = supply[listing]! > 0 ? quantityKg : Math.min(quantityKg, missingKg);
      gain += BigInt(supply[listing]!) * BigInt(kg);
      missingKg = Math.max(0, missingKg - kg);
    }
    if (gain > 0n) sum += gain;
  }
  book.demands.forEach(({ quantityKg, maximumSuppliers }, place) => {
    sum += BigInt(demand[place]!) * BigInt(quantityKg);
    const best = (beyondPrices.get(place) ?? []).toSorted((a, b) => Number(b > a) - Number(b < a));
    for (const gain of best.slice(0, maximumSuppliers ?? best.length)) sum += gain;
  });
  return sum;
}
