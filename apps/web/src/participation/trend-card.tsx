import { dayText, instantText, numberText, percentText, pointsText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Card, Waiting } from '../design/card';
import { useAsked } from './asked';
import { dashboardWords } from './dashboard-words';
import { Trend, type Figure, type Point } from './documents';
import type { Question } from './question';
import { TrendChart } from './trend-chart';
import styles from './trend.module.css';

interface TrendCardProps {
  readonly question: Question;
  readonly moment: string | undefined;
  readonly targets: Figure['targets'];
}

/** How it got here: its title is the answer. */
export function TrendCard({ question, moment, targets }: TrendCardProps) {
  const words = useWords(dashboardWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const { reading, from, asOf, scope, knownAt, isThen } = question;
  const answer = useAsked(
    'trend',
    Trend,
    { reading, from, to: asOf, scope, knownAt, isThen },
    moment,
    ({ now }) => now[0]?.knownAt,
  );
  const { data } = answer;
  const shown = data?.then ?? data?.now ?? [];
  const [first, last] = [shown.find(({ rate }) => rate !== null), shown.findLast(({ rate }) => rate !== null)];
  return (
    <Card>
      <div className={styles.trend} aria-busy={answer.isOfBefore}>
        {answer.isWaiting && <Waiting label={loading} rows={3} />}
        {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
        {data && (
          <>
            <h2>{first && last ? moved(first, last) : words.nobodyCounted}</h2>
            {first && last && (
              <p className={styles.sub}>
                {words.trendFrom(
                  percentText(first.rate ?? 0, language),
                  dayText(first.asOf, language),
                  percentText(last.rate ?? 0, language),
                  dayText(last.asOf, language),
                )}
                {knownAt !== null && `. ${words.thenAndNow(instantText(knownAt, language))}`}
              </p>
            )}
            <TrendChart now={data.now} then={data.then ?? undefined} target={targets[0]} />
            <Numbers now={data.now} then={data.then ?? undefined} />
          </>
        )}
      </div>
    </Card>
  );

  function moved(before: Point, after: Point): string {
    const difference = (after.rate ?? 0) - (before.rate ?? 0);
    const months = Math.round((Date.parse(after.asOf) - Date.parse(before.asOf)) / (30.44 * 86_400_000));
    if (Math.abs(difference) < 0.0005) return words.stayed(months);
    return (difference > 0 ? words.rose : words.fell)(pointsText(difference, language), months);
  }
}

interface NumbersProps {
  readonly now: readonly Point[];
  readonly then: readonly Point[] | undefined;
}

/** The same to read and to hear. */
function Numbers({ now, then }: NumbersProps) {
  const words = useWords(dashboardWords);
  const { language } = useLanguage();
  const share = (point: Point | undefined) => (point?.rate == null ? '–' : percentText(point.rate, language));
  return (
    <details className={styles.numbers}>
      <summary>{words.asTable}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.asTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{then ? words.knownNow : words.share}</th>
              {then && <th scope="col">{words.knownThen}</th>}
              <th scope="col">{words.participating}</th>
              <th scope="col">{words.counted}</th>
            </tr>
          </thead>
          <tbody>
            {now.toReversed().map((point) => (
              <tr key={point.asOf}>
                <th scope="row">{dayText(point.asOf, language)}</th>
                <td>{share(point)}</td>
                {then && <td>{share(then.find(({ asOf }) => asOf === point.asOf))}</td>}
                <td>{numberText(point.participating, language)}</td>
                <td>{numberText(point.counted, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
