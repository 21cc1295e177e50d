/** Lots of 200 to 13,000 kg, each doubling as likely as the next; orders of 2 to 99 tonnes, of buyers who take from 200 to 1,200 kg on. */
export function syntheticOrder(dice, { candidateCount, suppliersMax }) {
  const quantityG = dice(2000, 99_000) * 1000;
  const leastOfBuyerG = dice(200, 1200) * 1000;
  const candidates = Array.from({ length: candidateCount }, (_, number) => ({
    listingId: String(number).padStart(4, '0'),
    supplierId: `supplier ${dice(1, 150)}`,
    score: dice(350_000, 900_000),
    leastG: Math.max(leastOfBuyerG, 200_000),
    mostG: Math.min(quantityG, Math.floor(200_000 * 65 ** (dice(0, 1e6) / 1e6))),
  })).filter(({ leastG, mostG }) => leastG <= mostG);
  return { candidates, order: { quantityG, suppliersMax, unseenScore: null } };
}

/** Whole numbers between two, that come back with their seed (mulberry32). */
export function diceOf(seed) {
  let state = seed >>> 0;
  return (least, most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return least + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (most - least + 1));
  };
}
