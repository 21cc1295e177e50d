import { Link } from '@tanstack/react-router';
import { instantText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { useSession } from '../app/session';
import { ItemCard } from '../design/card';
import { gapText, worthText } from './amounts';
import type { RoundSummary } from './documents';
import { isOver, useLiveRound } from './live-round';
import { Progress } from './progress';
import styles from './rounds.module.css';
import { useScopeText } from './scope-text';
import { StatusTag } from './status-tag';
import { roundWords } from './words';

export function RoundCard({ round: known }: { readonly round: RoundSummary }) {
  const words = useWords(roundWords);
  const { language } = useLanguage();
  const scopeOf = useScopeText();
  const me = useSession()?.login;
  const round = useLiveRound(known);
  const { id, status, createdAt, startedBy, objectiveVnd, certificate } = round;
  return (
    <ItemCard
      title={
        <Link to="/matching/rounds/$roundId" params={{ roundId: id }} className={styles.name}>
          {words.round(instantText(createdAt, language))}
        </Link>
      }
      tag={<StatusTag status={status} />}
    >
      <p>{scopeOf(round)}</p>
      {startedBy && startedBy.login !== me && <p>{words.startedBy(startedBy.login)}</p>}
      {!isOver(round) && <Progress round={round} />}
      {objectiveVnd !== null && certificate && (
        <p>
          {words.worthAndGap(
            worthText(objectiveVnd, language),
            certificate.gap === 0 ? null : gapText(certificate.gap, language),
          )}
        </p>
      )}
    </ItemCard>
  );
}
