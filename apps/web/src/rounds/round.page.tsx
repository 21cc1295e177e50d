import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { instantText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useMayTrade, useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Empty, Waiting } from '../design/card';
import { Notice } from '../design/notice';
import { AllocationList } from './allocation-list';
import { Certificate } from './certificate';
import { OneRound, type Round } from './documents';
import { Finding } from './finding';
import { isOver, useLiveRound } from './live-round';
import { RoundProvinces } from './round-provinces';
import styles from './rounds.module.css';
import { UnderWay } from './under-way';
import { roundWords } from './words';

export function RoundPage() {
  const words = useWords(roundWords);
  const { loading, part } = useWords(consoleWords);
  const { language } = useLanguage();
  const { roundId } = useParams({ from: '/signed-in/matching/rounds/$roundId' });
  const answer = useRemembered(`round/${roundId}`, OneRound, { id: roundId });
  const round = answer.data?.matchingRound;
  return (
    <Page title={round ? words.round(instantText(round.createdAt, language)) : part.rounds} back="/matching/rounds">
      {answer.isWaiting && <Waiting label={loading} rows={4} />}
      {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      {round === null && <Empty title={words.notThere} />}
      {round && <Shown key={round.id} round={round} onChanged={answer.askAgain} />}
    </Page>
  );
}

interface ShownProps {
  readonly round: Round;
  readonly onChanged: () => void;
}

/** The round as it runs, then what it found. */
function Shown({ round: known, onChanged }: ShownProps) {
  const words = useWords(roundWords);
  const isTrader = useSession()?.role === 'TRADER';
  const mayTrade = useMayTrade();
  const round = useLiveRound(known);
  const hasEnded = isOver(round) && !isOver(known);
  useEffect(() => {
    if (hasEnded) onChanged();
  }, [hasEnded]);
  if (!isOver(known)) return <UnderWay round={round} onCancelled={onChanged} />;
  if (known.status === 'CANCELLED')
    return (
      <Notice kind="warn" title={words.cancelled}>
        {words.cancelledWhy}
      </Notice>
    );
  if (known.status === 'FAILED')
    return (
      <Notice kind="bad" title={words.failed}>
        {words.failure[known.failure ?? 'UNKNOWN']}
      </Notice>
    );
  const certificate = <Certificate round={known} hasFile={!isTrader} />;
  return (
    <div className={styles.board} data-wide>
      <div className={styles.wide}>
        <Finding round={known} isOwnPart={isTrader} />
      </div>
      {known.byProvince.length > 0 ? (
        <RoundProvinces provinces={known.byProvince}>{certificate}</RoundProvinces>
      ) : (
        <div className={styles.wide}>{certificate}</div>
      )}
      <div className={styles.wide}>
        <AllocationList roundId={known.id} mayOffer={mayTrade} />
      </div>
    </div>
  );
}
