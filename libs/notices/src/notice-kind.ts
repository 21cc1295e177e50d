import type { ContractEventType } from '@lienket/contracts';

/** What happened: an entry of a contract's history that others than who did it are told of. */
export type NoticeKind = ContractEventType;
