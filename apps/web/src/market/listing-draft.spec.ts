import { describe, expect, it } from '@jest/globals';
import { daysOf, draftAfter, draftOf, EMPTY_DRAFT, faultsOf, inputOf, type ListingDraft } from './listing-draft';

const TODAY = '2026-11-26';
const DURIAN = {
  code: 'durian',
  nameVi: 'Sầu riêng',
  nameEn: 'Durian',
  grades: ['Loại 1'],
  tradeUnit: 'tấn',
  kgPerTradeUnit: '1000',
};
const SOUND: ListingDraft = {
  ...EMPTY_DRAFT,
  commodityCode: 'durian',
  variety: ' Ri6 ',
  amount: '1,5',
  when: 'NEXT_MONTH',
  price: '62.000',
};
const faults = (draft: Partial<ListingDraft>) => faultsOf({ ...SOUND, ...draft }, DURIAN, TODAY, 'vi');

describe('a draft', () => {
  it('without answers lacks what must be said, and the price may be left open', () => {
    expect(faultsOf(EMPTY_DRAFT, undefined, TODAY, 'vi')).toEqual({
      commodity: 'MISSING',
      amount: 'MISSING',
      days: 'MISSING',
    });
  });

  it.each([
    [{ amount: 'nhiều' }, { amount: 'NOT_A_NUMBER' }],
    [{ amount: '1.000.001' }, { amount: 'TOO_MUCH' }],
    [{ price: '0' }, { price: 'NOT_A_NUMBER' }],
    [{ price: '62.000,5' }, { price: 'NOT_WHOLE' }],
    [{ price: '100.000.001' }, { price: 'TOO_MUCH' }],
    [{ when: 'OTHER_DAYS', from: '2026-11-27', to: '' }, { days: 'MISSING' }],
    [{ when: 'OTHER_DAYS', from: '2026-11-01', to: '2026-11-25' }, { days: 'OVER_ALREADY' }],
    [{ when: 'OTHER_DAYS', from: '2026-12-02', to: '2026-12-01' }, { days: 'WRONG_ORDER' }],
    [{}, {}],
  ] as const)('of %j has the faults %j', (draft, expected) => {
    expect(faults(draft)).toEqual(expected);
  });

  it('becomes what the API takes: kilograms, days, whole VND', () => {
    expect(inputOf(SOUND, DURIAN, TODAY, 'vi')).toEqual({
      commodityCode: 'durian',
      variety: 'Ri6',
      grade: null,
      certifications: [],
      quantityKg: '1500',
      availableFrom: '2026-12-01',
      availableTo: '2026-12-31',
      askPriceVndPerKg: '62000',
    });
  });

  it('that was refused is mended from what was sent, and sends the same again', () => {
    const input = inputOf(SOUND, DURIAN, TODAY, 'vi');
    expect(inputOf(draftOf(input, DURIAN, 'vi'), DURIAN, TODAY, 'vi')).toEqual(input);
  });

  it("after last season's listing says the same of other days", () => {
    const before = {
      ...inputOf(SOUND, DURIAN, '2025-11-26', 'vi'),
      id: '1',
      commodity: DURIAN,
      grade: 'Loại 1',
      variety: 'Ri6',
      certifications: ['VIETGAP'],
      askPriceVndPerKg: null,
      remainingKg: '0',
      status: 'EXPIRED' as const,
      createdAt: '2025-11-26T00:00:00.000Z',
    };
    expect(inputOf(draftAfter(before, 'vi'), DURIAN, TODAY, 'vi')).toEqual({
      commodityCode: 'durian',
      variety: 'Ri6',
      grade: 'Loại 1',
      certifications: ['VIETGAP'],
      quantityKg: '1500',
      availableFrom: TODAY,
      availableTo: '2026-12-09',
      askPriceVndPerKg: null,
    });
  });
});

describe('days', () => {
  it.each([
    ['NOW', '2026-11-26', { from: '2026-11-26', to: '2026-12-09' }],
    ['THIS_MONTH', '2026-11-26', { from: '2026-11-26', to: '2026-11-30' }],
    ['NEXT_MONTH', '2026-12-31', { from: '2027-01-01', to: '2027-01-31' }],
    ['NEXT_MONTH', '2028-01-31', { from: '2028-02-01', to: '2028-02-29' }],
  ] as const)('%s, said on %s', (when, day, expected) => {
    expect(daysOf({ ...SOUND, when }, day)).toEqual(expected);
  });
});
