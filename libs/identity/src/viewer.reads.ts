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
      select app_user.id as "userId", app_user.role, app_user.organization_id as "organizationId", app_user.province_codes as "provinceCodes"
      from identity.session join identity.app_user on app_user.id = session.user_id
      where session.token_digest = ${digestOf(token)} and session.expires_at > ${now}`);
    return viewer ?? null;
  }
}
