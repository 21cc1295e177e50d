import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ForgetOld, Database, urlOf } from '@lienket/platform';
import { identityRetention } from '@lienket/identity';
import sql from 'sql-template-tag';
import { startLienket, TestClock, type Lienket } from '../../../../test/support/lienket.js';
import { openRivalMarket, RIVAL_NOON, type RivalMarket } from '../../../../test/support/rival-market.js';

let lienket: Lienket;
let market: RivalMarket;
beforeAll(async () => {
  lienket = await startLienket({}, new TestClock(new Date(RIVAL_NOON)));
  market = await openRivalMarket(lienket);
  const { farm, mill } = market;
  await lienket.owner.query(sql`
    update registry.organization set contact_name = 'Bà Tư', tax_code = coalesce(tax_code, '1100456780'), latitude = 10.12345, longitude = 105.5
    where id in (${farm.organizationId}, ${mill.organizationId})`);
  await lienket.owner.query(
    sql`update market.listing set latitude = 10.12345, longitude = 105.5 where id = ${market.listing}`,
  );
  await lienket.owner.query(
    sql`update market.demand set latitude = 10.12345, longitude = 105.5 where id = ${market.demand}`,
  );
  await lienket.owner.query(sql`update contracts.contract set terms = 'Giao tại kho', evidence = 'HĐ 1'`);
  await lienket.owner.query(sql`update contracts.contract_version set terms = 'Giao tại kho'`);
  await lienket.owner.query(sql`update contracts.delivery set note = 'Bà Tư giao'`);
});
afterAll(() => lienket.close());
beforeEach(() => lienket.owner.query(sql`truncate identity.access_log`));

/** Who was looked at, as `farm CONTACT`, in order. */
async function looks(): Promise<string[]> {
  const rows = await lienket.owner.query<{ id: string; kind: string }>(
    sql`select organization_id as id, kind from identity.access_log`,
  );
  const names = new Map(
    [market.farm, market.mill].map(({ organizationId }, place) => [organizationId, ['farm', 'mill'][place]]),
  );
  return rows.map(({ id, kind }) => `${names.get(id) ?? id} ${kind}`).sort();
}

const everyPersonalField = (): Readonly<Record<string, readonly [string, readonly string[]]>> => {
  const { farm, listing, demand, contracts } = market;
  const both = ['farm CONTRACT_TEXT', 'mill CONTRACT_TEXT'];
  const contract = (asked: string) => `contract(id: "${contracts.signed.id}") { ${asked} }`;
  return {
    'its contact': [`organization(id: "${farm.organizationId}") { contact { phone } }`, ['farm CONTACT']],
    'its tax code': [`organization(id: "${farm.organizationId}") { taxCode }`, ['farm TAX_CODE']],
    'its exact place': [`organization(id: "${farm.organizationId}") { location { latitude } }`, ['farm PLACE']],
    'the place of a listing': [`listing(id: "${listing}") { location { latitude } }`, ['farm PLACE']],
    'the place of a demand': [`demand(id: "${demand}") { location { latitude } }`, ['mill PLACE']],
    'the terms of a contract': [contract('terms'), both],
    'its evidence': [contract('evidence'), both],
    'the terms of a version': [contract('versions { terms }'), both],
    'the note of a delivery': [contract('deliveries { nodes { note } }'), both],
  };
};
const FIELDS = [
  ...['its contact', 'its tax code', 'its exact place', 'the place of a listing', 'the place of a demand'],
  ...['the terms of a contract', 'its evidence', 'the terms of a version', 'the note of a delivery'],
];

describe.each(FIELDS)('reading %s', (name) => {
  it('is written down once a request, whoever of the managers and administrators reads, and for no trader', async () => {
    const [asked, expected] = everyPersonalField()[name]!;
    const document = `{ one: ${asked} two: ${asked} three: ${asked} }`;
    for (const token of [market.farm.token, market.mill.token, market.stranger.token, market.manager92])
      await lienket.ask(document, {}, { token });
    expect(await looks()).toEqual([]);
    for (const token of [market.manager80, market.country, market.administrator]) {
      await lienket.ask(document, {}, { token });
      expect(await looks()).toEqual(expected);
      await lienket.owner.query(sql`truncate identity.access_log`);
    }
  });
});

