import { describe, expect, it } from '@jest/globals';
import { addDays, addYears, businessDay, earliest, latest, startOfDay } from './clock.js';

describe('the business day', () => {
  it('begins at 17:00 UTC, which is midnight in Vietnam', () => {
    expect(businessDay(new Date('2026-12-31T16:59:59.999Z'))).toBe('2026-12-31');
    expect(businessDay(new Date('2026-12-31T17:00:00.000Z'))).toBe('2027-01-01');
  });

  it('starts with an instant of that day', () => {
    expect(startOfDay('2027-01-01').toISOString()).toBe('2026-12-31T17:00:00.000Z');
    expect(businessDay(startOfDay('2027-01-01'))).toBe('2027-01-01');
  });

  it('is followed by the next one over the ends of months and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('comes again a year later, on 28 February where there is no 29th', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2026-11-22', -3)).toBe('2023-11-22');
  });

  it('is compared by its text', () => {
    expect(earliest('2026-02-01', '2026-01-31')).toBe('2026-01-31');
    expect(latest('2026-02-01', '2026-01-31')).toBe('2026-02-01');
  });
});
