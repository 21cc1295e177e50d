import type { ReactNode } from 'react';
import styles from './card.module.css';

export const Card = ({ children }: { readonly children: ReactNode }) => (
  <section className={styles.card}>{children}</section>
);

/** A list of cards, one for each thing. */
export const Cards = ({ label, children }: { readonly label?: string; readonly children: ReactNode }) => (
  <ul className={styles.cards} aria-label={label}>
    {children}
  </ul>
);

interface ItemCardProps {
  readonly title: ReactNode;
  /** Its state, at the end of the title's line. */
  readonly tag: ReactNode;
  /** Not there for others yet. */
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

export const ItemCard = ({ title, tag, isPending = false, children }: ItemCardProps) => (
  <li className={`${styles.item} ${isPending ? styles.pending : ''}`}>
    <div className={styles.head}>
      {title}
      {tag}
    </div>
    {children}
  </li>
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
