import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '@lienket/platform';
import { createTransport } from 'nodemailer';
import { Mailbox, MAILBOX_PASSWORD } from '../../../test/support/mailbox.js';
import { MailServer, MailServerAway } from './mail-server.js';
import { smtpOptions } from './smtp-options.js';

const LETTER = {
  ...{ to: 'ke.toan@example.vn', id: '1', subject: 'Hợp đồng', text: 'Đã ký.\n' },
  endedAt: 'https://lienket.example.vn/account',
};

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await Mailbox.open();
});
beforeEach(() => {
  mailbox.letters.length = 0;
});
afterAll(() => mailbox.stop());

const at = (address: string) =>
  new MailServer(
    readConfig({
      ...{ DATABASE_URL: 'postgres://user@localhost/lienket', LIENKET_SMTP_URL: address },
      ...{ LIENKET_EMAIL_FROM: 'thong-bao@lienket.example.vn', LIENKET_CONSOLE_URL: 'https://lienket.example.vn' },
    }),
  );
const as = (password: string) => mailbox.url.replace('smtp://', `smtp://lienket:${encodeURIComponent(password)}@`);

describe('a mail server', () => {
  it('takes a letter from who has its password, and none of whoever has another', async () => {
    expect(await at(as(MAILBOX_PASSWORD)).post(LETTER)).toEqual({ outcome: 'SENT' });
    expect(mailbox.letters).toMatchObject([{ to: LETTER.to, subject: LETTER.subject, text: LETTER.text }]);
    await expect(at(as('another')).post(LETTER)).rejects.toThrow(MailServerAway);
    expect(mailbox.letters).toHaveLength(1);
  });

  it('says why it takes nothing without its address, its password and whom the letter is for', async () => {
    const fault = await at(as('canary'))
      .post(LETTER)
      .catch((error: unknown) => error);
    expect(String(fault)).toBe('MailServerAway: It takes no e-mail now: EAUTH 535 5.7.8');
    expect(JSON.stringify(fault) + String((fault as Error).stack)).not.toMatch(/canary|ke\.toan|127\.0\.0\.1/);
  });

  it('that closes in the middle concerns everybody', async () => {
    mailbox.refusals.set(LETTER.to, { at: 'RCPT', code: 421, text: '4.3.2 closing' });
    await expect(at(mailbox.url).post(LETTER)).rejects.toThrow(MailServerAway);
    mailbox.refusals.clear();
  });

  it('elsewhere is given nothing, no password either, before the line is TLS', async () => {
    const elsewhere = smtpOptions(`smtp://lienket:${encodeURIComponent(MAILBOX_PASSWORD)}@mail.example.vn`);
    expect(elsewhere).toMatchObject({ secure: false, requireTLS: true, port: 587 });
    const transport = createTransport({ ...elsewhere, host: '127.0.0.1', port: mailbox.port });
    await expect(transport.sendMail({ ...LETTER, from: 'a@example.vn' })).rejects.toMatchObject({
      command: 'STARTTLS',
    });
    expect(mailbox.letters).toEqual([]);
  });

  it.each([
    ['smtps://mail.example.vn', { host: 'mail.example.vn', port: 465, secure: true }],
    ['smtps://[2001:db8::1]:4650', { host: '2001:db8::1', port: 4650, secure: true }],
    ['smtp://mail.example.vn:2525', { port: 2525, secure: false, requireTLS: true }],
    ['smtp://127.0.0.1.example.vn', { requireTLS: true }],
    ['smtp://localhost', { port: 587, ignoreTLS: true }],
    ['smtp://[::1]:25', { host: '::1', port: 25, ignoreTLS: true }],
  ])('at %s is spoken to in TLS unless it is this machine', (address, options) => {
    expect(smtpOptions(address)).toMatchObject(options);
    expect(smtpOptions(address)).not.toHaveProperty('auth');
  });
});
