import { useEffect, useState, type ReactNode } from 'react';
import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { useOnline } from '../app/network';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Cards, Empty, Waiting } from '../design/card';
import { Notice } from '../design/notice';
import styles from './administration.module.css';
import { DeadLetterCard } from './dead-letter-card';
import { Queues, type Letter, type Queue } from './documents';
import { QueueCard } from './queue-card';
import { queueWords } from './queue-words';
import { administrationWords } from './words';

const LOOK_MS = 5000;
/** Somebody waits for what they have asked. */
const LOOK_SOON_MS = 1000;
/** Workers count every five seconds. */
const STALE_SECONDS = 60;

export function QueuesPage() {
  const words = useWords(administrationWords);
  const isAdministrator = useSession()?.role === 'ADMINISTRATOR';
  return (
    <Page title={words.queues} back="/administration">
      {isAdministrator ? <AllQueues /> : <Empty title={words.notForYou} />}
    </Page>
  );
}

/** What waits, runs and failed, and what has become of what one has tried again from here. */
function AllQueues() {
  const words = useWords(queueWords);
  const { loading } = useWords(consoleWords);
  const isOnline = useOnline();
  const { data, isWaiting, isMissing, askAgain } = useRemembered('queues', Queues, {});
  const [asked, setAsked] = useState<readonly Letter[]>([]);
  const letters = data?.deadLetters.nodes ?? [];
  const askedAs = ({ id }: Letter) => asked.find((letter) => letter.id === id) ?? null;
  const lookMs = letters.some((letter) => askedAs(letter)?.failedAt === letter.failedAt) ? LOOK_SOON_MS : LOOK_MS;

  // Each answer leads to the next look.
  useEffect(() => {
    if (!isOnline) return;
    const look = setTimeout(askAgain, lookMs);
    return () => clearTimeout(look);
  });

  const startedAnew = asked.filter(({ id }) => letters.every((letter) => letter.id !== id));
  return (
    <>
      <p className={styles.note}>{words.about}</p>
      {isWaiting && <Waiting label={loading} rows={4} />}
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      {data && (
        <>
          <Staleness queues={data.queues} />
          <div className={styles.queues}>
            {data.queues.map((queue) => (
              <QueueCard key={queue.name} queue={queue} isFresh={isOnline} />
            ))}
          </div>
          <h2 className={styles.heading}>{words.deadLetters}</h2>
          {startedAnew.map(({ id, job }) => (
            <Notice key={id} kind="good" title={words.startedAnew(words.jobs[job] ?? words.otherJob)}>
              <p>{words.comesBack}</p>
            </Notice>
          ))}
          <DeadLetters count={data.deadLetters.totalCount}>
            {letters.map((letter) => (
              <DeadLetterCard
                key={letter.id}
                letter={letter}
                asked={askedAs(letter)}
                onAsked={() => {
                  setAsked([...asked.filter(({ id }) => id !== letter.id), letter]);
                  askAgain();
                }}
                onRefused={askAgain}
              />
            ))}
          </DeadLetters>
        </>
      )}
    </>
  );
}

function Staleness({ queues }: { readonly queues: readonly Queue[] }) {
  const words = useWords(queueWords);
  const { language } = useLanguage();
  const stale = queues.filter(({ ageSeconds }) => ageSeconds >= STALE_SECONDS);
  const minutes = (of: readonly Queue[]) =>
    numberText(Math.floor(Math.min(...of.map(({ ageSeconds }) => ageSeconds)) / 60), language);
  if (queues.length === 0) return <Notice kind="warn" title={words.neverCounted} />;
  if (stale.length === queues.length)
    return (
      <Notice kind="warn" title={words.nobodyReports(minutes(stale))}>
        <p>{words.untilThen}</p>
      </Notice>
    );
  return stale.map((queue) => (
    <Notice key={queue.name} kind="warn" title={words.outOfReach(words.names[queue.name], minutes([queue]))}>
      <p>{words.untilThen}</p>
    </Notice>
  ));
}

function DeadLetters({ count, children }: { readonly count: number; readonly children: readonly ReactNode[] }) {
  const words = useWords(queueWords);
  const { language } = useLanguage();
  if (count === 0) return <Empty title={words.none} />;
  return (
    <>
      <p className={styles.note}>{words.howToMend}</p>
      {count > children.length && <p className={styles.note}>{words.newest(numberText(count, language))}</p>}
      <Cards label={words.deadLetters}>{children}</Cards>
    </>
  );
}
