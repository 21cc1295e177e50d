import { describe, expect, it } from '@jest/globals';
import { bandOf, scoreIn, yearToRate } from './score';

describe('the points of a rating', () => {
  it.each([
    ['0', '0'],
    ['72', '72'],
    ['72,5', '72.5'],
    ['64,99', '64.99'],
    ['0,29', '0.29'],
    ['100', '100'],
    ['100,01', null],
    ['64,999', null],
    ['-1', null],
    ['', null],
    ['khá', null],
  ])('typed as %j are %j', (text, score) => {
    expect(scoreIn(text, 'vi')).toBe(score);
  });

  it.each([
    [80, 'GOOD'],
    [79.99, 'FAIR'],
    [65, 'FAIR'],
    [64.99, 'AVERAGE'],
    [50, 'AVERAGE'],
    [49.99, 'WEAK'],
  ] as const)('of %d are %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });

  it('are given for the year that is over', () => {
    expect(yearToRate('2026-11-26')).toBe(2025);
    expect(yearToRate('2026-12-31')).toBe(2026);
  });
});
