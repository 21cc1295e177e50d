import styles from './bar.module.css';

interface BarProps {
  /** 0..1 */
  readonly share: number;
  /** 0..1, where a line stands across. */
  readonly mark?: number | undefined;
}

/** Says again what the words beside it say. */
export const Bar = ({ share, mark }: BarProps) => (
  <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect className={styles.whole} width="100" height="6" rx="1.5" />
    <rect className={styles.part} width={share * 100} height="6" rx="1.5" />
    {mark !== undefined && <rect className={styles.mark} x={mark * 100} width="0.6" height="6" />}
  </svg>
);
