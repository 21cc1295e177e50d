import { Link, useSearch } from '@tanstack/react-router';
import { dayText, instantText, percentText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button, buttonClass } from '../design/button';
import { Empty, Waiting } from '../design/card';
import { Icon } from '../design/icon';
import { Breakdown } from './breakdown';
import { PlacesAndGoods } from './documents';
import { dashboardWords } from './dashboard-words';
import styles from './dashboard.module.css';
import { FigureCard } from './figure-card';
import { Filters } from './filters';
import { useFigure } from './live-figure';
import { Notes } from './notes';
import { Provinces } from './provinces';
import { questionOf } from './question';
import { ReadingCards } from './reading-cards';
import { TrendCard } from './trend-card';

const FILTERS = ['reading', 'province', 'kind', 'commodity', 'months', 'asOf', 'knownAt'] as const;

/** How many take part: the answer first, then how it moved, by whom it is measured, and where. */
export function ParticipationPage() {
  const words = useWords(dashboardWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const session = useSession();
  const search = useSearch({ from: '/participation' });
  const names = useRemembered('places-and-goods', PlacesAndGoods, {});
  const needsSession = search.commodity !== undefined && !session;
  const question = questionOf(needsSession ? { ...search, commodity: undefined } : search);
  const { figure, data, moment, isOfBefore, isWaiting, isMissing, refusal, askAgain } = useFigure(question);
  const province = names.data?.provinces.find(({ code }) => code === search.province);
  const place = search.province === undefined ? words.country : province && nameIn(language, province);

  if (needsSession) return <NeedsSession />;
  const isRefused = refusal === 'INVALID_INPUT' || refusal === 'BAD_USER_INPUT';
  return (
    <Page title={titleOf()}>
      <div className={styles.dashboard} data-wide="board">
        <div className={styles.about}>
          {figure && !isRefused && (
            <p>
              {words.on(dayText(figure.asOf, language))} ·{' '}
              {question.isLive
                ? words.live(instantText(figure.knownAt, language))
                : words.asKnown(instantText(figure.knownAt, language))}
            </p>
          )}
          <span className={styles.actions}>
            <Button onClick={() => print()}>
              <Icon name="print" size={18} /> {words.print}
            </Button>
          </span>
        </div>
        <Filters search={search} names={names.data} shown={FILTERS} />
        {isWaiting && <Waiting label={loading} rows={6} />}
        {isRefused && (
          <Empty title={words.refused}>
            <p>{words.refusedWhy}</p>
            <Link to="/participation" className={buttonClass('secondary')}>
              {words.without}
            </Link>
          </Empty>
        )}
        {isMissing && !isRefused && <Unreachable onAskAgain={askAgain} />}
        {figure && data && !isRefused && (
          <>
            <div className={styles.first} aria-busy={isOfBefore}>
              <FigureCard place={place ?? words.country} question={question} figure={figure} beside={data} />
              <TrendCard question={question} moment={moment} targets={data.country.targets} />
            </div>
            <ReadingCards question={question} moment={moment} />
            <div className={styles.second}>
              <Provinces question={question} moment={moment} names={names.data} country={data.country} />
              <div className={styles.column}>
                <Breakdown question={question} moment={moment} names={names.data} country={data.country} />
                <Notes figure={figure} />
              </div>
            </div>
          </>
        )}
      </div>
    </Page>
  );

  function titleOf(): string {
    if (!figure || isOfBefore || isRefused || place === undefined) return words.title;
    return figure.rate === null
      ? words.findingNobody(place)
      : words.finding(place, percentText(figure.rate, language), words.who[question.reading]);
  }
}

/** Figures by commodity are for who has signed in; they come back to the same question. */
function NeedsSession() {
  const words = useWords(dashboardWords);
  return (
    <Page title={words.title}>
      <Empty title={words.commodityNeedsSession}>
        <Link to="/sign-in" search={{ then: location.pathname + location.search }} className={buttonClass('primary')}>
          {words.signIn}
        </Link>
        <Link to="/participation" search={({ commodity: _, ...rest }) => rest} className={buttonClass('quiet')}>
          {words.without}
        </Link>
      </Empty>
    </Page>
  );
}
