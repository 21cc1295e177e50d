import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GiveConsent, WithdrawConsent, type ConsentLanguage, type Viewer } from '@lienket/identity';
import { Log, readConfig } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { Mailbox } from '../../../test/support/mailbox.js';
import {
  CounterContract,
  OfferContract,
  offerOf,
  SignContract,
  TradeWorld,
  type Trader,
} from '../../../test/support/trade-world.js';
import { EmailReaders } from './email-readers.js';
import { refusedEmails, replayRefusedEmails } from './email.store.js';
import { MailServer } from './mail-server.js';
import { SendEmails } from './send-emails.js';
import { TellNews } from './tell-news.js';

const APART_MS = 10 * 60_000;

let mailbox: Mailbox;
let world: TradeWorld;
let buyer: Trader;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  world = await TradeWorld.open(mailbox.settings);
  buyer = await world.trader({ kind: 'ENTERPRISE' });
  await rename(buyer, 'Nhà máy Mỹ Tho');
});
beforeEach(() => {
  mailbox.letters.length = 0;
  mailbox.refusals.clear();
  later(APART_MS);
});
afterAll(async () => {
  await world.close();
  await mailbox.stop();
});

const later = (milliseconds: number) => {
  world.clock.instant = new Date(world.clock.instant.getTime() + milliseconds);
};
const rename = ({ organizationId }: Trader, name: string) =>
  world.database.query(sql`update registry.organization set name = ${name} where id = ${organizationId}`);
async function signUp({ userId, organizationId }: Viewer, login: string): Promise<void> {
  await world.database.query(sql`
    insert into identity.app_user (id, login, role, organization_id, organization_role, created_at)
    values (${userId}, ${login}, 'TRADER', ${organizationId}, 'OWNER', now())`);
}
const agree = (viewer: Viewer, language: ConsentLanguage = 'vi') =>
  world.carryOut(viewer, (tx) =>
    world.get(GiveConsent).execute(tx, viewer, { purpose: 'NOTICES_BY_EMAIL', textVersion: 1 }, language),
  );
const takeBack = (viewer: Viewer) => world.run(WithdrawConsent, viewer, { purpose: 'NOTICES_BY_EMAIL' });
/** A supplier of a cooperative of her own, who asks for e-mails, and her address. */
async function bookkeeper(language: ConsentLanguage = 'vi'): Promise<Trader & { readonly address: string }> {
  const trader = await world.trader();
  const address = `ke.toan.${randomUUID().slice(0, 8)}@example.vn`;
  await signUp(trader, address);
  expect(await agree(trader, language)).toMatchObject({ ok: true });
  return { ...trader, address };
}
const offerTo = (supplier: Trader) => world.must(OfferContract, buyer, offerOf(supplier, buyer));
const tell = () => world.get(TellNews).handle();
const send = () => world.get(SendEmails).handle();
async function numberOf(id: string): Promise<string> {
  const [row] = await world.database.query<{ number: string }>(
    sql`select number from contracts.contract where id = ${id}`,
  );
  return row!.number;
}
const kept = ({ userId }: Viewer) =>
  world.database.query<{ outcome: string | null; reply: string | null; attempts: number }>(sql`
    select outcome, reply, attempt_count as attempts from notices.email where user_id = ${userId} order by notice_id`);

