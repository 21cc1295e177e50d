/** An exact ratio, denominator above 0. Scores are made of these: a sum that ends in exactly half a millionth must go up. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };
const ONE: Fraction = { numerator: 1n, denominator: 1n };

/** @param denominator not 0 */
export function fraction(numerator: bigint | number, denominator: bigint | number): Fraction {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { numerator: n / divisor, denominator: d / divisor };
}

/** Reads the decimal digits of a number as people and programs write them: 0.1 is a tenth, 1e-7 a ten-millionth. */
export function decimalFraction(decimal: string | number): Fraction {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(decimal));
  if (!parts) throw new Error('Not a decimal.');
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = parts;
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(sign + whole + decimals);
  return shift < 0 ? fraction(digits, 10n ** BigInt(-shift)) : fraction(digits * 10n ** BigInt(shift), 1n);
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);
/** @param b not 0 */
export const over = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);
export const sum = (terms: readonly Fraction[]): Fraction => terms.reduce(plus, ZERO);

/** min(1, max(0, x)) */
export function clamp(x: Fraction): Fraction {
  if (x.numerator <= 0n) return ZERO;
  return x.numerator >= x.denominator ? ONE : x;
}

/** Rounded half up to so many decimals, counted in units of the last one. For x of 0 or more. */
export const roundHalfUp = (x: Fraction, decimals: number): bigint =>
  (2n * x.numerator * 10n ** BigInt(decimals) + x.denominator) / (2n * x.denominator);

/** The decimal with so many digits after the point, rounded half up: what SQL reads as numeric. For x of 0 or more. */
export function toDecimal(x: Fraction, decimals: number): string {
  const digits = roundHalfUp(x, decimals)
    .toString()
    .padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The nearest double. For x of 0 or more. */
export const toNumber = (x: Fraction): number =>
  isSafe(x.numerator) && isSafe(x.denominator) // then a division of doubles rounds once, from the exact ratio
    ? Number(x.numerator) / Number(x.denominator)
    : Number(toDecimal(x, 40));

const isSafe = (whole: bigint): boolean => whole <= Number.MAX_SAFE_INTEGER;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
