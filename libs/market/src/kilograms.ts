const DECIMAL = /^(\d+)(?:\.(\d{1,3}))?$/;

/** Whole grams of an amount in kilograms with at most three decimals, so that amounts add up and compare exactly. */
export function grams(quantityKg: string): bigint {
  const parts = DECIMAL.exec(quantityKg);
  if (!parts) throw new Error(`Not an amount in kilograms: ${quantityKg}`);
  return BigInt(parts[1] ?? '0') * 1000n + BigInt((parts[2] ?? '').padEnd(3, '0'));
}

/** The amount in kilograms, without trailing zeros. */
export function kilograms(amountGrams: bigint): string {
  const decimals = String(amountGrams % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const whole = String(amountGrams / 1000n);
  return decimals === '' ? whole : `${whole}.${decimals}`;
}
