import { accept, refuse, type Result } from '@lienket/platform';

export type ContractStatus = 'OFFERED' | 'SIGNED' | 'COMPLETED' | 'TERMINATED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED';

/** SIGN is one party's signature, CONCLUDE what the last of them does, COMPLETE what the last delivery does. */
export type ContractAction =
  'COUNTER' | 'SIGN' | 'CONCLUDE' | 'DECLINE' | 'WITHDRAW' | 'DELIVER' | 'COMPLETE' | 'TERMINATE';

/** The only place that knows which move follows which state. What is absent is refused. */
const NEXT: { readonly [From in ContractStatus]: { readonly [Action in ContractAction]?: ContractStatus } } = {
  OFFERED: { COUNTER: 'OFFERED', SIGN: 'OFFERED', CONCLUDE: 'SIGNED', DECLINE: 'DECLINED', WITHDRAW: 'WITHDRAWN' },
  SIGNED: { DELIVER: 'SIGNED', COMPLETE: 'COMPLETED', TERMINATE: 'TERMINATED' },
  COMPLETED: {},
  TERMINATED: {},
  DECLINED: {},
  WITHDRAWN: {},
  EXPIRED: {},
};

/** Where the action leads, else INVALID_STATE with the state that it is in. */
export function transition(from: ContractStatus, action: ContractAction): Result<ContractStatus> {
  const next = NEXT[from][action];
  return next ? accept(next) : refuse({ code: 'INVALID_STATE', state: from });
}
