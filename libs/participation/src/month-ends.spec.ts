import { describe, expect, it } from '@jest/globals';
import { seriesDays } from './month-ends.js';

describe('the days of a series', () => {
  it('are the last days of the months, and the last day asked for', () => {
    expect(seriesDays('2026-01-15', '2026-03-10')).toEqual(['2026-01-31', '2026-02-28', '2026-03-10']);
  });

  it('do not name a month end twice that is the last day asked for', () => {
    expect(seriesDays('2024-02-01', '2024-02-29')).toEqual(['2024-02-29']);
  });

  it('are those of the year asked for, also of the first century', () => {
    expect(seriesDays('0050-01-30', '0050-02-10')).toEqual(['0050-01-31', '0050-02-10']);
  });

  it('are one day where the first is the last', () => {
    expect(seriesDays('2026-05-05', '2026-05-05')).toEqual(['2026-05-05']);
  });
});
