import { describe, expect, it } from '@jest/globals';
import { NOTHING_TYPED, wishOf } from './typed-wish';

describe('what is typed for a round', () => {
  it('narrows nothing where nothing was typed', () => {
    expect(wishOf(NOTHING_TYPED, 'vi')).toEqual({});
  });

  it('is asked for as it was meant, numbers as people write them, and no transport is 0', () => {
    const typed = { commodityCodes: ['durian'], provinceCodes: ['82'], deliverFrom: '2026-12-01', deliverTo: '' };
    expect(wishOf({ ...typed, transport: '0', bonus: '1.000.000' }, 'vi')).toEqual({
      ...{ commodityCodes: ['durian'], provinceCodes: ['82'], deliverFrom: '2026-12-01' },
      ...{ transportCostVndPerKgKm: '0', inclusionBonusVnd: '1000000' },
    });
    expect(wishOf({ ...NOTHING_TYPED, transport: '2,6' }, 'vi')).toEqual({ transportCostVndPerKgKm: '2.6' });
  });

  it('is no wish where a number is none', () => {
    expect(wishOf({ ...NOTHING_TYPED, transport: 'hai' }, 'vi')).toBeNull();
    expect(wishOf({ ...NOTHING_TYPED, bonus: '-1' }, 'vi')).toBeNull();
  });
});
