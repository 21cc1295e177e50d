import { Link } from '@tanstack/react-router';
import { dayText, numberText, percentText, shareText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Bar } from '../design/bar';
import { Waiting } from '../design/card';
import { Tag } from '../design/tag';
import { useAsked } from './asked';
import { dashboardWords } from './dashboard-words';
import { FourReadings, type Figure } from './documents';
import type { Question } from './question';
import styles from './reading-cards.module.css';
import { participationWords } from './words';

interface ReadingCardsProps {
  readonly question: Question;
  readonly moment: string | undefined;
}

/** One target, read in four ways: each says whom it counts, whom it leaves out, and what rests on paper. */
export function ReadingCards({ question, moment }: ReadingCardsProps) {
  const words = useWords(dashboardWords);
  const { loading } = useWords(consoleWords);
  const { asOf, scope, knownAt, reading } = question;
  const answer = useAsked('readings', FourReadings, { asOf, scope, knownAt }, moment, ({ all }) => all.knownAt);
  const { data } = answer;
  return (
    <section className={styles.readings} aria-busy={answer.isOfBefore}>
      <h2>{words.fourReadings}</h2>
      <p className={styles.why}>{words.fourReadingsWhy}</p>
      {answer.isWaiting && <Waiting label={loading} rows={2} />}
      {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      {data && (
        <ul className={styles.cards}>
          {[data.all, data.goodOrFair, data.cooperatives, data.agricultural].map((figure) => (
            <ReadingCard key={figure.denominator} figure={figure} isShown={figure.denominator === reading} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReadingCard({ figure, isShown }: { readonly figure: Figure; readonly isShown: boolean }) {
  const words = useWords(dashboardWords);
  const names = useWords(participationWords);
  const { language } = useLanguage();
  const { denominator, rate, counted, participating, participatingByAttestation: attested, excluded, targets } = figure;
  const count = (value: number) => numberText(value, language);
  const [target] = targets;
  return (
    <li className={`${styles.card} ${isShown ? styles.shown : ''}`}>
      <div className={styles.head}>
        <h3>{names.reading[denominator]}</h3>
        {isShown && <Tag kind="good">{words.shown}</Tag>}
      </div>
      <p className={styles.rate} translate="no">
        {rate === null ? '–' : percentText(rate, language)}
      </p>
      <p>{names.of(count(participating), count(counted))}</p>
      <Bar share={rate ?? 0} mark={target?.share} />
      {target && <p>{names.target(shareText(target.share, language), dayText(target.dueOn, language))}</p>}
      <p className={styles.small}>{words.counts[denominator]}</p>
      <p className={styles.small}>
        {excluded.length === 0 ? (
          words.nobodyLeftOut
        ) : (
          <>
            {words.leftOut}{' '}
            {excluded.map(({ reason, count: number }) => `${count(number)} ${words.reason[reason]}`).join(', ')}.
          </>
        )}
      </p>
      {participating > 0 && (
        <p className={styles.small}>
          {words.attested(count(attested), percentText(attested / participating, language))}
        </p>
      )}
      {!isShown && (
        <Link
          to="/participation"
          search={(before) => ({ ...before, reading: denominator })}
          className={styles.show}
          aria-label={`${words.show}: ${names.reading[denominator]}`}
        >
          {words.show}
        </Link>
      )}
    </li>
  );
}
