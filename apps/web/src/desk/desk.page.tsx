import { Link } from '@tanstack/react-router';
import { useWords } from '../app/language';
import { consoleWords } from '../app/words';
import { buttonClass } from '../design/button';
import { Claims } from './claims';
import { ForManagers } from './for-managers';
import { Pending } from './pending';
import { deskWords } from './words';

/** What waits for who answers for organizations. */
export function DeskPage() {
  const words = useWords(deskWords);
  const { part } = useWords(consoleWords);
  return (
    <ForManagers title={part.desk} back="/">
      <Claims />
      <Pending />
      <Link to="/desk/attest" className={buttonClass('secondary')}>
        {words.attest}
      </Link>
    </ForManagers>
  );
}
