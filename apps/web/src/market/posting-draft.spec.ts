import { describe, expect, it } from '@jest/globals';
import type { OwnPosting } from './documents';
import { contentOf, demandInput, listingInput } from './posting';
import { contentOfDraft, daysOf, draftAfter, draftOf, EMPTY_DRAFT, faultsOf, type PostingDraft } from './posting-draft';

const TODAY = '2026-11-26';
const DURIAN = {
  code: 'durian',
  nameVi: 'Sầu riêng',
  nameEn: 'Durian',
  grades: ['Loại 1'],
  tradeUnit: 'tấn',
  kgPerTradeUnit: '1000',
};
const SOUND: PostingDraft = {
  ...EMPTY_DRAFT,
  commodityCode: 'durian',
  variety: ' Ri6 ',
  amount: '1,5',
  when: 'NEXT_MONTH',
  price: '62.000',
};
const BEFORE: OwnPosting = {
  id: '1',
  commodity: DURIAN,
  variety: 'Ri6',
  grade: 'Loại 1',
  certifications: ['VIETGAP'],
  quantityKg: '1500',
  remainingKg: '0',
  minimumLotKg: '1',
  from: '2025-11-26',
  to: '2025-12-09',
  priceVndPerKg: null,
  province: { code: '82' },
  location: null,
  status: 'EXPIRED',
  createdAt: '2025-11-26T00:00:00.000Z',
};
const faults = (draft: Partial<PostingDraft>) => faultsOf({ ...SOUND, ...draft }, DURIAN, TODAY, 'vi');

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
    [{ lot: 'ít' }, { lot: 'NOT_A_NUMBER' }],
    [{ lot: '1,6' }, { lot: 'TOO_MUCH' }],
    [{ lot: '1,5', suppliers: '3' }, {}],
    [{ suppliers: '2,5' }, { suppliers: 'NOT_WHOLE' }],
    [{ suppliers: '10.001' }, { suppliers: 'TOO_MUCH' }],
    [{}, {}],
  ] as const)('of %j has the faults %j', (draft, expected) => {
    expect(faults(draft)).toEqual(expected);
  });

  it('becomes what the API takes: kilograms, days, whole VND', () => {
    const content = contentOfDraft({ ...SOUND, lot: '0,5', suppliers: '3', grade: 'Loại 1' }, DURIAN, TODAY, 'vi');
    const alike = { commodityCode: 'durian', variety: 'Ri6', quantityKg: '1500', minimumLotKg: '500' };
    expect(listingInput(content)).toEqual({
      ...alike,
      grade: 'Loại 1',
      certifications: [],
      availableFrom: '2026-12-01',
      availableTo: '2026-12-31',
      askPriceVndPerKg: '62000',
    });
    expect(demandInput(content)).toEqual({
      ...alike,
      minimumGrade: 'Loại 1',
      requiredCertifications: [],
      maximumSuppliers: 3,
      deliverFrom: '2026-12-01',
      deliverTo: '2026-12-31',
      maximumPriceVndPerKg: '62000',
    });
  });

  it('of a posting that is changed sends all of it again, where it is too', () => {
    const posting = {
      ...BEFORE,
      minimumLotKg: '500',
      maximumSuppliers: 2,
      location: { latitude: 10.4, longitude: 106.1 },
    };
    const again = contentOfDraft(draftOf(contentOf(posting), DURIAN, 'vi'), DURIAN, TODAY, 'vi');
    expect(again).toEqual(contentOf(posting));
    expect(demandInput(again)).toMatchObject({ provinceCode: '82', latitude: 10.4, longitude: 106.1 });
  });

  it('that was refused is mended from what was sent, and sends the same again', () => {
    const input = contentOfDraft(SOUND, DURIAN, TODAY, 'vi');
    expect(contentOfDraft(draftOf(input, DURIAN, 'vi'), DURIAN, TODAY, 'vi')).toEqual(input);
  });

  it("after last season's posting says the same of other days", () => {
    expect(contentOfDraft(draftAfter(BEFORE, 'vi'), DURIAN, TODAY, 'vi')).toEqual({
      ...contentOf(BEFORE),
      minimumLotKg: null,
      from: TODAY,
      to: '2026-12-09',
      place: null,
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
