import { describe, expect, it } from '@jest/globals';
import { postingStatus, windowOf } from './posting-status.js';

const open = { quantityKg: '1000', heldKg: '0', withdrawnAt: null, days: windowOf('2026-11-01', '2026-11-30') };

describe('the status of a posting', () => {
  it('is OPEN until the last day of its window and EXPIRED the day after', () => {
    expect(postingStatus(open, '2026-10-01')).toBe('OPEN');
    expect(postingStatus(open, '2026-11-30')).toBe('OPEN');
    expect(postingStatus(open, '2026-12-01')).toBe('EXPIRED');
  });

  it('is FILLED when contracts hold all of it, also past its window', () => {
    expect(postingStatus({ ...open, heldKg: '999.999' }, '2026-11-15')).toBe('OPEN');
    expect(postingStatus({ ...open, heldKg: '1000.000' }, '2026-12-15')).toBe('FILLED');
  });

  it('is WITHDRAWN before everything else', () => {
    expect(postingStatus({ ...open, heldKg: '1000', withdrawnAt: new Date(0) }, '2026-12-15')).toBe('WITHDRAWN');
  });
});
