import { dayText, instantText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Button } from '../design/button';
import { Icon } from '../design/icon';
import { dashboardWords } from './dashboard-words';
import styles from './dashboard.module.css';
import type { Figure } from './documents';
import { figuresBook } from './excel-address';
import { ExcelButton } from './excel-button';
import type { Names } from './filters';
import type { ParticipationSearch } from './search';

interface AboutProps {
  readonly figure: Figure | undefined;
  readonly isLive: boolean;
  readonly search: ParticipationSearch;
  readonly names: Names | undefined;
}

/** Of when the figure is, and of what: also on paper, where the filters are gone. */
export function About({ figure, isLive, search, names }: AboutProps) {
  const words = useWords(dashboardWords);
  const { language } = useLanguage();
  const commodity = names?.commodities.find(({ code }) => code === search.commodity);
  const instant = figure && instantText(figure.knownAt, language);
  const parts = [
    figure && words.on(dayText(figure.asOf, language)),
    instant && (isLive ? words.live(instant) : words.asKnown(instant)),
    search.kind && words.kind[search.kind],
    commodity && nameIn(language, commodity),
  ];
  return (
    <div className={styles.about}>
      <p>{parts.filter(Boolean).join(' · ')}</p>
      <div className={styles.actions}>
        <ExcelButton address={figuresBook(search)} />
        <span className={styles.printing}>
          <Button onClick={() => print()}>
            <Icon name="print" size={18} /> {words.print}
          </Button>
        </span>
      </div>
    </div>
  );
}
