import { Database } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { digestOf } from './session-token.js';
import type { Viewer } from './viewer.js';

@Injectable()
export class ViewerReads {
  constructor(private readonly database: Database) {}

  /** Who signed in with this token; null where the session was never there, has ended or run out. */
  async byToken(token: string, now: Date): Promise<Viewer | null> {
    const [viewer] = await this.database.query<Viewer>(sql`
      select id as "userId", role, organization_id as "organizationId", province_codes as "provinceCodes"
      from identity.user_of_session(${digestOf(token)}, ${now})`);
    return viewer ?? null;
  }
}
