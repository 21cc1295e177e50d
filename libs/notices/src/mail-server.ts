import { CONFIG, type Config } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { smtpOptions } from './smtp-options.js';

/** An e-mail in plain text; whatever was written by somebody stands in it as one line. */
export interface Letter {
  readonly to: string;
  /** The same whenever the same is sent, so that mail programs show it once. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** The page on which its reader ends such e-mails. */
  readonly endedAt: string;
}

/** What became of a letter. REFUSED: by this server for good; LATER: for now. */
export type Posted = { readonly outcome: 'SENT' } | { readonly outcome: 'REFUSED' | 'LATER'; readonly reply: string };

/** No letter gets through: it is out of reach, or takes none of Lienket. Its address and what it said may be secrets. */
export class MailServerAway extends Error {
  override readonly name = 'MailServerAway';
}

/** The server that takes Lienket's e-mails, where one is configured. */
@Injectable()
export class MailServer {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get isThere(): boolean {
    return this.config.LIENKET_SMTP_URL !== undefined;
  }

  async post({ to, id, subject, text, endedAt }: Letter): Promise<Posted> {
    const { LIENKET_SMTP_URL: address, LIENKET_EMAIL_FROM: from } = this.config;
    if (address === undefined || from === undefined) throw new MailServerAway('There is none.');
    const transport = createTransport(smtpOptions(address));
    try {
      await transport.sendMail({
        from: { name: 'Lienket', address: from },
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': { prepared: true, value: `<${endedAt}>` } },
        textEncoding: 'base64',
      });
      return { outcome: 'SENT' };
    } catch (error) {
      return judge(error as SmtpFault);
    } finally {
      transport.close();
    }
  }
}

interface SmtpFault {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** A reply to this reader's address or to this letter is about them alone; a server that closes (421), and any other fault, about all. */
function judge({ code, command, responseCode = 0, response = '' }: SmtpFault): Posted {
  const isOfThisOne = (code === 'EENVELOPE' && command !== 'MAIL FROM') || code === 'EMESSAGE';
  const reply = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response)?.[0].replace('-', ' ') ?? code ?? '';
  if (!isOfThisOne || responseCode === 421) throw new MailServerAway(`It takes no e-mail now: ${code ?? ''} ${reply}`);
  return { outcome: responseCode >= 500 || responseCode === 0 ? 'REFUSED' : 'LATER', reply };
}
