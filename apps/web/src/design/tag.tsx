import type { ReactNode } from 'react';
import styles from './tag.module.css';

export const Tag = ({
  kind,
  children,
}: {
  readonly kind: 'good' | 'warn' | 'bad' | 'plain';
  readonly children: ReactNode;
}) => <span className={`${styles.tag} ${styles[kind]}`}>{children}</span>;
