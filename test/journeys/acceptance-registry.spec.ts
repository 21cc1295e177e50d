import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, businessDay, Database } from '@lienket/platform';
import { offerReadyToSign, SIGN } from '../support/offers.js';
import { addNewcomer } from '../support/people.js';
import {
  APPROVE,
  CLAIM,
  LIST,
  openRegister,
  RATE,
  REGISTER,
  SET_STATUS,
  UPDATE,
  WHOLE,
  type RegisterDesk,
} from '../support/register-desk.js';

const today = businessDay(new Date());
const NOBODY = '00000000-0000-7000-8000-ffffffffffff';

describe('the register, over the door', () => {
  let desk: RegisterDesk;

  beforeAll(async () => {
    desk = await openRegister();
  });
  afterAll(() => desk.lienket.close());

  describe('who sees what', () => {
    it('its own users, its managers and administrators see all of it', async () => {
      for (const who of ['coop', 'country', 'province', 'admin'])
        expect([who, await desk.see(who, desk.coop.organizationId)]).toMatchObject([
          who,
          {
            ...{ taxCode: '1800000001', memberCount: 30, status: 'ACTIVE', agricultural: true, highTech: false },
            ...{ location: { latitude: 10.0451618, longitude: 105.7468535 }, memberOf: null, rating: null },
            ...{ province: { code: '92', nameVi: 'Cần Thơ' }, participates: false, commune: null },
            contact: { name: 'Bà Năm', phone: '0912345678' },
          },
        ]);
    });

    it('others see its public part, and where it is to two decimals', async () => {
      for (const who of ['other', 'buyer', 'elsewhere'])
        expect([who, await desk.see(who, desk.coop.organizationId)]).toMatchObject([
          who,
          {
            taxCode: null,
            contact: null,
            location: { latitude: 10.05, longitude: 105.75 },
            name: 'Hợp tác xã Dứa Cầu Đúc',
          },
        ]);
    });

    it('who got an offer sees how to reach who made it; partners see each other, whatever becomes of them', async () => {
      const contract = await offerReadyToSign(desk.lienket, desk.coop, desk.buyer, [
        { listingId: null, quantityKg: '10' },
      ]);
      expect(await desk.see('coop', desk.buyer.organizationId)).toMatchObject({
        contact: { email: expect.any(String) },
      });
      expect(await desk.see('buyer', desk.coop.organizationId)).toMatchObject({
        contact: null,
        location: { latitude: 10.05 },
      });
      await desk.lienket.ask(SIGN, { id: contract }, desk.asking('buyer'));
      expect(await desk.see('buyer', desk.coop.organizationId)).toMatchObject({
        ...{ contact: { name: 'Bà Năm' }, taxCode: null, location: { latitude: 10.0451618 } },
      });
      await desk.setStatus(desk.coop.organizationId, 'SUSPENDED', 'province');
      for (const who of ['coop', 'buyer', 'province', 'elsewhere', 'country', 'admin']) {
        expect([who, await desk.see(who, desk.coop.organizationId)]).toMatchObject([who, { status: 'SUSPENDED' }]);
        expect([who, await desk.names(who, { statuses: ['SUSPENDED'] })]).toEqual([who, ['Hợp tác xã Dứa Cầu Đúc']]);
      }
      expect(await desk.see('elsewhere', desk.coop.organizationId)).toMatchObject({ taxCode: null, contact: null });
      expect(await desk.see('other', desk.coop.organizationId)).toBeNull();
      expect(await desk.list('other', { statuses: ['SUSPENDED', 'PENDING', 'DISSOLVED'] })).toMatchObject({
        ...{ totalCount: 0, nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
      });
      await desk.setStatus(desk.coop.organizationId, 'ACTIVE', 'province');
    });

    it('one that is pending exists for its own users, its managers and administrators alone, by every path', async () => {
      const { token } = await addNewcomer(desk.lienket);
      const input = { kind: 'COOPERATIVE_GROUP', name: 'Tổ chờ', provinceCode: '92', chainRoles: ['PRODUCER'] };
      const registered = await desk.register(input, token);
      const { id } = registered;
      expect(registered).toMatchObject({ status: 'PENDING', contact: { email: expect.any(String) } });
      for (const who of [token, 'province', 'country', 'admin'])
        expect(await desk.names(who, { statuses: ['PENDING'] })).toEqual(['Tổ chờ']);
      for (const who of ['coop', 'elsewhere']) {
        expect(await desk.see(who, id)).toBeNull();
        expect(await desk.names(who, { text: 'tổ chờ', statuses: ['PENDING', 'ACTIVE'] })).toEqual([]);
        for (const [document, rest] of [
          [UPDATE, { input: { name: 'x' } }],
          [SET_STATUS, { status: 'ACTIVE' }],
          [RATE, { year: 2025, score: '80' }],
        ] as const)
          expect(await desk.refusal(document, { id, ...rest }, who)).toEqual({ code: 'NOT_FOUND' });
        expect(await desk.refusal(CLAIM, { organizationId: id }, who)).toEqual({ code: 'NOT_FOUND' });
      }
      expect(await desk.refusal(SET_STATUS, { id, status: 'ACTIVE' }, token)).toEqual({ code: 'FORBIDDEN' });
      expect(await desk.refusal(CLAIM, { organizationId: id }, token)).toMatchObject({ code: 'INVALID_STATE' });
    });

    it('ids that don’t exist and ids of impossible form are alike', async () => {
      for (const id of [NOBODY, '', 'x', "'; drop table", '🐟', `{${NOBODY}}`]) {
        expect(await desk.see('admin', id)).toBeNull();
        expect(await desk.refusal(SET_STATUS, { id, status: 'ACTIVE' }, 'admin')).toEqual({ code: 'NOT_FOUND' });
        expect(await desk.refusal(UPDATE, { id, input: {} }, 'coop')).toEqual({ code: 'NOT_FOUND' });
        expect(await desk.refusal(RATE, { id, year: 2025, score: '80' }, 'admin')).toEqual({ code: 'NOT_FOUND' });
        expect(await desk.refusal(CLAIM, { organizationId: id }, 'coop')).toEqual({ code: 'NOT_FOUND' });
        expect(await desk.refusal(APPROVE, { organizationId: id, login: 'x' }, 'admin')).toEqual({ code: 'NOT_FOUND' });
      }
      expect(await desk.see('admin', desk.coop.organizationId.toUpperCase())).toMatchObject({
        id: desk.coop.organizationId,
      });
    });
  });

  describe('registering', () => {
    const valid = { kind: 'COOPERATIVE', name: 'Mới', provinceCode: '92', chainRoles: ['PRODUCER'] };

    it.each<[string, object]>([
      ['input.name', { name: '' }],
      ['input.name', { name: 'x'.repeat(201) }],
      ['input.name', { name: 'a\nb' }],
      ['input.taxCode', { taxCode: '123' }],
      ['input.taxCode', { taxCode: '1800000001-1' }],
      ['input.taxCode', { taxCode: '1800000001' }],
      ['input.provinceCode', { provinceCode: '00' }],
      ['input.latitude', { latitude: 5.9, longitude: 105 }],
      ['input.longitude', { latitude: 10, longitude: 119 }],
      ['input.longitude', { latitude: 10 }],
      ['input.latitude', { longitude: 105, latitude: null }],
      ['input.chainRoles', { chainRoles: [] }],
      ['input.memberCount', { memberCount: -1 }],
      ['input.kind', { kind: 'BANK' }],
    ])('is refused for its %s', async (field, changes) => {
      expect(await desk.refusal(REGISTER, { input: { ...valid, ...changes } }, 'country')).toEqual({
        ...{ code: 'INVALID_INPUT', field },
      });
    });

    it('by a trader who has one is refused last, by a manager of other provinces before anything is looked at', async () => {
      expect(await desk.refusal(REGISTER, { input: valid }, 'coop')).toEqual({
        code: 'INVALID_STATE',
        state: 'ACTIVE',
      });
      expect(await desk.refusal(REGISTER, { input: { ...valid, taxCode: '1800000001' } }, 'coop')).toEqual({
        ...{ code: 'INVALID_INPUT', field: 'input.taxCode' },
      });
      expect(await desk.refusal(REGISTER, { input: { ...valid, latitude: 10 } }, 'elsewhere')).toEqual({
        code: 'FORBIDDEN',
      });
    });

    it('keeps names composed, and happens once for an idempotency key', async () => {
      const input = { ...valid, name: 'Hợp tác xã Ổi'.normalize('NFD'), taxCode: '0100000002-001' };
      const first = await desk.register(input, 'province', 'once');
      expect(first).toMatchObject({ name: 'Hợp tác xã Ổi'.normalize('NFC'), status: 'ACTIVE' });
      expect(await desk.register(input, 'province', 'once')).toEqual(first);
      expect(await desk.refusal(REGISTER, { input: valid }, 'province', 'once')).toEqual({ code: 'CONFLICT' });
      expect(await desk.refusal(REGISTER, { input }, 'admin', 'once')).toMatchObject({ field: 'input.taxCode' });
    });
  });

  describe('claiming', () => {
    it('makes who claimed it its trader, once, by its manager', async () => {
      const id = await desk.organization({ name: 'Được nhận' });
      const [first, second] = [await addNewcomer(desk.lienket), await addNewcomer(desk.lienket)];
      expect(await desk.lienket.ask(CLAIM, { organizationId: id }, desk.asking(first.token, 'c'))).toEqual({
        claimOrganization: true,
      });
      expect(await desk.lienket.ask(CLAIM, { organizationId: id }, desk.asking(first.token, 'c'))).toEqual({
        claimOrganization: true,
      });
      await desk.lienket.ask(CLAIM, { organizationId: id }, desk.asking(second.token));
      expect(await desk.refusal(CLAIM, { organizationId: id }, 'province')).toEqual({ code: 'FORBIDDEN' });
      const approve = (login: string, who: string, key?: string) =>
        desk.refusal(APPROVE, { organizationId: id, login }, who, key);
      expect(await approve(first.login, 'elsewhere')).toEqual({ code: 'FORBIDDEN' });
      expect(await approve(first.login, first.token)).toEqual({ code: 'FORBIDDEN' });
      for (const login of ['nobody@example.vn', 'no login', 'person1@example.vn'])
        expect(await approve(login, 'province')).toEqual({ code: 'INVALID_INPUT', field: 'login' });
      expect(await approve(first.login.toUpperCase(), 'province', 'a')).toBeUndefined();
      expect(await approve(first.login.toUpperCase(), 'province', 'a')).toBeUndefined();
      expect(await approve(second.login, 'province')).toEqual({ code: 'INVALID_STATE', state: 'ACTIVE' });
      expect(await desk.refusal(CLAIM, { organizationId: id }, second.token)).toEqual({
        ...{ code: 'INVALID_STATE', state: 'ACTIVE' },
      });
      expect(
        await desk.lienket.ask('{ me { organization { id contact { email } } } }', {}, desk.asking(first.token)),
      ).toEqual({
        me: { organization: { id, contact: { email: first.login } } },
      });
    });
  });

  describe('the list', () => {
    const here = { provinceCodes: ['66'] };
    const inOrder = ['An', 'Ân', 'Bắc', 'Dừa', 'Dứa', 'Đa', 'Dưa', 'Em', '100% sạch', '100_sạch', '100\\sạch'];

    beforeAll(async () => {
      for (const [place, name] of inOrder.entries())
        await desk.organization({ name, provinceCode: '66', taxCode: `66000000${String(10 + place)}` });
      await desk.organization({
        name: 'Dứa',
        provinceCode: '66',
        kind: 'COOPERATIVE_GROUP',
        chainRoles: ['PROCESSOR', 'EXPORTER'],
      });
    });

    it('is in Vietnamese order and the same for pages of any size, also while others are added', async () => {
      const all = await desk.list('other', here);
      const sorted = [...inOrder, 'Dứa'].sort(new Intl.Collator('vi').compare);
      expect(all.nodes.map(({ name }) => name)).toEqual(sorted);
      expect(all.totalCount).toBe(12);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<RegisterDesk['list']>> = await desk.list('other', here, { first: 5, after });
        expect(page.totalCount).toBe(12 + seen.length / 5);
        expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
        seen.push(...page.nodes.map(({ name }) => name));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        if (after !== null) await desk.organization({ name: '0 sớm hơn', provinceCode: '66' });
      } while (after !== null);
      expect(seen).toEqual(sorted);
    });

    it('finds part of a name with or without diacritics, and nothing by characters that are special to others', async () => {
      for (const text of ['dua', 'DỨA', 'dứa'.normalize('NFD'), ' dứa '])
        expect([text, await desk.names('other', { ...here, text })]).toEqual([
          text,
          ['Dừa', 'Dưa', 'Dứa', 'Dứa'].sort(new Intl.Collator('vi').compare),
        ]);
      expect(await desk.names('other', { ...here, text: 'ĐA' })).toEqual(['Đa']);
      for (const [text, found] of [
        ['0%', '100% sạch'],
        ['0_', '100_sạch'],
        ['0\\', '100\\sạch'],
      ] as const)
        expect([text, await desk.names('other', { ...here, text })]).toEqual([text, [found]]);
    });

    it('finds a tax code for those who may see it', async () => {
      expect(await desk.names('other', { text: '6600000010' })).toEqual([]);
      expect(await desk.names('country', { text: '6600000010' })).toEqual(['An']);
      expect(await desk.names('country', { text: '660000001' })).toEqual([]);
      expect(await desk.names('coop', { text: '1800000001' })).toEqual(['Hợp tác xã Dứa Cầu Đúc']);
      expect((await desk.list('other', { text: '6600000010' })).totalCount).toBe(0);
    });

    it('takes empty lists as left out, and unknown codes as what nobody is', async () => {
      const empty = { kinds: [], statuses: [], chainRoles: [], ratings: [], provinceCodes: [] };
      expect(await desk.list('other', empty)).toEqual(await desk.list('other', {}));
      expect(await desk.list('other', { ...empty, ...here, kinds: ['COOPERATIVE_GROUP'] })).toMatchObject({
        totalCount: 1,
      });
      expect(await desk.names('other', { ...here, chainRoles: ['EXPORTER', 'DISTRIBUTOR'] })).toEqual(['Dứa']);
      expect(await desk.names('other', { provinceCodes: ['zz'] })).toEqual([]);
    });

    it('refuses pages that are none', async () => {
      for (const first of [0, 101, -1])
        expect(await desk.refusal(LIST, { first }, 'other')).toEqual({ code: 'INVALID_INPUT', field: 'first' });
      for (const after of [
        'x',
        '',
        Buffer.from('["a"]').toString('base64url'),
        Buffer.from('["a","b"]').toString('base64url'),
      ])
        expect([after, await desk.refusal(LIST, { after }, 'other')]).toEqual([
          after,
          { code: 'INVALID_INPUT', field: 'after' },
        ]);
    });

    it('of a hundred, with union, rating and participation on six days, passes and asks few questions', async () => {
      const statements = jest.spyOn(desk.lienket.part(Database), 'query');
      const days = [0, 1, 2, 3, 4, 5]
        .map((n) => `p${String(n)}: participates(asOf: "${addDays(today, -n)}")`)
        .join(' ');
      const document = `{ organizations(first: 100) { totalCount nodes { ${WHOLE} ${days} memberOf { ${WHOLE} } } } }`;
      expect(await desk.refusal(document, {}, 'other')).toBeUndefined();
      // What the relay looks up beside it is none of the page's.
      const ofThePage = statements.mock.calls.filter(([statement]) => !statement.sql.includes('platform.outbox'));
      expect(ofThePage.length).toBeLessThanOrEqual(14);
      statements.mockRestore();
    });
  });
});
