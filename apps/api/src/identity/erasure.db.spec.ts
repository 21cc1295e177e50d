import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import { DECLINE } from '../../../../test/support/contract-desk.js';
import { PASSWORD, startLienket, TestClock, type Lienket } from '../../../../test/support/lienket.js';
import { addColleague, addTrader, addNewcomer } from '../../../../test/support/people.js';
import { deskOf, openRivalMarket, RIVAL_NOON, type RivalMarket } from '../../../../test/support/rival-market.js';
import { main } from './forget-person.js';

const ERASE = 'mutation ($password: String!) { it: eraseMe(password: $password) }';
const SIGN_UP =
  'mutation ($login: String!, $password: String!) { signUp(login: $login, password: $password) { user { id } } }';
const CANARY = 'canary-chim-hoang-yen';
const EVIDENCE = 'canary-chung-cu';

let lienket: Lienket;
let market: RivalMarket;
let folder: string;
beforeAll(async () => {
  lienket = await startLienket({}, new TestClock(new Date(RIVAL_NOON)));
  market = await openRivalMarket(lienket);
  folder = mkdtempSync(join(tmpdir(), 'lienket-erased-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await lienket.close();
});

const erase = (token: string, password = PASSWORD) => lienket.send<{ it: boolean }>(ERASE, { password }, { token });
const refused = async (token: string, password?: string) => (await erase(token, password)).errors?.[0]?.extensions;
const me = async (token: string) =>
  (await lienket.ask<{ me: { id: string; login: string } }>('{ me { id login } }', {}, { token })).me;

/** Every table of every schema, the queue's too, in which a text stands. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await lienket.owner.query<{ name: string }>(sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by name`);
  expect(tables.length).toBeGreaterThan(35);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await lienket.owner.query(
      sql`select from ${raw(name)} as one where one::text ilike ${`%${text}%`} limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** The figure as it is and as it was known before, and a digest of all facts that it is made of. */
async function figures(knownAt: string): Promise<unknown> {
  const FIGURE = '{ participating counted rate }';
  const asked = await lienket.ask(
    `query ($knownAt: DateTime) { now: participation ${FIGURE} before: participation(knownAt: $knownAt) ${FIGURE} }`,
    { knownAt },
  );
  const facts = await lienket.owner.query(sql`
    select md5(string_agg(fact, ',' order by fact)) as digest from (
      select link::text as fact from participation.link_fact link union all
      select profile::text from participation.profile_fact profile) facts`);
  return { asked, facts };
}

/** A trader who has left a trace wherever a person can, in the farm that they alone act for. */
async function leaveTraces(): Promise<{ id: string; login: string }> {
  const { farm, mill, manager80, newcomer, contracts } = market;
  const { id, login } = await me(farm.token);
  const ask = (document: string, variables: object, key?: string) =>
    lienket.ask(document, variables, { token: farm.token, ...(key !== undefined && { key }) });
  const UPDATE = `mutation ($id: ID!, $name: String!, $phone: String!) {
    updateOrganization(id: $id, input: { contactName: $name, contactPhone: $phone }) { id } }`;
  await ask(UPDATE, { id: farm.organizationId, name: `Bà ${CANARY}`, phone: `0912 ${CANARY}` }, CANARY);
  await lienket.owner.query(
    sql`update registry.organization set contact_email = ${login} where id = ${farm.organizationId}`,
  );
  await ask('mutation { giveConsent(purpose: CONTACT_SHOWN_TO_TRADERS, textVersion: 1) { given } }', {});
  await ask(DECLINE, { id: contracts.offered.id, reason: EVIDENCE });
  await deskOf(lienket).deliver(farm, contracts.signed, { quantityKg: '5', acceptedKg: '5', note: EVIDENCE });
  await lienket.owner.query(sql`
    insert into registry.claim (organization_id, user_id, claimed_at) values (${newcomer.organizationId}, ${id}, now())`);
  await lienket.owner.query(sql`
    insert into identity.openid_link values ('https://issuer.example.vn', ${`subject of ${CANARY}`}, ${id}, now())`);
  const INVITE = 'mutation ($login: String!) { invitePerson(login: $login, role: TRADER) { id } }';
  await lienket.ask(INVITE, { login }, { token: mill.token });
  await lienket.ask(INVITE, { login: `guest-${CANARY}@example.vn` }, { token: farm.token });
  await lienket.ask(`{ organization(id: "${farm.organizationId}") { contact { name } } }`, {}, { token: manager80 });
  return { id, login };
}

const GOES = [
  'identity.app_user',
  'identity.session',
  'identity.openid_link',
  'identity.invitation',
  'registry.claim',
  'platform.idempotency_record',
];
const CONTACT = 'contact_name, contact_phone, contact_email';
const STAYS = [
  ...['contracts.contract_event', 'contracts.signature'],
  ...['identity.consent_event', 'identity.erasure'],
];

/** What a backup would bring back: the rows of the tables from which something goes, and contacts. */
async function backUp(): Promise<() => Promise<void>> {
  const { owner } = lienket;
  const rowsOf = async (table: string) =>
    (await owner.query<{ rows: string }>(sql`select json_agg(one)::text as rows from ${raw(table)} one`))[0]!.rows;
  const kept = await Promise.all(GOES.map(async (table) => [table, await rowsOf(table)] as const));
  const organizations = await rowsOf('registry.organization');
  return async () => {
    await owner.query(sql`alter table identity.erasure disable trigger only_added`);
    await owner.query(sql`delete from identity.erasure`);
    await owner.query(sql`alter table identity.erasure enable trigger only_added`);
    for (const [table, rows] of kept)
      await owner.query(sql`
        insert into ${raw(table)} select * from json_populate_recordset(null::${raw(table)}, ${rows}::json) on conflict do nothing`);
    await owner.query(sql`
      update registry.organization now set (${raw(CONTACT)}) = (select ${raw(CONTACT)} from json_populate_recordset(
        null::registry.organization, ${organizations}::json) was where was.id = now.id)`);
  };
}

describe('a person who erases themselves', () => {
  it('shows once more that it is they, and guesses are counted', async () => {
    const { token } = await addNewcomer(lienket);
    expect(await refused(token, 'not the password')).toMatchObject({ code: 'INVALID_INPUT', field: 'password' });
    expect(await me(token)).not.toBeNull();
    for (let attempt = 2; attempt <= 5; attempt += 1) await erase(token, 'not the password');
    expect(await refused(token)).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('has a password, and does nothing else in the same document', async () => {
    const { token, login } = await addNewcomer(lienket);
    const { errors } = await lienket.send(ERASE.replace('}', ' signOut }'), { password: PASSWORD }, { token });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
    await lienket.owner.query(sql`update identity.app_user set password_hash = null where login = ${login}`);
    expect(await refused(token)).toMatchObject({ code: 'INVALID_STATE', state: 'NO_PASSWORD' });
    expect(await me(token)).toMatchObject({ login });
  });

  it('hands over first where others would be left without an owner', async () => {
    const coop = { kind: 'COOPERATIVE', name: 'HTX Hai Người', provinceCode: '80', chainRoles: ['PRODUCER'] };
    const owner = await addTrader(lienket, market.country, coop);
    const colleague = await addColleague(lienket, owner, 'TRADER');
    const people = async () =>
      lienket.ask('{ me { organization { people { nodes { login } } } } }', {}, { token: owner.token });
    expect(await refused(owner.token)).toMatchObject({ code: 'INVALID_STATE', state: 'LAST_OWNER' });
    expect(await erase(colleague.token)).toEqual({ data: { it: true } });
    expect(await people()).toMatchObject({ me: { organization: { people: { nodes: [{}] } } } });
    expect(await erase(owner.token)).toEqual({ data: { it: true } });
  });

  it('leaves no word of who they were in any table, and evidence under an id that leads to nobody', async () => {
    const { farm, mill, contracts } = market;
    const { id, login } = await leaveTraces();
    const restore = await backUp();
    expect(await tablesWith(CANARY)).toEqual([
      ...['identity.invitation', 'identity.openid_link'],
      ...['platform.idempotency_record', 'registry.organization'],
    ]);
    expect(await tablesWith(login)).toEqual(['identity.app_user', 'identity.invitation', 'registry.organization']);
    expect(await tablesWith(id)).toEqual(
      expect.arrayContaining([...GOES.filter((table) => table !== 'identity.invitation'), ...STAYS.slice(0, 3)]),
    );
    const figuresBefore = await figures(RIVAL_NOON);
    const contract = `{ contract(id: "${contracts.signed.id}") { status version parties { signedAt } events { nodes { hash } } } }`;
    const contractBefore = await lienket.ask(contract, {}, { token: mill.token });

    expect(await erase(farm.token)).toEqual({ data: { it: true } });

    const nobodyIsFound = async () => {
      expect(await tablesWith(CANARY)).toEqual([]);
      expect(await tablesWith(login)).toEqual([]);
      expect((await tablesWith(id)).filter((table) => table !== 'platform.rate_limit')).toEqual(STAYS);
      expect(await tablesWith(EVIDENCE)).toEqual(['contracts.contract_event', 'contracts.delivery']);
      const [kept] = await lienket.owner.query<{ held: object }>(
        sql`select held from identity.erasure where user_id = ${id}`,
      );
      expect(kept?.held).toEqual({
        'contracts.signature': { rowCount: expect.any(Number), why: expect.stringContaining('evidence') },
        'contracts.contract_event': { rowCount: expect.any(Number), why: expect.stringContaining('evidence') },
        'identity.consent_event': { rowCount: 1, why: expect.any(String) },
        'identity.access_log': { rowCount: expect.any(Number), why: expect.any(String) },
      });
    };
    await nobodyIsFound();
    expect(await figures(RIVAL_NOON)).toEqual(figuresBefore);
    expect((await lienket.send('{ me { id } }', {}, { token: farm.token })).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(await lienket.ask(contract, {}, { token: mill.token })).toEqual(contractBefore);
    expect(contractBefore).toMatchObject({
      contract: { status: 'SIGNED', parties: [{ signedAt: expect.any(String) }, {}] },
    });

    const list = join(folder, 'erased.txt');
    await main({ act: 'list', file: list }, lienket.config);
    await restore();
    expect(await tablesWith(CANARY)).toHaveLength(4);
    expect(await me(farm.token)).toEqual({ id, login });
    // Listed once more before it was replayed, the list forgets nobody whom the backup has not known.
    await main({ act: 'list', file: list }, lienket.config);
    expect(readFileSync(list, 'utf8')).toContain(`${id} ${RIVAL_NOON}`);
    expect((await main({ act: 'replay', file: list }, lienket.config)).message).toMatch(/^1 of \d+ had come back/);
    await nobodyIsFound();
    expect(await figures(RIVAL_NOON)).toEqual(figuresBefore);
    expect((await main({ act: 'replay', file: list }, lienket.config)).message).toMatch(/^0 of \d+ had come back/);

    const again = await lienket.ask<{ signUp: { user: { id: string } } }>(SIGN_UP, { login, password: PASSWORD });
    expect(again.signUp.user.id).not.toBe(id);
  });

  it('leaves an organization that its people may claim anew, with its contracts', async () => {
    const { token } = await addNewcomer(lienket);
    const claim = 'mutation ($id: ID!) { claimOrganization(organizationId: $id) }';
    expect(await lienket.ask(claim, { id: market.farm.organizationId }, { token })).toEqual({
      claimOrganization: true,
    });
  });

  it('leaves the contact of who is still there', async () => {
    const { mill } = market;
    await lienket.owner.query(
      sql`update registry.organization set contact_email = 'mill@example.vn' where id = ${mill.organizationId}`,
    );
    const { token } = await addColleague(lienket, mill, 'TRADER');
    expect(await erase(token)).toEqual({ data: { it: true } });
    expect(await lienket.ask('{ me { organization { contact { email } } } }', {}, { token: mill.token })).toEqual({
      me: { organization: { contact: { email: 'mill@example.vn' } } },
    });
  });
});

describe('a list of the erased', () => {
  it('of which one line can not be read erases nobody', async () => {
    const file = join(folder, 'broken.txt');
    const { token } = await addNewcomer(lienket);
    const { id } = await me(token);
    writeFileSync(file, `${id} ${RIVAL_NOON}\n> forget:person\n`);
    expect(await main({ act: 'replay', file }, lienket.config)).toMatchObject({ ok: false });
    expect(await main({ act: 'replay', file: join(folder, 'none.txt') }, lienket.config)).toMatchObject({ ok: false });
    expect(await me(token)).toMatchObject({ id });
  });
});
