import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, businessDay } from '@lienket/platform';
import { addNewcomer } from '../support/people.js';
import { openRegister, RATE, SET_STATUS, UPDATE, type RegisterDesk } from '../support/register-desk.js';

const today = businessDay(new Date());
const NOBODY = '00000000-0000-7000-8000-ffffffffffff';

describe('what becomes of an organization, over the door', () => {
  let desk: RegisterDesk;

  beforeAll(async () => {
    desk = await openRegister();
  });
  afterAll(() => desk.lienket.close());

  describe('updating', () => {
    it('clears what is null, keeps what is left out, and takes an empty list as left out', async () => {
      const before = await desk.see('coop', desk.coop.organizationId);
      const input = { commune: 'Cờ Đỏ', chainRoles: [], memberCount: null, highTech: true };
      const after = await desk.update(desk.coop.organizationId, input, 'coop', today);
      expect(after).toEqual({ ...before, commune: 'Cờ Đỏ', memberCount: null, highTech: true });
      await desk.update(desk.coop.organizationId, { commune: null, memberCount: 30, highTech: false }, 'province');
      expect(await desk.see('coop', desk.coop.organizationId)).toEqual(before);
      await desk.update(desk.coop.organizationId, {}, 'coop');
    });

    it.each<[string, object, object]>([
      ['coop', { provinceCode: '92' }, { code: 'FORBIDDEN', field: 'input.provinceCode' }],
      ['coop', { agricultural: true }, { code: 'FORBIDDEN', field: 'input.agricultural' }],
      ['coop', { memberOfId: null }, { code: 'FORBIDDEN', field: 'input.memberOfId' }],
      ['coop', { agricultural: null }, { code: 'INVALID_INPUT', field: 'input.agricultural' }],
      ['coop', { name: null }, { code: 'INVALID_INPUT', field: 'input.name' }],
      ['coop', { latitude: null }, { code: 'INVALID_INPUT', field: 'input.latitude' }],
      ['other', { name: 'x' }, { code: 'FORBIDDEN' }],
      ['elsewhere', { provinceCode: '01' }, { code: 'FORBIDDEN' }],
      ['province', { provinceCode: 'xx' }, { code: 'INVALID_INPUT', field: 'input.provinceCode' }],
      ['province', { memberOfId: NOBODY }, { code: 'INVALID_INPUT', field: 'input.memberOfId' }],
      ['province', { memberOfId: 'x' }, { code: 'INVALID_INPUT', field: 'input.memberOfId' }],
    ])('by %s of %j is refused', async (who, input, refused) => {
      expect(await desk.refusal(UPDATE, { id: desk.coop.organizationId, input }, who)).toEqual(refused);
    });

    it('from another day is for managers alone, and not before it was registered', async () => {
      const variables = { id: desk.coop.organizationId, input: { highTech: false }, effectiveOn: addDays(today, -1) };
      expect(await desk.refusal(UPDATE, variables, 'coop')).toEqual({ code: 'FORBIDDEN', field: 'effectiveOn' });
      expect(await desk.refusal(UPDATE, variables, 'province')).toMatchObject({ code: 'INVALID_STATE' });
    });

    it('a manager who moves one that is not active out of their provinces is still told what became of it', async () => {
      const { token } = await addNewcomer(desk.lienket);
      const input = { kind: 'COOPERATIVE', name: 'Nhầm tỉnh', provinceCode: '92', chainRoles: ['PRODUCER'] };
      const { id } = await desk.register(input, token);
      expect(await desk.update(id, { provinceCode: '48' }, 'province')).toMatchObject({ id, province: { code: '48' } });
      expect(await desk.see('province', id)).toBeNull();
      expect(await desk.see('elsewhere', id)).toMatchObject({ name: 'Nhầm tỉnh' });
    });

    it('puts a cooperative into a union from a day to a day, seen by whoever may see the union', async () => {
      const [member, union] = [
        await desk.organization(),
        await desk.organization({ kind: 'COOPERATIVE_UNION', name: 'Liên hiệp' }),
      ];
      await desk.update(member, { memberOfId: union }, 'province', addDays(today, 10));
      await desk.update(member, { memberOfId: null }, 'province', addDays(today, 20));
      const document = `query ($id: ID!, ${[9, 10, 19, 20].map((n) => `$d${String(n)}: Date!`).join(', ')}) {
        organization(id: $id) { memberOf { id } ${[9, 10, 19, 20].map((n) => `d${String(n)}: memberOf(asOf: $d${String(n)}) { id memberOf { id } }`).join(' ')} } }`;
      const days = Object.fromEntries([9, 10, 19, 20].map((n) => [`d${String(n)}`, addDays(today, n)]));
      const shown = async (who: string) =>
        (await desk.lienket.ask<{ organization: object }>(document, { id: member, ...days }, desk.asking(who)))
          .organization;
      const inUnion = { id: union, memberOf: null };
      expect(await shown('other')).toEqual({ memberOf: null, d9: null, d10: inUnion, d19: inUnion, d20: null });
      await desk.setStatus(union, 'SUSPENDED', 'province');
      expect(await shown('other')).toMatchObject({ d10: null });
      expect(await shown('province')).toMatchObject({ d10: inUnion });
      for (const [id, memberOfId] of [
        [union, union],
        [member, desk.coop.organizationId],
        [desk.buyer.organizationId, union],
      ])
        expect(await desk.refusal(UPDATE, { id, input: { memberOfId } }, 'country')).toEqual({
          ...{ code: 'INVALID_INPUT', field: 'input.memberOfId' },
        });
    });
  });

  describe('status', () => {
    it.each<[string[], string, object | undefined]>([
      [[], 'PENDING', { code: 'INVALID_STATE', state: 'ACTIVE' }],
      [[], 'ACTIVE', { code: 'INVALID_STATE', state: 'ACTIVE' }],
      [['SUSPENDED'], 'ACTIVE', undefined],
      [['SUSPENDED'], 'DISSOLVED', undefined],
      [['DISSOLVED'], 'ACTIVE', { code: 'INVALID_STATE', state: 'DISSOLVED' }],
      [['DISSOLVED'], 'SUSPENDED', { code: 'INVALID_STATE', state: 'DISSOLVED' }],
    ])('after %j comes %s, or not', async (before, status, refused) => {
      const id = await desk.organization();
      for (const earlier of before) await desk.setStatus(id, earlier, 'province');
      expect(await desk.refusal(SET_STATUS, { id, status }, 'province')).toEqual(refused);
    });

    it('is refused for days to come, to its own trader, and to managers of other provinces', async () => {
      const id = desk.coop.organizationId;
      const tomorrow = { id, status: 'SUSPENDED', effectiveOn: addDays(today, 1) };
      expect(await desk.refusal(SET_STATUS, tomorrow, 'province')).toEqual({
        code: 'INVALID_INPUT',
        field: 'effectiveOn',
      });
      expect(await desk.refusal(SET_STATUS, tomorrow, 'coop')).toEqual({ code: 'FORBIDDEN' });
      expect(await desk.refusal(SET_STATUS, tomorrow, 'elsewhere')).toEqual({ code: 'FORBIDDEN' });
    });
  });

  describe('rating', () => {
    it('counts from 31 December, by its band, exactly', async () => {
      const id = await desk.organization();
      const year = Number(today.slice(0, 4));
      for (const [which, score] of [
        [year - 2, '64.990'],
        [year - 1, '80'],
        [year, '49.5'],
      ] as const)
        await desk.lienket.ask(RATE, { id, year: which, score }, desk.asking('province'));
      const { organization: seen } = await desk.lienket.ask<{ organization: object }>(
        `query ($id: ID!, $a: Date!, $b: Date!, $c: Date!, $d: Date!) { organization(id: $id) { rating { year score band }
          a: rating(asOf: $a) { year } b: rating(asOf: $b) { year score band } c: rating(asOf: $c) { year } d: rating(asOf: $d) { score band } } }`,
        {
          ...{ id, a: `${String(year - 2)}-12-30`, b: `${String(year - 2)}-12-31` },
          ...{ c: `${String(year - 1)}-12-30`, d: `${String(year)}-12-31` },
        },
        desk.asking('other'),
      );
      expect(seen).toEqual({
        rating: { year: year - 1, score: '80', band: 'GOOD' },
        ...{ a: null, b: { year: year - 2, score: '64.99', band: 'AVERAGE' }, c: { year: year - 2 } },
        d: { score: '49.5', band: 'WEAK' },
      });
      expect(await desk.names('other', { ratings: ['GOOD'] })).toEqual([expect.any(String)]);
      expect(await desk.names('other', { ratings: ['AVERAGE', 'WEAK'] })).toEqual([]);
    });

    it.each<[string, object, object]>([
      ['province', { score: '80.125' }, { code: 'INVALID_INPUT', field: 'score' }],
      ['province', { score: '100.01' }, { code: 'INVALID_INPUT', field: 'score' }],
      ['province', { score: '-1' }, { code: 'INVALID_INPUT', field: 'score' }],
      ['province', { score: 80 }, { code: 'INVALID_INPUT', field: 'score' }],
      ['province', { year: Number(today.slice(0, 4)) + 1 }, { code: 'INVALID_INPUT', field: 'year' }],
      ['elsewhere', { year: Number(today.slice(0, 4)) + 1 }, { code: 'FORBIDDEN' }],
      ['coop', {}, { code: 'FORBIDDEN' }],
    ])('by %s of %j is refused', async (who, changes, refused) => {
      const variables = { id: desk.coop.organizationId, year: 2025, score: '80', ...changes };
      expect(await desk.refusal(RATE, variables, who)).toEqual(refused);
    });

    it('is for cooperatives and unions only', async () => {
      const [group, union] = [
        await desk.organization({ kind: 'COOPERATIVE_GROUP' }),
        await desk.organization({ kind: 'COOPERATIVE_UNION' }),
      ];
      expect(await desk.refusal(RATE, { id: group, year: 2025, score: '80' }, 'province')).toMatchObject({
        code: 'INVALID_INPUT',
      });
      expect(await desk.refusal(RATE, { id: union, year: 2025, score: '100.00' }, 'province')).toBeUndefined();
    });
  });
});
