import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { eventually } from '../support/eventually.js';
import { PASSWORD, startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { Mailbox } from '../support/mailbox.js';
import { addColleague, addPerson, addTrader } from '../support/people.js';
import { deskOf, RIVAL_NOON } from '../support/rival-market.js';

const CONSENTS = '{ consents { purpose given text } }';
const GIVE = `mutation ($purpose: ConsentPurpose!) { giveConsent(purpose: $purpose, textVersion: 1) { purpose given } }`;
const ERASE = 'mutation ($password: String!) { eraseMe(password: $password) }';
const SENT_WITHIN_MS = 10_000;
type Trader = Awaited<ReturnType<typeof addTrader>>;

describe('notices by e-mail', () => {
  let lienket: Lienket;
  let farm: Trader;
  let mill: Trader;
  let mailbox: Mailbox;

  beforeAll(async () => {
    mailbox = await Mailbox.open();
    lienket = await startLienket(mailbox.settings, new TestClock(new Date(RIVAL_NOON)));
    const manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER');
    const traits = { provinceCode: '80', chainRoles: ['PRODUCER', 'PROCESSOR'] };
    farm = await addTrader(lienket, manager, { ...traits, kind: 'COOPERATIVE', name: 'HTX Lúa' });
    mill = await addTrader(lienket, manager, { ...traits, kind: 'ENTERPRISE', name: 'Nhà máy' });
  });
  afterAll(async () => {
    await lienket.close();
    await mailbox.stop();
  });

  const asked = async (token: string) => {
    const { consents } = await lienket.ask<{ consents: { purpose: string; given: boolean; text: string }[] }>(
      CONSENTS,
      {},
      { token },
    );
    return consents.find(({ purpose }) => purpose === 'NOTICES_BY_EMAIL');
  };
  const agree = (token: string, language: 'vi' | 'en' = 'vi') =>
    lienket.send(GIVE, { purpose: 'NOTICES_BY_EMAIL' }, { token, language });

  it('are asked for where there is an address, in the words of the caller, and of nobody else', async () => {
    expect(await asked(farm.token)).toMatchObject({ given: false, text: expect.stringContaining('in English') });
    const { signUp: phone } = await lienket.ask<{ signUp: { token: string } }>(
      'mutation ($password: String!) { signUp(login: "0912345678", password: $password) { token } }',
      { password: PASSWORD },
    );
    expect(await asked(phone.token)).toBeUndefined();
    expect((await agree(phone.token)).errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', field: 'purpose' } },
    ]);
  });

  it('come by themselves, soon after what happened, to each who agreed, in the language in which they did', async () => {
    const colleague = await addColleague(lienket, farm, 'READER');
    expect(await agree(colleague.token, 'en')).toMatchObject({ data: { giveConsent: { given: true } } });
    const doneAt = performance.now();
    await deskOf(lienket).offer(mill, farm, mill);
    expect(await eventually(() => Promise.resolve(mailbox.letters.length > 0), SENT_WITHIN_MS)).not.toBeNull();
    console.info(`e-mail after ${(performance.now() - doneAt).toFixed(0)} ms`);
    expect(mailbox.letters).toMatchObject([
      { to: colleague.login, subject: expect.stringContaining('offers contract') },
    ]);
  });

  it('stand in what a person is given of themselves, and go when they are erased', async () => {
    const colleague = await addColleague(lienket, farm, 'TRADER');
    await agree(colleague.token);
    await deskOf(lienket).offer(mill, farm, mill);
    const sent = async () => mailbox.textsTo(colleague.login).length === 1;
    expect(await eventually(sent, SENT_WITHIN_MS)).not.toBeNull();
    const { myData } = await lienket.ask<{ myData: { json: string } }>('{ myData { json } }', {}, colleague);
    const tables = JSON.parse(myData.json) as Record<string, Record<string, unknown>[]>;
    expect(tables['notices.email']).toMatchObject([{ outcome: 'SENT' }]);
    expect(tables['identity.consent_event']).toMatchObject([{ purpose: 'NOTICES_BY_EMAIL', language: 'vi' }]);
    const rows = () =>
      lienket.owner.query(
        sql`select from notices.email where user_id::text = ${tables['notices.email']![0]!['user_id']}`,
      );
    expect(await rows()).toHaveLength(1);
    await lienket.ask(ERASE, { password: PASSWORD }, colleague);
    expect(await rows()).toEqual([]);
    await deskOf(lienket).offer(mill, farm, mill);
    expect(mailbox.textsTo(colleague.login)).toHaveLength(1);
  });
});
