import { useWords } from '../app/language';
import { Tag } from '../design/tag';
import type { RoundSummary } from './documents';
import { roundWords } from './words';

const KINDS = { QUEUED: 'warn', RUNNING: 'warn', SOLVED: 'good', FAILED: 'bad', CANCELLED: 'plain' } as const;

export function StatusTag({ status }: Pick<RoundSummary, 'status'>) {
  const words = useWords(roundWords);
  return <Tag kind={KINDS[status]}>{words.status[status]}</Tag>;
}
