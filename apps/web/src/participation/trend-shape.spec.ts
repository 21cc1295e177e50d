import { describe, expect, it } from '@jest/globals';
import { daysToName, lineOf, placing, scaleOf } from './trend-shape';

const point = (asOf: string, rate: number | null) => ({ asOf, knownAt: '', rate, participating: 0, counted: 1 });
const frame = { width: 120, height: 60, left: 10, right: 10, top: 5, bottom: 5 };

describe('the scale of a trend', () => {
  it.each([
    [[0.27, 0.418, 0.5], 0.2, 0.6],
    [[0.06, 0.07, 0.5], 0, 0.6],
    [[0.6, 0.9, 1], 0.5, 1],
    [[0], 0, 0.2],
  ])('of %j goes from %d to %d', (shares, low, high) => {
    const scale = scaleOf(shares);
    expect(scale.low).toBeCloseTo(low);
    expect(scale.high).toBeCloseTo(high);
    expect(scale.ticks.length).toBeLessThanOrEqual(7);
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(scale.low);
      expect(share).toBeLessThanOrEqual(scale.high);
    }
  });
});

describe('the line of a trend', () => {
  const at = placing(frame, '2026-01-01', '2026-01-11', 0, 1);

  it('places days by their distance and shares from the bottom up', () => {
    expect(at('2026-01-01', 0)).toEqual([10, 55]);
    expect(at('2026-01-11', 1)).toEqual([110, 5]);
    expect(at('2026-01-06', 0.5)).toEqual([60, 30]);
  });

  it('stops where nobody was counted', () => {
    const points = [
      point('2026-01-01', 0),
      point('2026-01-03', null),
      point('2026-01-06', 0.5),
      point('2026-01-11', 1),
    ];
    expect(lineOf(points, at)).toBe('M10.0 55.0M60.0 30.0L110.0 5.0');
  });
});

describe('days with a name under a trend', () => {
  it('are the years of a long one', () => {
    expect(daysToName('2021-11-30', '2026-11-25')).toEqual(
      ['2022', '2023', '2024', '2025', '2026'].map((year) => `${year}-01-01`),
    );
  });

  it('and months of a short one', () => {
    expect(daysToName('2025-11-30', '2026-04-25')).toEqual(['2026-01-01', '2026-03-01']);
  });
});