describe('who asks for it', () => {
  it('is told by e-mail what the console tells, in the language in which they agreed, and nobody else is', async () => {
    const [her, him] = [await bookkeeper(), await bookkeeper('en')];
    const [hers, his] = [await offerTo(her), await offerTo(him)];
    await tell();
    await send();
    expect(mailbox.letters).toHaveLength(2);
    const letter = mailbox.letters.find(({ to }) => to === her.address)!;
    const sentence = `Nhà máy Mỹ Tho đề nghị hợp đồng ${await numberOf(hers)}.`;
    expect(letter.subject).toBe(sentence);
    expect(letter.text).toBe(
      `${sentence}\n09:10 22/11/26\nhttps://lienket.example.vn/contracts/${hers}\n\n` +
        'Xem tất cả thông báo: https://lienket.example.vn/notices\n\n' +
        'Bạn nhận thư này vì đã đồng ý nhận thông báo qua thư điện tử. Muốn thôi, mở trang tài khoản: https://lienket.example.vn/account\n',
    );
    expect(letter.headers).toEqual(
      expect.arrayContaining([
        'From: Lienket <thong-bao@lienket.example.vn>',
        `To: ${her.address}`,
        'Auto-Submitted: auto-generated',
        'List-Unsubscribe: <https://lienket.example.vn/account>',
        'Content-Type: text/plain; charset=utf-8',
      ]),
    );
    expect(mailbox.letters.find(({ to }) => to === him.address)?.subject).toBe(
      `Nhà máy Mỹ Tho offers contract ${await numberOf(his)}.`,
    );
  });

  it('is told once, however often the jobs run, and at once', async () => {
    const her = await bookkeeper();
    await offerTo(her);
    await Promise.all([tell(), tell()]);
    await Promise.all([send(), send(), send()]);
    later(APART_MS);
    await tell();
    await send();
    expect(mailbox.textsTo(her.address)).toHaveLength(1);
    expect(await kept(her)).toEqual([{ outcome: 'SENT', reply: null, attempts: 1 }]);
  });

  it('is told once, though several processes send at once', async () => {
    const people = [await bookkeeper(), await bookkeeper(), await bookkeeper()];
    for (const person of people) await offerTo(person);
    await tell();
    const config = readConfig({ DATABASE_URL: 'postgres://user@localhost/lienket', ...mailbox.settings });
    const parts = [world.get(EmailReaders), world.get(MailServer), world.clock, world.get(Log), config] as const;
    await Promise.all([1, 2, 3].map(() => new SendEmails(world.worker, ...parts).handle()));
    expect(mailbox.letters.map(({ to }) => to).sort()).toEqual(people.map(({ address }) => address).sort());
  });

  it('gets what happens within ten minutes together, in one e-mail more', async () => {
    const her = await bookkeeper();
    const first = await offerTo(her);
    await tell();
    await send();
    const ids = [await offerTo(her), await offerTo(her), await offerTo(her)];
    await tell();
    await send();
    expect(mailbox.textsTo(her.address)).toHaveLength(1);
    later(APART_MS);
    await send();
    const [, together] = mailbox.letters;
    expect(together?.subject).toBe('3 thông báo mới trên Lienket');
    for (const id of ids) expect(together?.text).toContain(await numberOf(id));
    expect(together?.text).not.toContain(await numberOf(first));
  });

  it('is told no price and no quantity, of a counter-offer neither', async () => {
    const her = await bookkeeper();
    const id = await world.must(
      OfferContract,
      buyer,
      offerOf(her, buyer, { quantityKg: '87654', priceVndPerKg: '6543' }),
    );
    const changed = offerOf(her, buyer, { quantityKg: '76543', priceVndPerKg: '5432' }, { terms: 'Chờ 4321 ngày' });
    await world.must(CounterContract, buyer, { id, expectedVersion: 1, input: changed });
    await tell();
    await send();
    const number = await numberOf(id);
    expect(mailbox.letters[0]?.text).toContain(`Nhà máy Mỹ Tho đề nghị lại hợp đồng ${number}.`);
    for (const secret of ['87654', '87.654', '6543', '6.543', '76543', '5432', '4321'])
      expect(mailbox.letters[0]!.subject + mailbox.letters[0]!.text).not.toContain(secret);
  });

  it('gets none any more who has taken it back, has left or was erased, though it waited', async () => {
    const [back, left, erased] = [await bookkeeper(), await bookkeeper(), await bookkeeper()];
    const people = [back, left, erased];
    for (const person of people) await offerTo(person);
    await tell();
    await takeBack(back);
    await world.database.query(
      sql`update identity.app_user set organization_id = null, organization_role = null where id = ${left.userId}`,
    );
    await world.database.query(sql`delete from identity.app_user where id = ${erased.userId}`);
    await send();
    expect(mailbox.letters).toEqual([]);
    for (const person of people) expect(await kept(person)).toMatchObject([{ outcome: 'DROPPED' }]);
  });

  it('is whoever acts for the organization and has an address, and no other', async () => {
    const her = await bookkeeper();
    const [silent, phone] = [
      { ...her, userId: randomUUID() },
      { ...her, userId: randomUUID() },
    ];
    await signUp(silent, `${randomUUID()}@example.vn`);
    await signUp(phone, `09${String(Date.now()).slice(-8)}`);
    expect(await agree(phone)).toEqual({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'purpose', rule: 'UNKNOWN' },
    });
    await offerTo(her);
    await tell();
    await send();
    expect(mailbox.letters.map(({ to }) => to)).toEqual([her.address]);
  });
});

