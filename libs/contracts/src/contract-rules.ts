import { earliest, latest, type Day } from '@lienket/platform';
import type { ContractStatus } from './contract-lifecycle.js';

/** What was done to a contract; what a day makes of it follows from these. */
export interface ContractTerm {
  readonly status: ContractStatus;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly validUntil: Day | null;
  readonly signedOn: Day | null;
  readonly terminatedOn: Day | null;
}

/** The status on a day: an offer expires after its validity or its term, a signed contract is completed the day after its term. */
export function statusOn(contract: ContractTerm, day: Day): ContractStatus {
  if (contract.status === 'OFFERED' && day > earliest(contract.validUntil ?? contract.endsOn, contract.endsOn))
    return 'EXPIRED';
  if (contract.status === 'SIGNED' && day > contract.endsOn) return 'COMPLETED';
  return contract.status;
}

/** Every party has signed, max(startsOn, signedOn) ≤ day ≤ endsOn, and the day is before terminatedOn. */
export function isInForce(contract: Omit<ContractTerm, 'status' | 'validUntil'>, day: Day): boolean {
  const { startsOn, endsOn, signedOn, terminatedOn } = contract;
  if (signedOn === null) return false;
  return latest(startsOn, signedOn) <= day && day <= endsOn && (terminatedOn === null || day < terminatedOn);
}
