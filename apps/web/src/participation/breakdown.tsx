import { numberText, percentText } from '../app/amounts';
import { Link } from '@tanstack/react-router';
import type { ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Card, Waiting } from '../design/card';
import { useAsked } from './asked';
import styles from './breakdown.module.css';
import { dashboardWords } from './dashboard-words';
import { ByGroup, type Figure, type Group } from './documents';
import type { Names } from './filters';
import type { Question } from './question';
import { RateBar } from './rate-bar';
import { KINDS } from './search';

/** Shown of what is traded most; the filter names all. */
const COMMODITIES_SHOWN = 10;

const instantOf = ({ groups }: ResultOf<typeof ByGroup>) => groups[0]?.rate.knownAt;

interface BreakdownProps {
  readonly question: Question;
  readonly moment: string | undefined;
  readonly names: Names | undefined;
  readonly country: Figure;
}

/** Of what kind they are, and in what they trade. */
export function Breakdown(props: BreakdownProps) {
  const words = useWords(dashboardWords);
  const session = useSession();
  return (
    <>
      <ByKind {...props} />
      {session ? (
        <ByCommodity {...props} />
      ) : (
        <Card>
          <h2>{words.byCommodity}</h2>
          <p className={styles.why}>{words.commodityNeedsSession}</p>
          <Link to="/sign-in" search={{ then: '/participation' }} className={styles.signIn}>
            {words.signIn}
          </Link>
        </Card>
      )}
    </>
  );
}

function ByKind({ question, moment, country }: BreakdownProps) {
  const words = useWords(dashboardWords);
  const { reading, asOf, scope, knownAt } = question;
  const answer = useAsked(
    'kinds',
    ByGroup,
    { dimension: 'KIND' as const, reading, asOf, scope, knownAt },
    moment,
    instantOf,
  );
  const groups = KINDS.flatMap((kind) => {
    const group = answer.data?.groups.find(({ key }) => key === kind);
    return group && group.rate.counted > 0 ? [{ ...group, label: words.kind[kind] }] : [];
  });
  return (
    <Card>
      <h2>{words.byKind}</h2>
      <Bars answer={answer} groups={groups} line={country.targets[0]?.share} />
    </Card>
  );
}

function ByCommodity({ question, moment, names }: BreakdownProps) {
  const words = useWords(dashboardWords);
  const { language } = useLanguage();
  const { reading, asOf, scope, knownAt } = question;
  const answer = useAsked(
    'commodities',
    ByGroup,
    { dimension: 'COMMODITY' as const, reading, asOf, scope, knownAt },
    moment,
    instantOf,
  );
  const groups = (answer.data?.groups ?? [])
    .filter(({ rate }) => rate.participating > 0)
    .toSorted((a, b) => b.rate.participating - a.rate.participating)
    .slice(0, COMMODITIES_SHOWN)
    .map((group) => {
      const commodity = names?.commodities.find(({ code }) => code === group.key);
      return { ...group, label: commodity ? nameIn(language, commodity) : group.key };
    });
  return (
    <Card>
      <h2>{words.byCommodity}</h2>
      <p className={styles.why}>{words.byCommodityWhy}</p>
      {answer.data && groups.length === 0 && <p>{words.noCommodity}</p>}
      <Bars answer={answer} groups={groups} />
    </Card>
  );
}

interface BarsProps {
  readonly answer: { readonly isWaiting: boolean; readonly isMissing: boolean; readonly askAgain: () => void };
  readonly groups: readonly (Group & { readonly label: string })[];
  /** A target, where they have one: groups that overlap have none. */
  readonly line?: number | undefined;
}

function Bars({ answer, groups, line }: BarsProps) {
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const most = Math.max(0.01, ...groups.map(({ rate }) => rate.rate ?? 0));
  const widest = Math.max((line ?? 0) * 1.25, most);
  if (answer.isWaiting) return <Waiting label={loading} rows={2} />;
  if (answer.isMissing) return <Unreachable onAskAgain={answer.askAgain} />;
  return (
    <ul className={styles.bars}>
      {groups.map(({ key, label, rate }) => (
        <li key={key}>
          <span>{label}</span>
          <RateBar rate={rate.rate} mark={line} line={line} widest={widest} />
          <strong translate="no">{rate.rate === null ? '–' : percentText(rate.rate, language)}</strong>
          <small>
            {numberText(rate.participating, language)}/{numberText(rate.counted, language)}
          </small>
        </li>
      ))}
    </ul>
  );
}
