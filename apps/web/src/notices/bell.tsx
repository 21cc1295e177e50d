import { Link } from '@tanstack/react-router';
import { useWords } from '../app/language';
import { Icon } from '../design/icon';
import { useFollowMe } from '../identity/follow-me';
import styles from './bell.module.css';
import { useTold } from './told';
import { noticeWords } from './words';

const SHOWN_MAX = 99;

/** How much has happened that one hasn't read, while it happens; some of it changes what one may do. */
export function Bell() {
  const words = useWords(noticeWords);
  const count = useTold(useFollowMe()) ?? 0;
  return (
    <Link to="/notices" className={styles.bell} aria-label={words.unread(count)}>
      <Icon name="bell" />
      {count > 0 && <span aria-hidden="true">{count > SHOWN_MAX ? `${String(SHOWN_MAX)}+` : count}</span>}
    </Link>
  );
}
