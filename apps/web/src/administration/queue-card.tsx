import { instantText, numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Card } from '../design/card';
import { Fact, Facts } from '../design/facts';
import styles from './administration.module.css';
import type { Queue } from './documents';
import { queueWords } from './queue-words';

const MINUTE_SECONDS = 60;

/** @param isFresh answered just now, so that an age is told in seconds where it is young */
export function QueueCard({ queue, isFresh }: { readonly queue: Queue; readonly isFresh: boolean }) {
  const words = useWords(queueWords);
  const { language } = useLanguage();
  const facts = [
    [words.waiting, queue.waitingCount],
    [words.active, queue.activeCount],
    [words.delayed, queue.delayedCount],
    [words.failed, queue.failedCount],
  ] as const;
  return (
    <Card>
      <h2 className={styles.heading}>{words.names[queue.name]}</h2>
      <Facts>
        {facts.map(([term, count]) =>
          count === null ? null : (
            <Fact key={term} term={term}>
              {numberText(count, language)}
            </Fact>
          ),
        )}
      </Facts>
      <p className={styles.note}>
        {isFresh && queue.ageSeconds < MINUTE_SECONDS
          ? words.countedAgo(numberText(queue.ageSeconds, language))
          : words.countedAt(instantText(queue.countedAt, language))}
      </p>
    </Card>
  );
}
