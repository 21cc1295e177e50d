import {
  AccessLog,
  PeopleReads,
  UserListReads,
  UserReads,
  type Access,
  type RoleDecision,
  type User,
} from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { signedIn, type Asker } from '../door/asker.js';
import { countsBy, pagesBy } from '../door/page-loaders.js';

@Injectable()
export class IdentityLoaders {
  constructor(
    private readonly people: PeopleReads,
    private readonly accessLog: AccessLog,
    private readonly users: UserReads,
    private readonly userLists: UserListReads,
  ) {}

  for(asker: Asker) {
    const { today } = asker;
    const viewer = () => signedIn(asker);
    return {
      people: pagesBy<User>((ids, page) => this.people.peopleOf(viewer(), ids, page, today)),
      peopleCount: countsBy((ids) => this.people.countPeople(viewer(), ids, today)),
      /** Somebody whom the asker sees. */
      user: new DataLoader<string, User | null>(async (ids) => {
        const users = await this.users.seen(viewer(), ids, today);
        return ids.map((id) => users.find((user) => user.id === id) ?? null);
      }),
      /** The newest of somebody, by their id. */
      roleDecision: new DataLoader<string, RoleDecision | null>(async (ids) => {
        const decisions = await this.userLists.newestDecisions(viewer(), today, ids);
        return ids.map((id) => decisions.find(({ userId }) => userId === id) ?? null);
      }),
      /** Somebody of the asker's own organization. */
      colleague: new DataLoader<string, User | null>((ids) =>
        Promise.all(ids.map((id) => this.people.colleague(viewer(), id, today))),
      ),
      /** Null for who is no OWNER: so that only one organization's are ever asked for. */
      invitations: new DataLoader((ids: readonly string[]) =>
        Promise.all(ids.map((id) => this.people.invitationsTo(viewer(), id, asker))),
      ),
      /** Resolves once it is written down that the asker looks: what stands side by side in an answer, in one statement. */
      access: new DataLoader<Access, true, string>(
        async (accesses) => {
          const look = { requestId: asker.requestId, at: asker.now };
          await this.accessLog.note(viewer(), today, look, accesses);
          return accesses.map(() => true);
        },
        { cacheKeyFn: ({ organizationId, kind }) => `${organizationId} ${kind}` },
      ),
    };
  }
}
