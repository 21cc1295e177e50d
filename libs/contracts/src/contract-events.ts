import type { Announcement } from '@lienket/platform';

export const CONTRACT_CHANGED = 'contracts.contract-changed';

/** A contract was signed, attested or terminated: when it is in force may be different from before. */
export interface ContractChanged {
  readonly contractId: string;
  /** Its parties. */
  readonly organizationIds: readonly string[];
}

export const contractChanged = ({ contractId, organizationIds }: ContractChanged): Announcement => ({
  topic: CONTRACT_CHANGED,
  payload: { contractId, organizationIds },
});
