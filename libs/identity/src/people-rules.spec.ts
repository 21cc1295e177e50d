import { describe, expect, it } from '@jest/globals';
import { isOwner, judgeOwners, type Person } from './people-rules.js';
import { mayTrade, owns, seesPeople, type Viewer } from './viewer.js';

const person = (id: string, role: Person['role']): Person => ({ id, login: `${id}@coop.vn`, role });

describe('the people of an organization', () => {
  it('have an owner as long as there are any', () => {
    expect(judgeOwners([]).ok).toBe(true);
    expect(judgeOwners([person('a', 'READER'), person('b', 'OWNER')]).ok).toBe(true);
    expect(judgeOwners([person('a', 'TRADER'), person('b', 'READER')])).toEqual({
      ok: false,
      refusal: { code: 'INVALID_STATE', state: 'LAST_OWNER' },
    });
  });

  it('are decided about by who is an owner among them', () => {
    const people = [person('a', 'TRADER'), person('b', 'OWNER')];
    expect(['a', 'b', 'c'].map((id) => isOwner(people, id))).toEqual([false, true, false]);
  });
});

describe('what a person may do', () => {
  const of = (organizationRole: Viewer['organizationRole'], role: Viewer['role'] = 'TRADER'): Viewer => ({
    userId: 'me',
    role,
    organizationId: organizationRole && 'coop',
    organizationRole,
    provinceCodes: [],
  });

  it('is to trade, but for readers and managers', () => {
    expect([of('OWNER'), of('TRADER'), of(null)].map(mayTrade)).toEqual([true, true, true]);
    expect([of('READER'), of(null, 'PROGRAM_MANAGER'), of(null, 'ADMINISTRATOR')].map(mayTrade)).not.toContain(true);
  });

  it('is to decide, for owners of just this organization', () => {
    expect(owns(of('OWNER'), 'coop')).toBe(true);
    expect([owns(of('OWNER'), 'other'), owns(of('TRADER'), 'coop'), owns(of('READER'), 'coop')]).not.toContain(true);
  });

  it('is to see each other, and to be seen by who manages the province', () => {
    const coop = { id: 'coop', provinceCode: '92' };
    const manager = (...provinceCodes: string[]) => ({ ...of(null, 'PROGRAM_MANAGER'), provinceCodes });
    for (const viewer of [of('READER'), manager('92'), manager(), of(null, 'ADMINISTRATOR')])
      expect(seesPeople(viewer, coop)).toBe(true);
    for (const viewer of [{ ...of('OWNER'), organizationId: 'other' }, of(null), manager('80')])
      expect(seesPeople(viewer, coop)).toBe(false);
  });
});
