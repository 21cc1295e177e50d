import { describe, expect, it } from '@jest/globals';
import { memberCountIn, taxCodeIn } from './typed-profile';

describe('What is typed into a profile', () => {
  it.each([
    ['', null],
    ['120', 120],
    ['1.250', 1250],
    ['1 250', 1250],
    ['-3', undefined],
    ['nhiều', undefined],
  ])('has %j as a number of members', (text, count) => {
    expect(memberCountIn(text)).toBe(count);
  });

  it.each([
    ['', null],
    ['1100456789', '1100456789'],
    ['1100 456 789', '1100456789'],
    ['1100456789-001', '1100456789-001'],
    ['12', undefined],
    ['1100456789-1', undefined],
  ])('has %j as a tax code', (text, code) => {
    expect(taxCodeIn(text)).toBe(code);
  });
});
