import { useState } from 'react';
import { useMutation } from 'urql';
import { dayText, numberText, timeText } from '../app/amounts';
import { dayOf } from '../app/business-day';
import { useLanguage, useWords } from '../app/language';
import { useOnline } from '../app/network';
import { Bar } from '../design/bar';
import { Button } from '../design/button';
import { ItemCard } from '../design/card';
import { Tag } from '../design/tag';
import { CancelImport, isUnderWay, type MyImport } from './documents';
import { takeRejected } from './files';
import styles from './imports.module.css';
import { importWords } from './words';

const TAGS: Readonly<Record<MyImport['status'], 'good' | 'warn' | 'bad' | 'plain'>> = {
  ...{ QUEUED: 'plain', CHECKING: 'plain', SAVING: 'plain', CANCELLED: 'plain' },
  ...{ IMPORTED: 'good', REJECTED: 'warn', UNREADABLE: 'bad', FAILED: 'bad' },
};

export function ImportCard({ one, onChange }: { readonly one: MyImport; readonly onChange: () => void }) {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const isOnline = useOnline();
  const [{ fetching }, cancel] = useMutation(CancelImport);
  const [isNotTaken, setNotTaken] = useState(false);
  const { id, kind, fileName, status, rowsDone, rowsOf, rejectedCount, createdAt } = one;
  return (
    <ItemCard
      title={<strong className={styles.name}>{fileName}</strong>}
      tag={<Tag kind={TAGS[status]}>{words.status[status]}</Tag>}
    >
      <p className={styles.when}>
        {words.kind[kind]} · {dayText(dayOf(createdAt), language)}, {timeText(Date.parse(createdAt), language)}
      </p>
      <p role="status">{useSaid(one)}</p>
      {isUnderWay(one) && rowsOf !== null && <Bar share={rowsDone / rowsOf} />}
      {(status === 'QUEUED' || status === 'CHECKING') && (
        <Button
          disabled={!isOnline || fetching}
          aria-label={words.cancelOf(fileName)}
          onClick={() => void cancel({ id }).then(onChange)}
        >
          {words.cancel}
        </Button>
      )}
      {rejectedCount !== null && (
        <Button
          disabled={!isOnline}
          onClick={() => void takeRejected(one).then(({ isSaved }) => setNotTaken(!isSaved))}
        >
          {words.takeRejected(numberText(rejectedCount, language))}
        </Button>
      )}
      {isNotTaken && <p role="alert">{words.notTaken}</p>}
    </ItemCard>
  );
}

/** What has become of it, in a sentence. */
function useSaid({ status, rowsDone, rowsOf, rejectedCount, fault }: MyImport): string {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const of = numberText(rowsOf ?? 0, language);
  const done = numberText(rowsDone, language);
  switch (status) {
    case 'QUEUED':
      return words.waits;
    case 'CHECKING':
      return rowsOf === null ? words.reads : words.checked(done, of);
    case 'SAVING':
      return words.saved(done, of);
    case 'IMPORTED':
      return words.imported(done);
    case 'REJECTED':
      return words.rejected(numberText(rejectedCount ?? 0, language), of);
    case 'UNREADABLE':
      return `${words.nothing} ${fault ?? ''}`;
    case 'FAILED':
      return words.failed;
    case 'CANCELLED':
      return words.nothing;
  }
}
