import type { PersonalRows } from '@lienket/platform';
import sql from 'sql-template-tag';

/** An organization's contact and place may be its trader's own: they get those of the organization that they act for. */
export const registryPersonal: readonly PersonalRows[] = [
  {
    table: 'registry.organization',
    columns: ['contact_name', 'contact_phone', 'contact_email', 'commune', 'latitude', 'longitude', 'tax_code'],
    of: ({ organizationId }) => sql`from registry.organization where id = ${organizationId}::uuid`,
  },
  {
    table: 'registry.claim',
    columns: ['user_id', 'organization_id', 'claimed_at'],
    of: ({ userId }) => sql`from registry.claim where user_id = ${userId} order by claimed_at`,
  },
  {
    table: 'registry.status_decision',
    columns: ['decided_by', 'organization_id', 'status', 'effective_on', 'reason', 'decided_at'],
    of: ({ userId }) => sql`from registry.status_decision where decided_by = ${userId} order by decided_at`,
  },
];
