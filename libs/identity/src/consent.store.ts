import type { Queryable, Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { ConsentLanguage, ConsentPurpose } from './consent-texts.js';

/** What a person last said to a purpose. */
export interface SaidConsent {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly at: Date;
  readonly textVersion: number;
  /** In which the text was shown; null where that is not known. */
  readonly language: ConsentLanguage | null;
}

export async function lastSaidBy(from: Queryable, userId: string): Promise<Map<ConsentPurpose, SaidConsent>> {
  const said = await from.query<SaidConsent>(sql`
    select distinct on (purpose) purpose, given, at, text_version as "textVersion", language
    from identity.consent_event where user_id = ${userId} order by purpose, sequence desc`);
  return new Map(said.map((last) => [last.purpose, last]));
}

/** Keeps what a person says here themselves; saying again what holds adds nothing. Of two at once the later one holds. */
export async function noteConsent(
  tx: Transaction,
  userId: string,
  said: Pick<SaidConsent, 'purpose' | 'given' | 'at'> & Partial<Pick<SaidConsent, 'textVersion' | 'language'>>,
): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`consent ${userId}`}, 0))`);
  const before = (await lastSaidBy(tx, userId)).get(said.purpose);
  const textVersion = said.textVersion ?? before?.textVersion;
  if (textVersion === undefined) return;
  const language = said.language ?? before?.language ?? null;
  if (before?.given === said.given && before.textVersion === textVersion && before.language === language) return;
  await tx.query(sql`
    insert into identity.consent_event (user_id, purpose, text_version, language, given, channel, recorded_by, at)
    values (${userId}, ${said.purpose}, ${textVersion}, ${language}, ${said.given}, 'HERE', ${userId}, ${said.at})`);
}
