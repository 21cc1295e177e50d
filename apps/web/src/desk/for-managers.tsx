import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../app/language';
import { Page } from '../app/page';
import { useSession } from '../app/session';
import { consoleWords } from '../app/words';
import { buttonClass } from '../design/button';
import { Empty } from '../design/card';
import { deskWords } from './words';

interface ForManagersProps {
  readonly title: string;
  readonly back: '/' | '/desk';
  readonly children: ReactNode;
}

/** A page of who answers for organizations; others are told so, and led back. */
export function ForManagers({ title, back, children }: ForManagersProps) {
  const words = useWords(deskWords);
  const { home } = useWords(consoleWords);
  const isForMe = useSession()?.role !== 'TRADER';
  return (
    <Page title={title} back={isForMe ? back : '/'}>
      {isForMe ? (
        children
      ) : (
        <Empty title={words.notForYou}>
          <Link to="/" className={buttonClass('secondary')}>
            {home}
          </Link>
        </Empty>
      )}
    </Page>
  );
}
