import { describe, expect, it } from '@jest/globals';
import { transition, type ContractAction, type ContractStatus } from './contract-lifecycle.js';

const STATUSES: ContractStatus[] = ['OFFERED', 'SIGNED', 'COMPLETED', 'TERMINATED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'];
const ACTIONS: ContractAction[] = [
  'COUNTER',
  'SIGN',
  'CONCLUDE',
  'DECLINE',
  'WITHDRAW',
  'DELIVER',
  'COMPLETE',
  'TERMINATE',
];
const ALLOWED: Record<string, ContractStatus> = {
  'OFFERED COUNTER': 'OFFERED',
  'OFFERED SIGN': 'OFFERED',
  'OFFERED CONCLUDE': 'SIGNED',
  'OFFERED DECLINE': 'DECLINED',
  'OFFERED WITHDRAW': 'WITHDRAWN',
  'SIGNED DELIVER': 'SIGNED',
  'SIGNED COMPLETE': 'COMPLETED',
  'SIGNED TERMINATE': 'TERMINATED',
};

describe('the life of a contract', () => {
  it.each(STATUSES.flatMap((status) => ACTIONS.map((action) => [status, action] as const)))(
    'in %s answers %s',
    (status, action) => {
      const next = ALLOWED[`${status} ${action}`];
      expect(transition(status, action)).toEqual(
        next ? { ok: true, value: next } : { ok: false, refusal: { code: 'INVALID_STATE', state: status } },
      );
    },
  );
});
