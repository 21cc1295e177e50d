import type { Viewer } from '@lienket/identity';
import type { Idempotency } from '@lienket/platform';
import { getArgumentValues, type FieldNode } from 'graphql';
import { createHash } from 'node:crypto';
import type { RequestContext } from './context.js';
import { rootFields, type Operation } from './operation.js';
import { doorError, invalidInputError, type DoorError } from './refusal-error.js';

const ALONE = new Set(['signIn', 'signUp', 'changePassword', 'eraseMe', 'finishOpenIdSignIn']);
const WITHOUT_KEY = new Set([...ALONE, 'signOut', 'beginOpenIdSignIn', 'linkOpenId', 'invitePerson']);
const KEY = /^[\x20-\x7e]{1,255}$/;

/** What a document with a mutation must keep beside its values: who stands alone, and what an idempotency key needs. */
export function checkMutation(
  asked: Operation,
  variables: Record<string, unknown>,
  context: RequestContext,
  fail: (error: DoorError) => never,
): void {
  // The same field under the same key is carried out once.
  const fields = [...new Map(rootFields(asked).map((field) => [(field.alias ?? field.name).value, field])).values()];
  const names = fields.map((field) => field.name.value);
  if (names.length > 1 && names.some((name) => ALONE.has(name))) fail(doorError('QUERY_TOO_COMPLEX', context.language));
  if (context.isDraining) fail(doorError('UNAVAILABLE', context.language));
  const { idempotencyKey: key, viewer } = context;
  const [field] = fields;
  // Without a viewer the guard refuses: who asks is judged before the key.
  if (key === null || viewer === null || field === undefined) return;
  if (names.length === 1 && WITHOUT_KEY.has(field.name.value)) return;
  if (names.length > 1 || !KEY.test(key)) fail(invalidInputError(context.language, 'FORM'));
  context.idempotency = idempotencyOf(viewer, key, asked, field, variables);
}

function idempotencyOf(
  viewer: Viewer,
  key: string,
  { schema }: Operation,
  field: FieldNode,
  variables: Record<string, unknown>,
): Idempotency {
  const definition = schema.getMutationType()?.getFields()[field.name.value];
  const values = definition ? getArgumentValues(definition, field, variables) : {};
  const wish = JSON.stringify([field.name.value, sorted(values)]);
  return { userId: viewer.userId, key, fingerprint: createHash('sha256').update(wish).digest('hex') };
}

/** The same arguments in another order are the same wish. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
