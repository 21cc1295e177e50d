import { describe, expect, it } from '@jest/globals';
import { isFulfilled, isTooMuch, judgeDelivery, judgeDeliveryTime, type DeliveryInput } from './delivery-rules.js';
import type { ContractTerm } from './contract-rules.js';

const contract: ContractTerm = {
  status: 'SIGNED',
  startsOn: '2026-11-01',
  endsOn: '2026-12-31',
  validUntil: null,
  signedOn: '2026-11-10',
  terminatedOn: null,
};
const input: DeliveryInput = {
  contractId: 'c',
  lineId: 'l',
  deliveredOn: '2026-11-20',
  quantityKg: '100',
  acceptedKg: '90',
};

describe('a delivery', () => {
  it.each([
    ['before the signature', 'input.deliveredOn', { deliveredOn: '2026-11-09' }],
    ['in the future', 'input.deliveredOn', { deliveredOn: '2026-11-23' }],
    ['accepted beyond what came', 'input.acceptedKg', { acceptedKg: '100.001' }],
  ])('is refused %s', (_, field, changes) => {
    expect(judgeDelivery({ ...input, ...changes }, contract, '2026-11-22')).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field },
    });
  });

  it('is refused after the last day of the term, however late it is recorded', () => {
    expect(judgeDelivery({ ...input, deliveredOn: '2027-01-01' }, contract, '2027-01-02')).toMatchObject({
      refusal: { field: 'input.deliveredOn' },
    });
    expect(judgeDelivery({ ...input, deliveredOn: '2026-12-31' }, contract, '2027-01-02')).toMatchObject({ ok: true });
  });

  it('is recorded until 30 days after the term', () => {
    expect(judgeDeliveryTime(contract, '2027-01-30')).toMatchObject({ ok: true });
    expect(judgeDeliveryTime(contract, '2027-01-31')).toMatchObject({
      refusal: { code: 'INVALID_STATE', state: 'COMPLETED' },
    });
  });

  it.each(['OFFERED', 'COMPLETED', 'TERMINATED', 'DECLINED'] as const)('is refused while %s', (status) => {
    expect(judgeDeliveryTime({ ...contract, status }, '2026-11-22')).toMatchObject({
      refusal: { code: 'INVALID_STATE', state: status },
    });
  });

  it('may bring a line to a tenth above the agreed quantity, and no gram more', () => {
    const line = { quantityKg: '100.010', acceptedKg: '50.000' };
    expect([isTooMuch(line, '60.011'), isTooMuch(line, '60.012')]).toEqual([false, true]);
  });

  it('fulfils a contract when no line lacks anything', () => {
    expect(
      isFulfilled([
        { quantityKg: '10', acceptedKg: '10.5' },
        { quantityKg: '10', acceptedKg: '9.999' },
      ]),
    ).toBe(false);
    expect(isFulfilled([{ quantityKg: '10', acceptedKg: '10' }])).toBe(true);
    expect(isFulfilled([])).toBe(false);
  });
});
