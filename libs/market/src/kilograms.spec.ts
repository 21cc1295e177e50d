import { describe, expect, it } from '@jest/globals';
import { grams, kilograms } from './kilograms.js';

describe('kilograms', () => {
  it('are added up to the gram', () => {
    expect(kilograms(grams('0.1') + grams('0.2'))).toBe('0.3');
    expect(kilograms(grams('1000000000') + grams('0.001'))).toBe('1000000000.001');
  });

  it('are written without trailing zeros', () => {
    expect(kilograms(grams('1250.500'))).toBe('1250.5');
    expect(kilograms(grams('10.000'))).toBe('10');
  });
});
