import { Database, pageOf, type Day, type Page, type PageRequest } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { OpenInvitation } from './invitation.store.js';
import type { User } from './user.reads.js';
import { actorOf, owns, type Viewer } from './viewer.js';

type OrganizationId = string;
interface PersonOf extends User {
  readonly organizationId: string;
}

const PERSON = sql`id, login, 'TRADER' as role, asked.organization as "organizationId", organization_role as "organizationRole", '{}'::text[] as "provinceCodes"`;

/** Who acts for organizations. Of one whose people the viewer may not see (seesPeople) the database gives nothing. */
@Injectable()
export class PeopleReads {
  constructor(private readonly database: Database) {}

  /** By login; the cursor holds it. */
  async peopleOf(
    viewer: Viewer,
    organizationIds: readonly string[],
    { first, after }: PageRequest,
    today: Day,
  ): Promise<Map<OrganizationId, Page<User>>> {
    const rows = await this.database.as(actorOf(viewer, today)).query<PersonOf>(sql`
      select page.* from unnest(${organizationIds}::uuid[]) asked (organization)
      cross join lateral (
        select ${PERSON} from identity.people_of(asked.organization) where login > ${after?.[0] ?? ''} order by login limit ${first + 1}
      ) page`);
    return new Map(
      organizationIds.map((id) => [
        id,
        pageOf(
          rows.filter(({ organizationId }) => organizationId === id),
          first,
        ),
      ]),
    );
  }

  async countPeople(
    viewer: Viewer,
    organizationIds: readonly string[],
    today: Day,
  ): Promise<Map<OrganizationId, number>> {
    const rows = await this.database.as(actorOf(viewer, today)).query<{ id: string; count: number }>(sql`
      select asked.id, count(*) from unnest(${organizationIds}::uuid[]) asked (id), identity.people_of(asked.id) group by asked.id`);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Somebody of the viewer's own organization. */
  async colleague(viewer: Viewer, id: string, today: Day): Promise<User | null> {
    const [person] = await this.database.as(actorOf(viewer, today)).query<User>(sql`
      select ${PERSON} from (values (${viewer.organizationId}::uuid)) asked (organization), identity.people_of(asked.organization) where id = ${id}`);
    return person ?? null;
  }

  /** Open ones, newest first, for an OWNER of the organization; null for others. */
  async invitationsTo(
    viewer: Viewer,
    organizationId: string,
    { today, now }: { today: Day; now: Date },
  ): Promise<OpenInvitation[] | null> {
    if (!owns(viewer, organizationId)) return null;
    return this.database.as(actorOf(viewer, today)).query<OpenInvitation>(sql`
      select id, login, role, created_at as "createdAt", expires_at as "expiresAt" from identity.invitation
      where organization_id = ${organizationId} and expires_at > ${now} order by created_at desc, id desc`);
  }
}
