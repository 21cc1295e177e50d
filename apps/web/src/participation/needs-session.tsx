import { Link } from '@tanstack/react-router';
import { useWords } from '../app/language';
import { Page } from '../app/page';
import { buttonClass } from '../design/button';
import { Empty } from '../design/card';
import { dashboardWords } from './dashboard-words';

/** Figures by commodity are for who has signed in; they come back to the same question. */
export function NeedsSession() {
  const words = useWords(dashboardWords);
  return (
    <Page title={words.title}>
      <Empty title={words.commodityNeedsSession}>
        <Link to="/sign-in" search={{ then: location.pathname + location.search }} className={buttonClass('primary')}>
          {words.signIn}
        </Link>
        <Link to="/participation" search={({ commodity: _, ...rest }) => rest} className={buttonClass('quiet')}>
          {words.without}
        </Link>
      </Empty>
    </Page>
  );
}
