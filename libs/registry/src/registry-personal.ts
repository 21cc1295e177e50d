import type { Person, PersonalRows } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';

/** An organization's contact and place may be its trader's own: they get those of the organization that they act for. */
export const registryPersonal: readonly PersonalRows[] = [
  {
    table: 'registry.organization',
    columns: ['contact_name', 'contact_phone', 'contact_email', 'commune', 'latitude', 'longitude', 'tax_code'],
    of: ({ organizationId }) => sql`from registry.organization where id = ${organizationId}::uuid`,
    atErasure: { change: withoutContact },
  },
  {
    table: 'registry.claim',
    columns: ['user_id', 'organization_id', 'claimed_at', 'granted_at', 'refused_at'],
    of: ({ userId }) => sql`from registry.claim where user_id = ${userId}`,
    atErasure: 'GONE',
  },
  {
    table: 'registry.status_decision',
    columns: ['decided_by', 'organization_id', 'status', 'effective_on', 'reason', 'decided_at'],
    of: ({ userId }) => sql`from registry.status_decision where decided_by = ${userId} order by decided_at`,
    atErasure: { heldFor: 'evidence of an act of office' },
  },
];

/** The contact goes where it is the person's own, and whole where nobody is left who acts for the organization. */
function withoutContact({ organizationId, login }: Person & { readonly login: string }): Sql {
  const nobodyLeft = sql`not identity.has_users(id)`;
  const theirs = sql`(${login} in (contact_email, contact_phone))`;
  return sql`
    update registry.organization set
      contact_name = case when not (${nobodyLeft} or ${theirs} is true) then contact_name end,
      contact_phone = case when not (${nobodyLeft} or contact_phone is not distinct from ${login}) then contact_phone end,
      contact_email = case when not (${nobodyLeft} or contact_email is not distinct from ${login}) then contact_email end
    where id = ${organizationId}::uuid and (${nobodyLeft} or ${theirs})`;
}
