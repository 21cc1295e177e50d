import { Link } from '@tanstack/react-router';
import { percentText, signedPointsText } from '../app/amounts';
import { useLanguage } from '../app/language';
import type { Place } from './ranked';
import { RateBar } from './rate-bar';
import styles from './ranking.module.css';

export interface PointingProps {
  readonly places: readonly Place[];
  /** Where classes are parted. */
  readonly mark: number;
  readonly chosen: string | undefined;
  /** What the mouse or the keyboard is at, here or on the map. */
  readonly pointed: string | undefined;
  readonly onPoint: (code: string | undefined) => void;
}

/** Every province, the best first: all that the map says, and links. */
export function Ranking({ places, mark, line, chosen, pointed, onPoint }: PointingProps & { readonly line: number }) {
  const { language } = useLanguage();
  const widest = Math.max(line * 1.25, ...places.map(({ rate }) => rate ?? 0));
  const lastAbove = places.findLastIndex(({ rate }) => rate !== null && rate >= line);
  return (
    <ol className={styles.ranking}>
      {places.map(({ code, name, rate, change }, at) => (
        <li key={code} className={at === lastAbove ? styles.cut : undefined}>
          <Link
            to="/participation"
            search={(before) => ({ ...before, province: code })}
            className={`${styles.place} ${pointed === code ? styles.pointed : ''}`}
            aria-current={chosen === code ? 'true' : undefined}
            onMouseEnter={() => onPoint(code)}
            onMouseLeave={() => onPoint(undefined)}
            onFocus={() => onPoint(code)}
            onBlur={() => onPoint(undefined)}
          >
            <span className={styles.number}>{at + 1}</span>
            <span className={styles.name}>{name}</span>
            <RateBar rate={rate} mark={mark} line={line} widest={widest} />
            <strong translate="no">{rate === null ? '–' : percentText(rate, language).slice(0, -1)}</strong>
            <Change difference={change} />
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Change({ difference }: { readonly difference: number | null }) {
  const { language } = useLanguage();
  if (difference === null) return <span className={styles.change} />;
  const text = signedPointsText(difference, language);
  return <span className={`${styles.change} ${text.startsWith('−') ? styles.fell : ''}`}>{text}</span>;
}
