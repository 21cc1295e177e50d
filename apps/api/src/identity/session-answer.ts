import { viewerOf, type StartedSession, type UserReads } from '@lienket/identity';
import type { Result } from '@lienket/platform';
import type { RequestContext } from '../door/context.js';
import { answer } from '../door/refusal-error.js';

/** A session that has just begun; the rest of the request is asked by whose it is. */
export async function sessionOf(context: RequestContext, users: UserReads, started: Result<StartedSession>) {
  const { userId, ...session } = answer(started, context.language);
  context.changed.isSo = true;
  const user = await users.byId(userId);
  if (user) context.become(viewerOf(user));
  return { ...session, user };
}