describe('a mail server', () => {
  it('that is away loses nothing: what waited is sent when it is back', async () => {
    const people = [await bookkeeper(), await bookkeeper()];
    for (const person of people) await offerTo(person);
    await tell();
    await mailbox.stop();
    for (let tries = 0; tries < 12; tries += 1) {
      await expect(send()).rejects.toThrow('It takes no e-mail now: ESOCKET');
      later(60_000);
    }
    for (const person of people) expect(await kept(person)).toEqual([{ outcome: null, reply: null, attempts: 0 }]);
    await mailbox.start();
    await send();
    expect(mailbox.letters.map(({ to }) => to).sort()).toEqual(people.map(({ address }) => address).sort());
  });

  it.each(['RCPT', 'DATA'] as const)(
    'that refuses one for good at %s keeps no other waiting, and is asked once',
    async (at) => {
      const [gone, other] = [await bookkeeper(), await bookkeeper()];
      mailbox.refusals.set(gone.address, { at, code: 550, text: `5.1.1 <${gone.address}> is nobody here` });
      for (const person of [gone, other]) await offerTo(person);
      await tell();
      await send();
      later(86_400_000);
      mailbox.refusals.clear();
      await send();
      expect(mailbox.letters.map(({ to }) => to)).toEqual([other.address]);
      expect(await kept(gone)).toEqual([{ outcome: 'REFUSED', reply: '550 5.1.1', attempts: 1 }]);
      const letter = (await refusedEmails(world.worker)).find(({ id }) => id.endsWith(gone.userId));
      expect(letter).toMatchObject({ job: 'an e-mail', attempts: 1, reason: '550 5.1.1' });
      const now = world.clock.now();
      expect(await replayRefusedEmails(world.worker, 'another', now)).toEqual([]);
      expect(await replayRefusedEmails(world.worker, letter!.id, now)).toEqual([letter!.id]);
      await send();
      expect(mailbox.textsTo(gone.address)).toHaveLength(1);
    },
  );

  it('that refuses one for now is asked again, later each time, and ten times at most', async () => {
    const [grey, full] = [await bookkeeper(), await bookkeeper()];
    mailbox.refusals.set(grey.address, { at: 'RCPT', code: 451, text: '4.7.1 try again later' });
    mailbox.refusals.set(full.address, { at: 'DATA', code: 452, text: '4.2.2 mailbox full' });
    for (const person of [grey, full]) await offerTo(person);
    await tell();
    await send();
    await send();
    expect(await kept(grey)).toEqual([{ outcome: null, reply: null, attempts: 1 }]);
    mailbox.refusals.delete(grey.address);
    later(60_000);
    await send();
    expect(mailbox.letters.map(({ to }) => to)).toEqual([grey.address]);
    for (let days = 0; days < 12; days += 1) {
      later(86_400_000);
      await send();
    }
    expect(await kept(full)).toEqual([{ outcome: 'REFUSED', reply: '452 4.2.2', attempts: 10 }]);
  });

  it('that dies before it has said yes gets the same e-mail again, which mail programs show once', async () => {
    const her = await bookkeeper();
    await offerTo(her);
    await tell();
    mailbox.diesAfterNext = true;
    await expect(send()).rejects.toThrow('It takes no e-mail now');
    await mailbox.start();
    await send();
    const [first, again, ...more] = mailbox.letters;
    expect(more).toEqual([]);
    expect(again?.messageId).toBe(first?.messageId);
    expect(first?.messageId).toMatch(/^<[0-9a-f]{40}@lienket\.example\.vn>$/);
  });

  it('is asked again for what a process had in hand that died', async () => {
    const her = await bookkeeper();
    await offerTo(her);
    await tell();
    await world.database.query(sql`
      update notices.email set due_at = ${new Date(world.clock.instant.getTime() + 300_000)}, attempt_count = 1 where user_id = ${her.userId}`);
    await send();
    expect(mailbox.letters).toEqual([]);
    later(300_000);
    await send();
    expect(mailbox.letters).toHaveLength(1);
  });
});

describe('what an organization calls itself', () => {
  const PARTS = {
    'a line end': 'HTX Sen\r\nBcc: ai-do@example.com\r\n\r\nTin giả',
    'a mark that turns the direction': 'HTX \u202Egnud\u202C \u2066Sen\u2069\u200F',
    'a line separator': 'HTX\u2028Sen\u2029X-Evil: 1\u0085\u0007',
    'an encoded word': '=?UTF-8?Q?HTX=0D=0ABcc:_ai-do?=',
  };
  it.each(Object.entries(PARTS))('with %s stays on its line of the subject and the text', async (_, name) => {
    const her = await bookkeeper('en');
    const evil = await world.trader({ kind: 'ENTERPRISE' });
    await rename(evil, name);
    await world.must(OfferContract, evil, offerOf(her, evil));
    await tell();
    await send();
    const [letter] = mailbox.letters;
    expect(letter?.headers.map((line) => line.split(':')[0])).toEqual([
      ...['Auto-Submitted', 'List-Unsubscribe', 'From', 'To', 'Subject', 'Message-ID'],
      ...['Content-Transfer-Encoding', 'Date', 'MIME-Version', 'Content-Type'],
    ]);
    expect(letter!.subject + letter!.text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
    expect(letter?.text.split('\n')).toHaveLength(8);
  });

  it.each(['Xác nhận tại https://evil.example', 'Vào evil.vn ngay', 'hoi@evil.example', 'ｅｖｉｌ．ｖｎ'])(
    'as %s makes no link in an e-mail of ours: it goes without the name',
    async (name) => {
      const her = await bookkeeper();
      const evil = await world.trader({ kind: 'ENTERPRISE' });
      await rename(evil, name);
      const id = await world.must(OfferContract, evil, offerOf(her, evil));
      await tell();
      await send();
      expect(mailbox.letters[0]?.subject).toBe(`Một tổ chức đề nghị hợp đồng ${await numberOf(id)}.`);
      expect(mailbox.letters[0]?.text).not.toMatch(/evil|ｅｖｉｌ/);
    },
  );
});

it('signs nobody up by silence: without the consent nothing is even written down', async () => {
  const trader = await world.trader();
  await signUp(trader, `${randomUUID()}@example.vn`);
  const id = await offerTo(trader);
  await world.must(SignContract, trader, { id, expectedVersion: 1 });
  await tell();
  expect(await kept(trader)).toEqual([]);
});
