import { useWords } from '../app/language';
import { Tag } from '../design/tag';
import { waitsFor, type ContractSummary } from './documents';
import { contractWords } from './words';

const KINDS = {
  OFFERED: 'warn',
  SIGNED: 'good',
  COMPLETED: 'good',
  TERMINATED: 'plain',
  DECLINED: 'plain',
  WITHDRAWN: 'plain',
  EXPIRED: 'plain',
} as const;

interface StatusTagProps {
  readonly contract: ContractSummary;
  readonly organizationId: string;
}

/** Whose turn it is, while it is somebody's. */
export function StatusTag({ contract, organizationId }: StatusTagProps) {
  const words = useWords(contractWords);
  const isMine = contract.parties.some(({ organization }) => organization.id === organizationId);
  if (contract.status !== 'OFFERED' || !isMine)
    return <Tag kind={KINDS[contract.status]}>{words.status[contract.status]}</Tag>;
  const isMyTurn = waitsFor(contract, organizationId);
  return <Tag kind={isMyTurn ? 'bad' : 'warn'}>{isMyTurn ? words.waitsForYou : words.waitsForOthers}</Tag>;
}
