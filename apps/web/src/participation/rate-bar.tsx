import { rateClass } from './rate-class';
import rates from './rates.module.css';
import styles from './rate-bar.module.css';

interface RateBarProps {
  readonly rate: number | null;
  /** Where classes, and so colours, are parted; one colour without it. */
  readonly mark?: number | undefined;
  /** Where a line stands across. */
  readonly line?: number | undefined;
  /** The rate that fills it. */
  readonly widest: number;
}

/** As long as the rate, in the colour of its class; the number stands beside it. */
export const RateBar = ({ rate, mark, line, widest }: RateBarProps) => (
  <svg className={styles.bar} viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
    <rect
      className={mark === undefined ? styles.plain : rates[`rate${rateClass(rate, mark)}`]}
      width={((rate ?? 0) / widest) * 100}
      height="9"
      rx="1"
    />
    {line !== undefined && <rect className={styles.line} x={(line / widest) * 100} width="1" height="9" />}
  </svg>
);
