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

export const HISTORY_WRITTEN = 'contracts.history-written';

/** Entries were added to the histories of contracts. What they say stands there. */
export interface HistoryWritten {
  readonly entries: readonly { readonly contractId: string; readonly sequence: number }[];
}

export const historyWritten = ({ entries }: HistoryWritten): Announcement => ({
  topic: HISTORY_WRITTEN,
  payload: { entries },
});
