import { describe, expect, it } from '@jest/globals';
import { ratedYear, ratingBand } from './rating-band.js';

describe('a rating', () => {
  it.each([
    [100, 'GOOD'],
    [80, 'GOOD'],
    [79.99, 'FAIR'],
    [65, 'FAIR'],
    [64.99, 'AVERAGE'],
    [50, 'AVERAGE'],
    [49.99, 'WEAK'],
    [0, 'WEAK'],
  ] as const)('of %d points is %s', (score, band) => {
    expect(ratingBand(score)).toBe(band);
  });

  it('counts from 31 December of its year', () => {
    expect(ratedYear('2026-12-30')).toBe(2025);
    expect(ratedYear('2026-12-31')).toBe(2026);
    expect(ratedYear('2027-01-01')).toBe(2026);
  });
});
