import { describe, expect, it } from '@jest/globals';
import { gapText, tonnesText, worthText } from './amounts';

describe('what a round is worth', () => {
  it('is said in the unit that one would say it in', () => {
    expect(worthText('12345678901', 'vi')).toBe('12,3 tỷ đồng');
    expect(worthText('12345678901', 'en')).toBe('12.3 billion VND');
    expect(worthText('1234567', 'vi')).toBe('1,235 triệu đồng');
    expect(worthText('999', 'vi')).toBe('999 đồng');
    expect(worthText('0', 'vi')).toBe('0 đồng');
    expect(worthText('1234567890123456', 'vi')).toBe('1.234.568 tỷ đồng');
  });

  it('and in tonnes, to the kilogram where there are few', () => {
    expect(tonnesText(1_234_567, 'vi')).toBe('1.235 tấn');
    expect(tonnesText(12_345, 'vi')).toBe('12,3 tấn');
    expect(tonnesText(1_234, 'en')).toBe('1.234 tonnes');
  });

  it('is at most so far from the best: the gap is never said to be less than it is', () => {
    expect(gapText(0.0159, 'vi')).toBe('1,59%');
    expect(gapText(0.01590001, 'vi')).toBe('1,6%');
    expect(gapText(0.000001, 'en')).toBe('0.01%');
    expect(gapText(0, 'vi')).toBe('0%');
  });
});
