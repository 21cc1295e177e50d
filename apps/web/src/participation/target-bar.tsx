import { percentText, shareText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { dashboardWords } from './dashboard-words';
import type { Figure } from './documents';
import styles from './target-bar.module.css';

interface TargetBarProps {
  readonly rate: number | null;
  readonly targets: Figure['targets'];
}

/** A share of the whole, and where the targets stand on it. */
export function TargetBar({ rate, targets }: TargetBarProps) {
  const words = useWords(dashboardWords);
  const { language } = useLanguage();
  const stands = targets.map(({ share, dueOn }) => ({ share, year: dueOn.slice(0, 4) }));
  return (
    <div
      className={styles.bar}
      role="img"
      aria-label={words.barLabel(
        rate === null ? '–' : percentText(rate, language),
        stands.map(({ share, year }) => words.targetOf(shareText(share, language), year)).join(', '),
      )}
    >
      <i style={{ width: `${(rate ?? 0) * 100}%` }} />
      {stands.map(({ share, year }) => (
        <span key={year} style={{ left: `${share * 100}%` }}>
          <b>≥ {shareText(share, language)}</b>
          {year}
        </span>
      ))}
    </div>
  );
}
