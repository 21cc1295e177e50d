import type { PersonalRows } from '@lienket/platform';
import sql from 'sql-template-tag';

const EVIDENCE = 'evidence of what was agreed, in a ledger that can not be rewritten';

/** What the person did with contracts that they see today; what was agreed is the organizations', and read in the contract. */
export const contractsPersonal: readonly PersonalRows[] = [
  {
    table: 'contracts.contract',
    columns: ['number', 'attested_by', 'evidence'],
    of: ({ userId }) => sql`from contracts.contract where attested_by = ${userId} order by number`,
    atErasure: { heldFor: EVIDENCE },
  },
  {
    table: 'contracts.signature',
    columns: ['contract_id', 'version', 'organization_id', 'user_id', 'signed_at'],
    of: ({ userId }) => sql`from contracts.signature where user_id = ${userId} order by signed_at`,
    atErasure: { heldFor: EVIDENCE },
  },
  {
    table: 'contracts.contract_event',
    columns: ['contract_id', 'sequence', 'type', 'at', 'facts'],
    of: ({ userId }) => sql`from contracts.contract_event where facts ->> 'userId' = ${userId} order by at`,
    atErasure: { heldFor: EVIDENCE },
  },
];
