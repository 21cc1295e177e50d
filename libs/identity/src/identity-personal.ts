import type { PersonalRows } from '@lienket/platform';
import sql from 'sql-template-tag';

/** Of an organization's people each sees who looked at it: a look is at its contact, not at one of them. */
export const identityPersonal: readonly PersonalRows[] = [
  {
    table: 'identity.app_user',
    columns: ['id', 'login', 'role', 'organization_id', 'organization_role', 'province_codes', 'created_at'],
    of: ({ userId }) => sql`from identity.app_user where id = ${userId}`,
    atErasure: 'GONE',
  },
  {
    table: 'identity.session',
    columns: ['user_id', 'created_at', 'expires_at'],
    of: ({ userId }) => sql`from identity.session where user_id = ${userId}`,
    atErasure: 'GONE',
  },
  {
    table: 'identity.openid_link',
    columns: ['issuer', 'subject', 'user_id', 'linked_at'],
    of: ({ userId }) => sql`from identity.openid_link where user_id = ${userId}`,
    atErasure: 'GONE',
  },
  {
    table: 'identity.consent_event',
    columns: ['user_id', 'purpose', 'text_version', 'given', 'language', 'channel', 'recorded_by', 'at'],
    of: ({ userId }) => sql`from identity.consent_event where user_id = ${userId} order by sequence`,
    atErasure: { heldFor: 'proof of what was consented to' },
  },
  {
    table: 'identity.role_decision',
    columns: ['user_id', 'role', 'province_codes', 'decided_by', 'at'],
    of: ({ userId }) =>
      sql`from identity.role_decision where user_id = ${userId} or decided_by = ${userId} order by at, id`,
    atErasure: { heldFor: 'control of who gave whom which role' },
  },
  {
    table: 'identity.access_log',
    columns: ['user_id', 'role', 'at', 'kind', 'organization_id', 'request_id'],
    of: ({ userId, organizationId }) =>
      sql`from identity.access_log where user_id = ${userId} or organization_id = ${organizationId}::uuid order by at, id`,
    atErasure: { heldFor: 'control of who looked, until it is two years old' },
  },
];
