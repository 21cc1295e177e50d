import { useId } from 'react';
import styles from './share-bar.module.css';

const SHADES = [1, 0.7, 0.45, 0.85, 0.55, 0.32];

/** The shade of a part, in the bar and beside the words of it. */
const shadeOf = (at: number): number => SHADES[at % SHADES.length] ?? 1;

interface ShareBarProps {
  /** 0..1 each; what they lack of a whole is hatched. */
  readonly shares: readonly number[];
}

/** Parts of one whole, and what is still missing. Says again what the words beside it say. */
export function ShareBar({ shares }: ShareBarProps) {
  const hatch = useId();
  const filled = shares.reduce((sum, share) => sum + share, 0);
  const scale = 100 / Math.max(1, filled);
  const startOf = (at: number) => shares.slice(0, at).reduce((sum, share) => sum + share, 0) * scale;
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <pattern id={hatch} width="1.6" height="8" patternUnits="userSpaceOnUse">
        <rect className={styles.missing} width="1.6" height="8" />
        <path className={styles.hatch} d="M0.8 0v8" />
      </pattern>
      <rect width="100" height="8" rx="1.5" fill={`url(#${hatch})`} />
      <rect className={styles.back} width={Math.min(100, filled * scale)} height="8" />
      {shares.map((share, at) => (
        <rect
          key={at}
          className={styles.part}
          x={startOf(at)}
          width={Math.max(0, share * scale - 0.3)}
          height="8"
          fillOpacity={shadeOf(at)}
        />
      ))}
    </svg>
  );
}

/** Beside the words of a part: the shade that it has in the bar. */
export const Shade = ({ at }: { readonly at: number }) => (
  <svg className={styles.shade} viewBox="0 0 12 12" aria-hidden="true">
    <rect className={styles.back} width="12" height="12" rx="3" />
    <rect className={styles.part} width="12" height="12" rx="3" fillOpacity={shadeOf(at)} />
  </svg>
);
