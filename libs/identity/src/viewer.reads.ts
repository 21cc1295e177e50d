import { Database, Prepared } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { digestOf } from './session-token.js';
import type { Viewer } from './viewer.js';

@Injectable()
export class ViewerReads {
  constructor(private readonly database: Database) {}

  /** Who signed in with this token; null where the session was never there, has ended or run out. */
  async byToken(token: string, now: Date): Promise<Viewer | null> {
    const [viewer] = await this.byTokens([token], now);
    return viewer ?? null;
  }

  /** The same for each of them, in one question. */
  async byTokens(tokens: readonly string[], now: Date): Promise<(Viewer | null)[]> {
    const found = await this.database.query<Viewer & { readonly place: number }>(
      new Prepared(sql`
      select asked.place, id as "userId", role, organization_id as "organizationId", organization_role as "organizationRole",
        province_codes as "provinceCodes"
      from unnest(${tokens.map(digestOf)}::bytea[]) with ordinality as asked (digest, place)
      cross join lateral identity.user_of_session(asked.digest, ${now})`),
    );
    const byPlace = new Map(found.map(({ place, ...viewer }) => [place, viewer]));
    return tokens.map((_, index) => byPlace.get(index + 1) ?? null);
  }
}
