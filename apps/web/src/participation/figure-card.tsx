import { Link } from '@tanstack/react-router';
import { dayText, numberText, percentText, pointsText, signedPointsText } from '../app/amounts';
import type { ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useSession } from '../app/session';
import { Card } from '../design/card';
import { Tag } from '../design/tag';
import { dashboardWords } from './dashboard-words';
import type { Figure, OneFigure } from './documents';
import styles from './figure-card.module.css';
import type { Question } from './question';
import type { ParticipationSearch } from './search';
import { TargetBar } from './target-bar';

interface FigureCardProps {
  readonly place: string;
  readonly question: Question;
  readonly figure: Figure;
  readonly beside: ResultOf<typeof OneFigure>;
}

/** One number, how far it is from the target, and what it is made of. */
export function FigureCard({ place, question, figure, beside: { country, before, now } }: FigureCardProps) {
  const words = useWords(dashboardWords);
  const { language } = useLanguage();
  const session = useSession();
  const { rate, targets } = figure;
  const count = (value: number) => numberText(value, language);
  const facts = [
    [count(figure.participating), words.participating],
    [count(figure.counted), words.counted],
    [count(figure.participatingByAttestation), words.attestedShare],
  ] as const;
  return (
    <Card>
      <div className={styles.figure}>
        <h2>{place}</h2>
        {rate === null ? (
          <p className={styles.nobody}>{words.findingNobody(place)}</p>
        ) : (
          <p className={styles.big}>
            <strong className={styles.rate} translate="no">
              {percentText(rate, language).slice(0, -1)}
              <sup>%</sup>
            </strong>
            {before.rate !== null && <Since difference={rate - before.rate} day={dayText(before.asOf, language)} />}
          </p>
        )}
        <p className={styles.gap}>
          <Gap figure={figure} />
          {question.isNarrowed && country.rate !== null && ` ${words.countryHas(percentText(country.rate, language))}`}
        </p>
        {now?.rate != null && rate !== null && (
          <p className={styles.gap}>
            {now.rate === rate
              ? words.nowSame(percentText(now.rate, language))
              : words.nowKnown(percentText(now.rate, language), signedPointsText(now.rate - rate, language))}
          </p>
        )}
        <TargetBar rate={rate} targets={targets.length > 0 ? targets : country.targets} />
        <dl className={styles.facts}>
          {facts.map(([value, name]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd translate="no">{value}</dd>
            </div>
          ))}
        </dl>
        {session && <Behind />}
        <p className={styles.fixed}>
          {question.isLive ? (
            <Link
              to="/participation"
              search={(before) => ({ ...before, asOf: figure.asOf, knownAt: figure.knownAt })}
              title={words.fixedWhy}
            >
              {words.fixed}
            </Link>
          ) : (
            <Link to="/participation" search={({ asOf: _, knownAt: __, ...rest }) => rest}>
              {words.latest}
            </Link>
          )}
        </p>
      </div>
    </Card>
  );
}

/** From the figure to those behind it, and those missing from it. */
function Behind() {
  const words = useWords(dashboardWords);
  const to = '/participation/organizations';
  return (
    <p className={styles.links}>
      <Link to={to} search={organizationsOf}>
        {words.seeOrganizations}
      </Link>
      <Link to={to} search={(before) => ({ ...organizationsOf(before), takesPart: 'no' as const })}>
        {words.seeMissing}
      </Link>
    </p>
  );
}

/** What of the question narrows organizations as well. */
const organizationsOf = ({ province, kind }: ParticipationSearch): ParticipationSearch => ({
  ...(province && { province }),
  ...(kind && { kind }),
});

/** What moved since then, not by colour alone. */
function Since({ difference, day }: { readonly difference: number; readonly day: string }) {
  const words = useWords(dashboardWords);
  const { language } = useLanguage();
  const points = signedPointsText(difference, language);
  if (!/^[+−]/.test(points)) return <Tag kind="plain">{words.unchanged(day)}</Tag>;
  return <Tag kind={difference > 0 ? 'good' : 'bad'}>{words.sinceQuarter(points, day)}</Tag>;
}

function Gap({ figure: { rate, targets, counted, participating } }: { readonly figure: Figure }) {
  const words = useWords(dashboardWords);
  const { language } = useLanguage();
  const [target] = targets;
  if (!target) return words.noTarget;
  if (rate === null) return null;
  const year = target.dueOn.slice(0, 4);
  const lacking = Math.ceil(target.share * counted) - participating;
  if (lacking <= 0) return words.reached(year);
  const [before, points, between, organizations, after] = words.lacking(
    pointsText(target.share - rate, language),
    numberText(lacking, language),
    year,
  );
  return (
    <>
      {before}
      <strong>{points}</strong>
      {between}
      <strong>{organizations}</strong>
      {after}
    </>
  );
}