describe('looks', () => {
  it('at a whole page are written in one statement, and what nobody may see is no look', async () => {
    const LIST = '{ organizations(first: 100) { nodes { name contact { phone } taxCode location { latitude } } } }';
    await lienket.ask(LIST, {}, { token: market.manager92 });
    expect((await looks()).filter((look) => /farm|mill/.test(look))).toEqual([]);
    await lienket.owner.query(sql`truncate identity.access_log`);
    await lienket.ask(LIST, {}, { token: market.manager80 });
    const kinds = ['CONTACT', 'PLACE', 'TAX_CODE'];
    expect(await looks()).toEqual(
      expect.arrayContaining(['farm', 'mill'].flatMap((whose) => kinds.map((kind) => `${whose} ${kind}`))),
    );
    expect(await lienket.owner.query(sql`select distinct xmin::text from identity.access_log`)).toHaveLength(1);
  });

  it('that can not be written down show nothing', async () => {
    await lienket.owner.query(sql`revoke insert on identity.access_log from lienket_api`);
    try {
      const asked = `{ organization(id: "${market.farm.organizationId}") { name contact { name } } }`;
      expect(await lienket.send(asked, {}, { token: market.manager80 })).toMatchObject({
        data: { organization: { contact: null } },
        errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      });
      expect(await lienket.ask(asked, {}, { token: market.farm.token })).toMatchObject({
        organization: { contact: { name: 'Bà Tư' } },
      });
    } finally {
      await lienket.owner.query(sql`grant insert on identity.access_log to lienket_api`);
    }
  });

  it('are seen by those who were looked at, by who looked, and by administrators', async () => {
    await lienket.ask(
      `{ organization(id: "${market.farm.organizationId}") { taxCode } }`,
      {},
      { token: market.manager80 },
    );
    const SEEN = '{ accesses { totalCount nodes { kind role organization { name } } } }';
    const seen = async (token: string) => (await lienket.ask<{ accesses: object }>(SEEN, {}, { token })).accesses;
    const look = { kind: 'TAX_CODE', role: 'PROGRAM_MANAGER', organization: { name: 'HTX Lúa Tân Hưng' } };
    for (const token of [market.farm.token, market.manager80, market.administrator])
      expect(await seen(token)).toEqual({ totalCount: 1, nodes: [look] });
    for (const token of [market.mill.token, market.homeless, market.manager92, market.country])
      expect(await seen(token)).toEqual({ totalCount: 0, nodes: [] });
  });

  it('are found by organization, by who looked and by time, a page after the other', async () => {
    const { farm, mill, manager80, country, administrator } = market;
    for (const [token, { organizationId }] of [
      [manager80, farm],
      [country, farm],
      [country, mill],
    ] as const)
      await lienket.ask(`{ organization(id: "${organizationId}") { taxCode } }`, {}, { token });
    const FOUND = `query ($filter: AccessFilter, $first: Int, $after: String) {
      it: accesses(filter: $filter, first: $first, after: $after) { totalCount nodes { userId } edges { cursor } } }`;
    interface Found {
      readonly it: { totalCount: number; nodes: { userId: string }[]; edges: { cursor: string }[] };
    }
    const found = (filter: object, page: object = {}) =>
      lienket.ask<Found>(FOUND, { filter, ...page }, { token: administrator }).then(({ it: page }) => page);
    expect((await found({ organizationId: farm.organizationId })).totalCount).toBe(2);
    const first = await found({}, { first: 2 });
    const second = await found({}, { first: 2, after: first.edges[1]!.cursor });
    expect([first.nodes.length, second.nodes.length, first.totalCount]).toEqual([2, 1, 3]);
    expect((await found({ userId: first.nodes[0]!.userId })).totalCount).toBe(2);
    expect((await found({ userId: 'nobody' })).totalCount).toBe(0);
    expect((await found({ from: '2026-01-01T00:00:00Z', to: '2126-01-01T00:00:00Z' })).totalCount).toBe(3);
    expect((await found({ to: '2026-01-01T00:00:00Z' })).totalCount).toBe(0);
    expect(
      (
        await lienket.send(
          FOUND,
          { filter: { from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' } },
          { token: farm.token },
        )
      ).errors,
    ).toMatchObject([{ extensions: { code: 'INVALID_INPUT', field: 'filter.to' } }]);
  });

  it('are changed and taken away by nobody, not by who looked either', async () => {
    const api = await Database.connect(urlOf('lienket_api', lienket.config), 1, []);
    const administrator = { 'lienket.role': 'ADMINISTRATOR' };
    for (const statement of [
      sql`update identity.access_log set kind = 'PLACE'`,
      sql`delete from identity.access_log`,
      sql`truncate identity.access_log`,
    ])
      await expect(api.transaction((tx) => tx.query(statement), administrator)).rejects.toMatchObject({
        code: '42501',
      });
    await api.close();
  });

  it('are thrown away after two years, and no sooner', async () => {
    await lienket.owner.query(sql`
      insert into identity.access_log (at, user_id, role, organization_id, kind, request_id)
      select clock_timestamp() - age, gen_random_uuid(), 'ADMINISTRATOR', gen_random_uuid(), 'CONTACT', gen_random_uuid()
      from unnest(array[interval '729 days', interval '732 days']) as looked (age)`);
    const worker = await Database.connect(urlOf('lienket_worker', lienket.config), 1, []);
    const counted = await new ForgetOld(worker, identityRetention).forget();
    await worker.close();
    expect(counted.find(({ what }) => what.startsWith('looks'))?.count).toBe(1);
    expect(await looks()).toHaveLength(1);
  });
});
