import { useState } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { useOnline } from '../app/network';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Dialog } from '../design/dialog';
import { Notice } from '../design/notice';
import { CancelRound, type RoundSummary } from './documents';
import { Progress } from './progress';
import styles from './rounds.module.css';
import { StatusTag } from './status-tag';
import { useScopeText } from './scope-text';
import { roundWords } from './words';

interface UnderWayProps {
  readonly round: RoundSummary;
  readonly onCancelled: () => void;
}

export function UnderWay({ round, onCancelled }: UnderWayProps) {
  const words = useWords(roundWords);
  const scopeOf = useScopeText();
  const isOnline = useOnline();
  const [isAsking, ask] = useState(false);
  const [{ fetching, error }, cancel] = useMutation(CancelRound);
  const end = async () => {
    const { data } = await cancel({ id: round.id });
    if (!data) return;
    ask(false);
    onCancelled();
  };
  return (
    <>
      <Card>
        <div className={styles.parts}>
          <StatusTag status={round.status} />
          <p>{scopeOf(round)}</p>
          <Progress round={round} />
          <p className={styles.note}>{words.leavable}</p>
        </div>
      </Card>
      <Button disabled={!isOnline} onClick={() => ask(true)}>
        {words.cancel}
      </Button>
      {isAsking && (
        <Dialog title={words.cancelSure} onClose={() => ask(false)}>
          <p>{words.cancelWhat}</p>
          {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
          <Button kind="primary" disabled={fetching} onClick={() => void end()}>
            {words.cancel}
          </Button>
          <Button onClick={() => ask(false)}>{words.letRun}</Button>
        </Dialog>
      )}
    </>
  );
}
