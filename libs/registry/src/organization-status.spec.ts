import { describe, expect, it } from '@jest/globals';
import { changeFrom, newHistory, type OrganizationStatus } from './organization-profile.js';
import { judgeStatus } from './organization-status.js';

const STATUSES: OrganizationStatus[] = ['PENDING', 'ACTIVE', 'SUSPENDED', 'DISSOLVED'];
const of = (status: OrganizationStatus) =>
  newHistory({ status, kind: 'COOPERATIVE', provinceCode: '92', agricultural: true, unionId: null }, '2024-01-01');

describe('the status of an organization', () => {
  const allowed = new Set([
    'PENDING ACTIVE',
    'PENDING DISSOLVED',
    'ACTIVE SUSPENDED',
    'SUSPENDED ACTIVE',
    'ACTIVE DISSOLVED',
    'SUSPENDED DISSOLVED',
  ]);
  it.each(STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    const judged = judgeStatus(of(from), to, '2024-06-01');
    if (allowed.has(`${from} ${to}`)) expect(judged.ok).toBe(true);
    else expect(judged).toEqual({ ok: false, refusal: { code: 'INVALID_STATE', state: from } });
  });

  it('begins on the day of registration at the earliest', () => {
    expect(judgeStatus(of('PENDING'), 'ACTIVE', '2023-12-31')).toEqual({
      ok: false,
      refusal: { code: 'INVALID_STATE', state: null },
    });
    expect(judgeStatus(of('PENDING'), 'ACTIVE', '2024-01-01').ok).toBe(true);
  });

  it('must fit before the change that is recorded next', () => {
    const suspendedInMay = changeFrom(of('ACTIVE'), 'status', 'SUSPENDED', '2024-05-01');
    expect(judgeStatus(suspendedInMay, 'SUSPENDED', '2024-03-01').ok).toBe(true);
    expect(judgeStatus(suspendedInMay, 'DISSOLVED', '2024-03-01')).toEqual({
      ok: false,
      refusal: { code: 'INVALID_STATE', state: 'ACTIVE' },
    });
    expect(judgeStatus(suspendedInMay, 'DISSOLVED', '2024-05-01').ok).toBe(true);
  });
});
