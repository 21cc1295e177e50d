import { describe, expect, it } from '@jest/globals';
import { endOf, monthEndsBefore, questionOf, quarterBefore } from './question';
import { participationSearch } from './search';

describe('an address of the dashboard', () => {
  it('asks about the whole country, today, by the first reading, where it says nothing', () => {
    expect(questionOf(participationSearch({}))).toMatchObject({
      reading: 'ALL',
      scope: {},
      isLive: true,
      knownAt: null,
    });
  });

  it('keeps what is a question and leaves out the rest', () => {
    const asked = {
      reading: 'COOPERATIVES',
      province: 82,
      kind: 'ENTERPRISE',
      commodity: 'x y',
      months: 60,
      other: '1',
    };
    expect(participationSearch(asked)).toEqual({ reading: 'COOPERATIVES', province: '82', months: '60' });
  });

  it('keeps the zero that a code begins with', () => {
    expect(participationSearch({ province: '01' })).toEqual({ province: '01' });
  });

  it('ranks provinces by the rest of the scope', () => {
    const { scope, beyondProvinces } = questionOf({ province: '82', kind: 'COOPERATIVE' });
    expect(scope).toEqual({ provinceCodes: ['82'], kinds: ['COOPERATIVE'] });
    expect(beyondProvinces).toEqual({ kinds: ['COOPERATIVE'] });
  });

  it('is not live for another day, nor for another instant', () => {
    expect(questionOf({ asOf: '2026-06-30' }).isLive).toBe(false);
    expect(questionOf({ knownAt: '2026-06-30T10:00:00.000Z' }).isLive).toBe(false);
  });
});

describe('days', () => {
  it.each([
    ['2026-11-25', '2026-09-30'],
    ['2026-10-01', '2026-09-30'],
    ['2026-09-30', '2026-06-30'],
    ['2026-01-31', '2025-12-31'],
  ])('the quarter before %s ended on %s', (day, end) => {
    expect(quarterBefore(day)).toBe(end);
  });

  it('the ends of the months before, the last first', () => {
    expect(monthEndsBefore('2026-03-31', 3)).toEqual(['2026-02-28', '2026-01-31', '2025-12-31']);
  });

  it('a day ends in Vietnam, not in Greenwich', () => {
    expect(endOf('2026-10-31')).toBe('2026-10-31T16:59:59.999Z');
  });
});
