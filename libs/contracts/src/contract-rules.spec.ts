import { describe, expect, it } from '@jest/globals';
import { isInForce, statusOn, type ContractTerm } from './contract-rules.js';

const offered: ContractTerm = {
  status: 'OFFERED',
  startsOn: '2026-12-01',
  endsOn: '2027-06-30',
  validUntil: '2026-12-22',
  signedOn: null,
  terminatedOn: null,
};
const signed: ContractTerm = { ...offered, status: 'SIGNED', signedOn: '2026-12-05' };

describe('the status of a contract on a day', () => {
  it('is EXPIRED from the day after its validity on', () => {
    expect(statusOn(offered, '2026-12-22')).toBe('OFFERED');
    expect(statusOn(offered, '2026-12-23')).toBe('EXPIRED');
  });

  it('is EXPIRED from the day after its term on, where it says no validity', () => {
    expect(statusOn({ ...offered, validUntil: null }, '2027-06-30')).toBe('OFFERED');
    expect(statusOn({ ...offered, validUntil: null }, '2027-07-01')).toBe('EXPIRED');
  });

  it('is COMPLETED from the day after the term of a signed one on', () => {
    expect(statusOn(signed, '2027-06-30')).toBe('SIGNED');
    expect(statusOn(signed, '2027-07-01')).toBe('COMPLETED');
  });

  it.each(['TERMINATED', 'DECLINED', 'WITHDRAWN', 'COMPLETED'] as const)('stays %s for ever', (status) => {
    expect(statusOn({ ...signed, status }, '2036-01-01')).toBe(status);
  });
});

describe('a contract in force', () => {
  it('is so from its signature or its start, whichever is later, to its last day', () => {
    expect(['2026-12-04', '2026-12-05', '2027-06-30', '2027-07-01'].map((day) => isInForce(signed, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isInForce({ ...signed, signedOn: '2026-11-01' }, '2026-11-30')).toBe(false);
  });

  it('is so until the day before its termination', () => {
    const terminated = { ...signed, terminatedOn: '2027-01-10' };
    expect([isInForce(terminated, '2027-01-09'), isInForce(terminated, '2027-01-10')]).toEqual([true, false]);
  });

  it('is never so without every signature', () => {
    expect(isInForce(offered, '2026-12-10')).toBe(false);
  });
});
