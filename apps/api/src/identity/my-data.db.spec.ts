import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import sql from 'sql-template-tag';
import { NOT_EXPORTED, PERSONAL } from '../../../../database/personal-data.js';
import { startLienket, TestClock, type Lienket } from '../../../../test/support/lienket.js';
import { openRivalMarket, RIVAL_NOON, type RivalMarket } from '../../../../test/support/rival-market.js';
import { personalRows } from './personal-rows.js';

interface MyData {
  readonly myData: { readonly json: string; readonly tables: { readonly name: string; readonly csv: string }[] };
}
type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

let lienket: Lienket;
let market: RivalMarket;
beforeAll(async () => {
  lienket = await startLienket({}, new TestClock(new Date(RIVAL_NOON)));
  market = await openRivalMarket(lienket);
});
afterAll(() => lienket.close());

const mine = async (token: string) =>
  (await lienket.ask<MyData>('{ myData { json tables { name csv } } }', {}, { token })).myData;

describe('what is kept of a person', () => {
  const given = personalRows.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));

  it('is given to them column by column, or it is said why not', () => {
    const unsaid = Object.keys(PERSONAL).filter((column) => !given.includes(column) && !(column in NOT_EXPORTED));
    expect(unsaid).toEqual([]);
    expect(Object.keys(NOT_EXPORTED).filter((column) => !(column in PERSONAL) || given.includes(column))).toEqual([]);
  });

  it('is given as JSON and as CSV: what they are, did and consented to, and who looked', async () => {
    const { farm } = market;
    await lienket.ask(
      'mutation { giveConsent(purpose: CONTACT_SHOWN_TO_TRADERS, textVersion: 1) { given } }',
      {},
      farm,
    );
    await lienket.ask(`{ organization(id: "${farm.organizationId}") { taxCode } }`, {}, { token: market.manager80 });
    await lienket.owner.query(
      sql`update registry.organization set contact_name = '=HYPERLINK("x")' where id = ${farm.organizationId}`,
    );
    const { json, tables } = await mine(farm.token);
    const rows = JSON.parse(json) as Tables;
    const [{ id, login }] = rows['identity.app_user'] as [{ id: string; login: string }];
    expect(login).toMatch(/@example\.vn$/);
    expect(rows['contracts.signature']?.length).toBeGreaterThan(0);
    expect(rows['contracts.signature']?.every((row) => row['user_id'] === id)).toBe(true);
    expect(rows['contracts.contract_event']?.length).toBeGreaterThan(0);
    expect(rows['identity.consent_event']).toMatchObject([{ given: true }]);
    expect(rows['identity.access_log']).toContainEqual(expect.objectContaining({ kind: 'TAX_CODE' }));
    expect(rows['registry.organization']).toMatchObject([{ contact_name: '=HYPERLINK("x")' }]);
    for (const { name, csv } of tables)
      expect([name, parse(csv, { bom: true }).length - 1]).toEqual([name, rows[name]?.length]);
    expect(tables.find(({ name }) => name === 'registry.organization')?.csv).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('is nobody else’s, and holds nothing that lets anybody in', async () => {
    const [farmId] = await lienket.owner.query<{ id: string }>(
      sql`select id from identity.app_user where organization_id = ${market.farm.organizationId}`,
    );
    const all = await Promise.all(
      [market.mill.token, market.stranger.token, market.homeless, market.manager92].map(async (token) =>
        JSON.stringify(await mine(token)),
      ),
    );
    expect(all.filter((text) => text.includes(farmId!.id))).toEqual([]);
    const hashes = await lienket.owner.query<{ it: string }>(sql`
      select password_hash as it from identity.app_user union all select encode(token_digest, 'hex') from identity.session`);
    const own = JSON.stringify(await mine(market.farm.token));
    expect(hashes.filter(({ it }) => own.includes(it))).toEqual([]);
  });
});
