import type { Config } from '@lienket/platform';
import type { ConsentPurpose } from './consent-texts.js';
import { emailOf } from './login.js';

/** Whether somebody of this login is asked for it: for e-mails only where some are sent, and there is an address. */
export const isAsked = (purpose: ConsentPurpose, login: string, config: Pick<Config, 'LIENKET_SMTP_URL'>): boolean =>
  purpose !== 'NOTICES_BY_EMAIL' || (config.LIENKET_SMTP_URL !== undefined && emailOf(login) !== null);
