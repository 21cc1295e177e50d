import styles from './map.module.css';

interface LegendProps {
  readonly classes: readonly {
    /** As on the map. */
    readonly className: string | undefined;
    readonly label: string;
    /** A line stands before it. */
    readonly isBehindMark?: boolean;
  }[];
}

/** Which colour is what. */
export const Legend = ({ classes }: LegendProps) => (
  <ul className={styles.legend}>
    {classes.map(({ className, label, isBehindMark = false }) => (
      <li key={label}>
        <svg
          className={isBehindMark ? styles.mark : undefined}
          viewBox="0 0 10 10"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect className={className} width="10" height="10" />
        </svg>
        {label}
      </li>
    ))}
  </ul>
);
