import { useMutation } from 'urql';
import { instantText, numberText } from '../app/amounts';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useLanguage, useWords } from '../app/language';
import { useOnline } from '../app/network';
import { Button } from '../design/button';
import { ItemCard } from '../design/card';
import { Notice } from '../design/notice';
import { Tag } from '../design/tag';
import styles from './administration.module.css';
import { RetryDeadLetter, type Letter } from './documents';
import { queueWords } from './queue-words';

interface DeadLetterCardProps {
  readonly letter: Letter;
  /** As it was when it was to be tried again; null where nobody here has asked for that. */
  readonly asked: Letter | null;
  readonly onAsked: () => void;
  readonly onRefused: () => void;
}

export function DeadLetterCard({ letter, asked, onAsked, onRefused }: DeadLetterCardProps) {
  const words = useWords(queueWords);
  const { language } = useLanguage();
  const isOnline = useOnline();
  const keyOf = useKeyOf();
  const [{ fetching, error }, retry] = useMutation(RetryDeadLetter);
  const { id, job, failedAt, attemptCount, reason } = letter;
  const isWaiting = asked?.failedAt === failedAt;
  const title = words.jobs[job] ?? words.otherJob;
  const send = async () => {
    const { data, error: refused } = await retry({ id }, askingOnce(keyOf({ id, failedAt })));
    if (data) onAsked();
    else if (refused?.graphQLErrors.length) onRefused();
  };
  return (
    <ItemCard
      title={<strong>{title}</strong>}
      tag={<Tag kind="bad">{words.attempts(numberText(attemptCount, language))}</Tag>}
    >
      <p>
        {words.failedAt(instantText(failedAt, language))} · <span translate="no">{job}</span>
      </p>
      <code className={styles.fault} translate="no">
        {reason}
      </code>
      {asked && <p role="status">{isWaiting ? words.asked : words.failedAgain}</p>}
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
      {!isWaiting && (
        <Button
          kind="quiet"
          disabled={!isOnline || fetching}
          aria-label={`${words.tryAgain}: ${title}`}
          onClick={() => void send()}
        >
          {words.tryAgain}
        </Button>
      )}
    </ItemCard>
  );
}
