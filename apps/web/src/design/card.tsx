import type { ReactNode } from 'react';
import styles from './card.module.css';

export const Card = ({ children }: { readonly children: ReactNode }) => (
  <section className={styles.card}>{children}</section>
);

/** Of the same height as what will come. */
export const Waiting = ({ label, rows = 3 }: { readonly label: string; readonly rows?: number }) => (
  <div className={styles.waiting} role="status" aria-label={label}>
    {Array.from({ length: rows }, (_, row) => (
      <span key={row} />
    ))}
  </div>
);

/** Where nothing is yet: what comes here, and the one thing to do. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className={styles.empty}>
    <p>{title}</p>
    {children}
  </div>
);
