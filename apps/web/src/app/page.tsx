import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Icon } from '../design/icon';
import { useWords } from './language';
import styles from './page.module.css';
import { consoleWords } from './words';

interface PageProps {
  readonly title: string;
  /** Where the arrow leads; none without it. */
  readonly back?: LinkProps['to'];
  readonly children: ReactNode;
}

export function Page({ title, back, children }: PageProps) {
  const words = useWords(consoleWords);
  useEffect(() => {
    document.title = `${title} · Lienket`;
  }, [title]);
  return (
    <>
      <div className={styles.head}>
        {back && (
          <Link to={back} className={styles.back} aria-label={words.back}>
            <Icon name="back" />
          </Link>
        )}
        <h1>{title}</h1>
      </div>
      {children}
    </>
  );
}
