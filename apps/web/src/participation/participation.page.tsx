import { Link, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { percentText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Page } from '../app/page';
import { PlacesAndGoods } from '../app/places-and-goods';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { buttonClass } from '../design/button';
import { Empty, Waiting } from '../design/card';
import { About } from './about';
import { Breakdown } from './breakdown';
import { dashboardWords } from './dashboard-words';
import styles from './dashboard.module.css';
import { FigureCard } from './figure-card';
import { Filters } from './filters';
import { useFigure } from './live-figure';
import { NeedsSession } from './needs-session';
import { Notes } from './notes';
import { Provinces } from './provinces';
import { questionOf, type Question } from './question';
import { ReadingCards } from './reading-cards';
import type { ParticipationSearch } from './search';
import { TrendCard } from './trend-card';

const FILTERS = ['reading', 'province', 'kind', 'commodity', 'months', 'asOf', 'knownAt'] as const;

export function ParticipationPage() {
  const session = useSession();
  const search = useSearch({ from: '/participation' });
  return search.commodity !== undefined && !session ? <NeedsSession /> : <Dashboard search={search} />;
}

/** How many take part: the answer first, then how it moved, by whom it is measured, and where. */
function Dashboard({ search }: { readonly search: ParticipationSearch }) {
  const words = useWords(dashboardWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const { data: names } = useRemembered('places-and-goods', PlacesAndGoods, {});
  const question = useMemo(() => questionOf(search), [search]);
  const { figure, data, moment, isOfBefore, isWaiting, isMissing, refusal, askAgain } = useFigure(question);
  const province = names?.provinces.find(({ code }) => code === search.province);
  const place = search.province === undefined ? words.country : province && nameIn(language, province);
  const isRefused = refusal === 'INVALID_INPUT' || refusal === 'BAD_USER_INPUT';
  const shown = isRefused ? undefined : figure;
  // What stands beside the figure is asked after it, so that it comes first.
  const [answered, setAnswered] = useState<Question>();
  if (shown && !isOfBefore && answered !== question) setAnswered(question);
  // And drawn after it: a slow phone can be touched meanwhile.
  const beside = useDeferredValue(answered);
  return (
    <Page title={titleOf()}>
      <div className={styles.dashboard} data-wide="board">
        <About figure={shown} isLive={question.isLive} search={search} names={names} />
        <Filters search={search} names={names} shown={FILTERS} />
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
        {shown && data && (
          <>
            <div className={styles.first} aria-busy={isOfBefore}>
              <FigureCard place={place ?? words.country} question={question} figure={shown} beside={data} />
              {beside && <TrendCard question={beside} moment={moment} targets={data.country.targets} />}
            </div>
            {beside && (
              <>
                <ReadingCards question={beside} moment={moment} />
                <div className={styles.second} aria-busy={isOfBefore}>
                  <Provinces question={beside} moment={moment} names={names} country={data.country} />
                  <div className={styles.column}>
                    <Breakdown question={beside} moment={moment} names={names} country={data.country} />
                    <Notes figure={shown} />
                  </div>
                </div>
              </>
            )}
          </>
        )}
      </div>
    </Page>
  );

  function titleOf(): string {
    if (!shown || isOfBefore || place === undefined) return words.title;
    return shown.rate === null
      ? words.findingNobody(place)
      : words.finding(place, percentText(shown.rate, language), words.who[question.reading]);
  }
}
