import { CONFIG, Database, type Config, type Day, type Queryable } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { isAsked } from './asked-consents.js';
import {
  CONSENT_TEXTS,
  presentText,
  type ConsentLanguage,
  type ConsentPurpose,
  type ConsentText,
} from './consent-texts.js';
import { lastSaidBy } from './consent.store.js';
import { findUser } from './user.reads.js';
import { actorOf, selfOf, type Viewer } from './viewer.js';

/** What is asked of a person, and what they last said to it. */
export interface Consent {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly at: Date | null;
  readonly agreedVersion: number | null;
  /** In which they were asked when they last said something; null where that is not known. */
  readonly language: ConsentLanguage | null;
  readonly asked: ConsentText;
}

@Injectable()
export class ConsentReads {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The viewer's own: each purpose that they are asked for, and each that they agree to, once. */
  async of(viewer: Viewer, today: Day): Promise<Consent[]> {
    const user = await findUser(this.database.as(selfOf(viewer.userId)), viewer.userId);
    const all = await this.all(viewer, today);
    return all.filter(({ purpose, given }) => given || (user !== null && isAsked(purpose, user.login, this.config)));
  }

  /** The viewer's own. */
  async to(viewer: Viewer, purpose: ConsentPurpose, today: Day): Promise<Consent> {
    const consent = (await this.all(viewer, today)).find((one) => one.purpose === purpose);
    if (!consent) throw new Error('A purpose has no text.');
    return consent;
  }

  private async all(viewer: Viewer, today: Day): Promise<Consent[]> {
    const said = await lastSaidBy(this.database.as(actorOf(viewer, today)), viewer.userId);
    return (Object.keys(CONSENT_TEXTS) as ConsentPurpose[]).map((purpose) => {
      const { given = false, at = null, textVersion: agreedVersion = null, language = null } = said.get(purpose) ?? {};
      return { purpose, given, at, agreedVersion, language, asked: presentText(purpose) };
    });
  }
}

/** A person who consents, and the organization that they act for. */
export interface Consenting {
  readonly userId: string;
  readonly organizationId: string | null;
}

/** Who of those who act for these organizations, and of these people, consents now. For the worker's role. */
export const consentingOf = (
  from: Queryable,
  purpose: ConsentPurpose,
  { organizationIds, userIds }: { readonly organizationIds: readonly string[]; readonly userIds: readonly string[] },
): Promise<Consenting[]> =>
  from.query<Consenting>(sql`
    select user_id as "userId", organization_id as "organizationId"
    from identity.consenting(${purpose}, ${organizationIds}::uuid[], ${userIds}::uuid[])`);
