import type { ContractEventType } from '@lienket/contracts';

/**
 * What happened: an entry of a contract's history, told to others than who did it; what a day alone brings; or what became of a claim,
 * told to who made it.
 */
export type NoticeKind =
  ContractEventType | 'ANSWER_DUE' | 'DELIVERY_DUE' | 'DELIVERY_LATE' | 'CLAIM_GRANTED' | 'CLAIM_REFUSED';
