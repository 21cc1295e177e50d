import { describe, expect, it } from '@jest/globals';
import { deliveryDaysOf, leftKgOf, readDelivery, type DeliveryDraft } from './delivery-draft';
import type { Contract } from './documents';

const commodity = {
  code: 'durian',
  nameVi: 'Sầu riêng',
  nameEn: 'Durian',
  grades: [],
  tradeUnit: 'tấn',
  kgPerTradeUnit: '1000',
};
const line = { quantityKg: '20000', acceptedKg: '8000', commodity };
const DRAFT: DeliveryDraft = { day: '2026-11-26', came: '12', verdict: 'ALL', accepted: '', grade: '', note: '' };
const read = (draft: Partial<DeliveryDraft>) => readDelivery({ ...DRAFT, ...draft }, line, 'vi');

describe('a delivery', () => {
  it.each([
    [{}, [12_000, 12_000, 0]],
    [{ verdict: 'PART', accepted: '11,5', note: 'Dập' }, [12_000, 11_500, 500]],
    [{ verdict: 'NONE', note: 'Sai giống' }, [12_000, 0, 12_000]],
  ] as const)('of %j comes, is accepted and is returned in kilograms: %j', (draft, kilograms) => {
    const { quantityKg, acceptedKg, returnedKg, faults } = read(draft);
    expect([quantityKg, acceptedKg, returnedKg]).toEqual(kilograms);
    expect(faults).toEqual({});
  });

  it.each([
    [{ came: 'nhiều' }, { came: 'NOT_A_NUMBER' }],
    [{ verdict: 'PART', accepted: '', note: 'Dập' }, { accepted: 'NOT_A_NUMBER' }],
    [{ verdict: 'PART', accepted: '12,5', note: 'Dập' }, { accepted: 'MORE_THAN_CAME' }],
    [{ verdict: 'PART', accepted: '5' }, { note: 'NO_REASON' }],
    [{ verdict: 'NONE', note: ' ' }, { note: 'NO_REASON' }],
    [{ came: '14' }, {}],
    [{ came: '14,1' }, { came: 'MORE_THAN_AGREED' }],
    [{ came: '20', verdict: 'PART', accepted: '15', note: 'Thừa' }, { accepted: 'MORE_THAN_AGREED' }],
  ] as const)('of %j has the faults %j', (draft, faults) => {
    expect(read(draft).faults).toEqual(faults);
  });

  it('fills what is still to come, and never less than nothing', () => {
    expect(leftKgOf(line)).toBe(12_000);
    expect(leftKgOf({ ...line, acceptedKg: '21000' })).toBe(0);
  });
});

describe('the days of which a delivery may be recorded', () => {
  const contract = {
    status: 'SIGNED',
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
    signedOn: '2026-11-10',
    lines: [line],
  } as unknown as Contract;
  it.each([
    [{}, '2026-11-26', { first: '2026-11-10', last: '2026-11-26' }],
    [{ startsOn: '2026-11-20' }, '2026-11-26', { first: '2026-11-20', last: '2026-11-26' }],
    [{ startsOn: '2026-11-27' }, '2026-11-26', null],
    [{ status: 'OFFERED', signedOn: null }, '2026-11-26', null],
    [{ status: 'COMPLETED' }, '2026-12-30', { first: '2026-11-10', last: '2026-11-30' }],
    [{ status: 'COMPLETED' }, '2026-12-31', null],
    [{ status: 'COMPLETED', lines: [{ ...line, acceptedKg: '20000' }] }, '2026-12-01', null],
    [{ status: 'TERMINATED' }, '2026-11-26', null],
  ] as const)('of %j on %s are %j', (given, today, days) => {
    expect(deliveryDaysOf({ ...contract, ...given } as Contract, today)).toEqual(days);
  });
});
