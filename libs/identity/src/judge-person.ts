import { accept, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { isOwner, type Person } from './people-rules.js';
import { lockPeople, seesPerson } from './people.store.js';
import type { Viewer } from './viewer.js';

/** Somebody of the viewer's organization, about whom the viewer as its OWNER may decide, among all its people, locked. */
export async function judgePerson(
  tx: Transaction,
  { userId }: Viewer,
  personId: string,
): Promise<Result<{ readonly person: Person; readonly people: readonly Person[] }>> {
  const people = await lockPeople(tx);
  const person = people.find(({ id }) => id === personId.toLowerCase());
  if (!person) return refuse({ code: (await seesPerson(tx, personId)) ? 'FORBIDDEN' : 'NOT_FOUND' });
  return isOwner(people, userId) ? accept({ person, people }) : refuse({ code: 'FORBIDDEN' });
}

/** The same of somebody else. */
export async function judgeColleague(tx: Transaction, viewer: Viewer, personId: string) {
  const judged = await judgePerson(tx, viewer, personId);
  return judged.ok && judged.value.person.id === viewer.userId ? invalid('userId', 'MISMATCH') : judged;
}
