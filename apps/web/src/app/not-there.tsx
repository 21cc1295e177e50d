import { Link } from '@tanstack/react-router';
import { buttonClass } from '../design/button';
import { Empty } from '../design/card';
import { useWords } from './language';
import { Page } from './page';
import { consoleWords } from './words';

export function NotThere() {
  const words = useWords(consoleWords);
  return (
    <Page title={words.notThere}>
      <Empty title={words.notThere}>
        <Link to="/" className={buttonClass('secondary')}>
          {words.home}
        </Link>
      </Empty>
    </Page>
  );
}
