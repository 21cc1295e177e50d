/** Whole VND a kilogram. */
export interface PriceInterval {
  readonly low: number;
  readonly high: number;
}

/** A pair that trades, with its dual prices in the relaxation. All in whole VND a kilogram. */
export interface PricedPair {
  readonly askVndPerKg: number;
  readonly maximumVndPerKg: number;
  /** maximum − ask − what the way costs. */
  readonly valueVndPerKg: number;
  readonly supplyPrice: number;
  readonly demandPrice: number;
}

/**
 * Where the price of a trade may lie: from what the listing must get, ask + its dual price, to what the demand must not pay more than,
 * maximum − its dual price. Between them lies what the way costs, which either may bear.
 *
 * A dual price below 0 counts as 0: a bonus pays for it, and nobody sells below the ask. Where the two dual prices are more than
 * the pair is worth, because a lot or a limit made it trade, both become less in proportion until they are what it is worth; the listing's
 * is rounded down. A pair worth less than nothing trades for a bonus only: then any price from ask to maximum will do.
 */
export function priceInterval(pair: PricedPair): PriceInterval {
  const { askVndPerKg, maximumVndPerKg, valueVndPerKg } = pair;
  if (valueVndPerKg < 0) return { low: askVndPerKg, high: maximumVndPerKg };
  let supplyPrice = Math.max(0, pair.supplyPrice);
  let demandPrice = Math.max(0, pair.demandPrice);
  if (supplyPrice + demandPrice > valueVndPerKg) {
    const together = BigInt(supplyPrice) + BigInt(demandPrice);
    supplyPrice = Number((BigInt(supplyPrice) * BigInt(valueVndPerKg)) / together);
    demandPrice = valueVndPerKg - supplyPrice;
  }
  return { low: askVndPerKg + supplyPrice, high: maximumVndPerKg - demandPrice };
}

/** The middle of the interval; of two middles the higher. */
export const middleOf = ({ low, high }: PriceInterval): number => low + Math.ceil((high - low) / 2);
