import { Database, type Day } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { CONSENT_TEXTS, presentText, type ConsentPurpose, type ConsentText } from './consent-texts.js';
import { lastSaidBy } from './consent.store.js';
import { actorOf, type Viewer } from './viewer.js';

/** What is asked of a person, and what they last said to it. */
export interface Consent {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly at: Date | null;
  readonly agreedVersion: number | null;
  readonly asked: ConsentText;
}

@Injectable()
export class ConsentReads {
  constructor(private readonly database: Database) {}

  /** The viewer's own, each purpose once. */
  async of(viewer: Viewer, today: Day): Promise<Consent[]> {
    const said = await lastSaidBy(this.database.as(actorOf(viewer, today)), viewer.userId);
    return (Object.keys(CONSENT_TEXTS) as ConsentPurpose[]).map((purpose) => {
      const { given = false, at = null, textVersion: agreedVersion = null } = said.get(purpose) ?? {};
      return { purpose, given, at, agreedVersion, asked: presentText(purpose) };
    });
  }
}
