import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONSENT_TEXTS } from '@lienket/identity';
import sql from 'sql-template-tag';
import { startLienket, type Lienket } from '../../../../test/support/lienket.js';
import { addPerson, addTrader, addNewcomer } from '../../../../test/support/people.js';

const GIVE = `mutation ($version: Int!) {
  it: giveConsent(purpose: CONTACT_SHOWN_TO_TRADERS, textVersion: $version) { purpose given agreedVersion at } }`;
const WITHDRAW = 'mutation { it: withdrawConsent(purpose: CONTACT_SHOWN_TO_TRADERS) { purpose given agreedVersion } }';

let lienket: Lienket;
let manager: string;
let farm: Awaited<ReturnType<typeof addTrader>>;
let mill: Awaited<ReturnType<typeof addTrader>>;
beforeAll(async () => {
  lienket = await startLienket();
  manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER');
  const traits = { provinceCode: '80', chainRoles: ['PRODUCER'] };
  farm = await addTrader(lienket, manager, { ...traits, kind: 'COOPERATIVE', name: 'HTX Lúa' });
  mill = await addTrader(lienket, manager, { ...traits, kind: 'ENTERPRISE', name: 'Nhà máy' });
});
afterAll(() => lienket.close());

const give = (token: string, version = 1, key?: string) =>
  lienket.send<{ it: object }>(GIVE, { version }, { token, ...(key !== undefined && { key }) });
const withdraw = (token: string) => lienket.send<{ it: object }>(WITHDRAW, {}, { token });
/** Whether this viewer is shown the farm's contact, by itself and in a list. */
async function isShownTo(token: string): Promise<boolean> {
  const { one, all } = await lienket.ask<{ one: { contact: unknown }; all: { nodes: { contact: unknown }[] } }>(
    `query ($id: ID!) { one: organization(id: $id) { contact { email } } all: organizations(filter: { text: "HTX Lua" }) { nodes { contact { email } } } }`,
    { id: farm.organizationId },
    { token },
  );
  expect(all.nodes).toEqual([{ contact: one.contact }]);
  return one.contact !== null;
}
const kept = () =>
  lienket.owner.query(sql`select given, text_version, channel from identity.consent_event order by sequence`);

describe('a consent', () => {
  it('is asked for in the words of the caller, and silence is none', async () => {
    const asked = async (language: 'vi' | 'en') =>
      lienket.ask(
        '{ consents { purpose given at agreedVersion text textVersion } }',
        {},
        { token: farm.token, language },
      );
    const [text] = CONSENT_TEXTS.CONTACT_SHOWN_TO_TRADERS;
    const none = { purpose: 'CONTACT_SHOWN_TO_TRADERS', given: false, at: null, agreedVersion: null, textVersion: 1 };
    expect(await asked('vi')).toEqual({ consents: [{ ...none, text: text.vi }] });
    expect(await asked('en')).toEqual({ consents: [{ ...none, text: text.en }] });
    expect(await isShownTo(mill.token)).toBe(false);
  });

  it('holds from the moment it is given until the moment it is taken back', async () => {
    expect(await give(farm.token)).toMatchObject({ data: { it: { given: true, agreedVersion: 1 } } });
    expect(await isShownTo(mill.token)).toBe(true);
    expect(await withdraw(farm.token)).toMatchObject({ data: { it: { given: false, agreedVersion: 1 } } });
    expect(await isShownTo(mill.token)).toBe(false);
    expect(await isShownTo(farm.token)).toBe(true);
  });

  it('is to the text that is asked now, and to no other', async () => {
    for (const version of [0, 2])
      expect((await give(farm.token, version)).errors).toMatchObject([
        { extensions: { code: 'INVALID_INPUT', field: 'textVersion' } },
      ]);
    expect(await isShownTo(mill.token)).toBe(false);
  });

  it('shows the contact to traders of active organizations only', async () => {
    await give(farm.token);
    const homeless = await addNewcomer(lienket);
    expect(await isShownTo(homeless.token)).toBe(false);
    const status =
      'mutation ($id: ID!, $status: OrganizationStatus!) { setOrganizationStatus(id: $id, status: $status) { id } }';
    for (const [name, isShown] of [
      ['SUSPENDED', false],
      ['ACTIVE', true],
    ] as const) {
      await lienket.ask(status, { id: mill.organizationId, status: name }, { token: manager });
      expect(await isShownTo(mill.token)).toBe(isShown);
    }
    await withdraw(farm.token);
  });

  it('is another’s to give for nobody: a trader’s own shows their own organization', async () => {
    await give(mill.token);
    expect(await isShownTo(mill.token)).toBe(false);
    await withdraw(mill.token);
  });

  it('leaves a row for each change of mind, and none for saying the same again', async () => {
    const before = (await kept()).length;
    await give(farm.token, 1, 'a-key');
    await give(farm.token, 1, 'a-key');
    await give(farm.token);
    await withdraw(farm.token);
    await withdraw(farm.token);
    expect((await kept()).slice(before)).toEqual(
      [true, false].map((given) => ({ given, text_version: 1, channel: 'HERE' })),
    );
  });

  it('taken back without ever having been given leaves nothing', async () => {
    const somebody = await addNewcomer(lienket);
    const before = (await kept()).length;
    expect(await withdraw(somebody.token)).toMatchObject({ data: { it: { given: false, agreedVersion: null } } });
    expect(await kept()).toHaveLength(before);
  });

  it('can neither be changed nor made unsaid, not by the owner either', async () => {
    for (const statement of [
      sql`update identity.consent_event set given = true`,
      sql`delete from identity.consent_event`,
      sql`truncate identity.consent_event`,
    ])
      await expect(lienket.owner.query(statement)).rejects.toThrow('consent_event is only ever added to');
  });
});
