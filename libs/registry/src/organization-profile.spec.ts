import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '@lienket/platform';
import {
  changeFrom,
  newHistory,
  nextChange,
  profileOn,
  type OrganizationProfile,
  type ProfileHistory,
} from './organization-profile.js';

const pending: OrganizationProfile = {
  status: 'PENDING',
  kind: 'COOPERATIVE',
  provinceCode: '92',
  agricultural: true,
  unionId: null,
};
const registered = newHistory(pending, '2024-01-10');
const spans = (history: ProfileHistory) =>
  history.map(({ from, until, status, provinceCode }) => `${from}..${until ?? ''} ${status} ${provinceCode}`);

describe('the history of an organization', () => {
  it('splits the stretch that holds the day', () => {
    expect(spans(changeFrom(registered, 'status', 'ACTIVE', '2024-02-01'))).toEqual([
      '2024-01-10..2024-02-01 PENDING 92',
      '2024-02-01.. ACTIVE 92',
    ]);
  });

  it('replaces from the registration day without leaving an empty stretch', () => {
    expect(spans(changeFrom(registered, 'status', 'ACTIVE', '2024-01-10'))).toEqual(['2024-01-10.. ACTIVE 92']);
  });

  it('holds until the next change of the same attribute, across changes of others', () => {
    const active = changeFrom(registered, 'status', 'ACTIVE', '2024-02-01');
    const moved = changeFrom(active, 'provinceCode', '91', '2024-03-01');
    const suspended = changeFrom(moved, 'status', 'SUSPENDED', '2024-04-01');
    expect(spans(changeFrom(suspended, 'provinceCode', '96', '2024-02-15'))).toEqual([
      '2024-01-10..2024-02-01 PENDING 92',
      '2024-02-01..2024-02-15 ACTIVE 92',
      '2024-02-15..2024-03-01 ACTIVE 96',
      '2024-03-01..2024-04-01 ACTIVE 91',
      '2024-04-01.. SUSPENDED 91',
    ]);
    expect(spans(changeFrom(suspended, 'status', 'SUSPENDED', '2024-02-20'))).toEqual([
      '2024-01-10..2024-02-01 PENDING 92',
      '2024-02-01..2024-02-20 ACTIVE 92',
      '2024-02-20..2024-03-01 SUSPENDED 92',
      '2024-03-01.. SUSPENDED 91',
    ]);
    expect(nextChange(suspended, 'status', '2024-02-15')).toBe('SUSPENDED');
    expect(nextChange(suspended, 'status', '2024-04-01')).toBeUndefined();
  });

  it('knows nothing before the registration', () => {
    expect(profileOn(registered, '2024-01-09')).toBeUndefined();
    expect(profileOn(registered, '2024-01-10')?.status).toBe('PENDING');
  });

  it('stays without gap or overlap, and every day says what the changes said, one by one', () => {
    const change = fc.tuple(
      fc.constantFrom<('status' | 'provinceCode')[]>('status', 'provinceCode'),
      fc.nat(2),
      fc.nat(30),
    );
    const values = { status: ['PENDING', 'ACTIVE', 'SUSPENDED'], provinceCode: ['92', '91', '96'] } as const;
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let history = registered;
        const days = Array.from({ length: 32 }, (_, index) => addDays('2024-01-10', index));
        const model = { status: days.map((): string => 'PENDING'), provinceCode: days.map((): string => '92') };
        for (const [attribute, which, offset] of changes) {
          const value = values[attribute][which] as never;
          history = changeFrom(history, attribute, value, days[offset] as string);
          const column = model[attribute];
          const before = column[offset];
          for (let index = offset; index < column.length && column[index] === before; index += 1) column[index] = value;
        }
        expect(days.map((day) => profileOn(history, day)?.status)).toEqual(model.status);
        expect(days.map((day) => profileOn(history, day)?.provinceCode)).toEqual(model.provinceCode);
        history.forEach((stretch, index) => {
          expect(stretch.until).toBe(history[index + 1]?.from ?? null);
        });
      }),
    );
  });
});
