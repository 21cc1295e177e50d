import { Link } from '@tanstack/react-router';
import { useSubscription } from 'urql';
import { useWords } from '../app/language';
import { Icon } from '../design/icon';
import styles from './bell.module.css';
import { UnreadChanged } from './documents';
import { noticeWords } from './words';

const SHOWN_MAX = 99;

/** How much has happened that one hasn't read, while it happens. */
export function Bell() {
  const words = useWords(noticeWords);
  const [{ data }] = useSubscription({ query: UnreadChanged });
  const count = data?.unreadNoticesChanged ?? 0;
  return (
    <Link to="/notices" className={styles.bell} aria-label={words.unread(count)}>
      <Icon name="bell" />
      {count > 0 && <span aria-hidden="true">{count > SHOWN_MAX ? `${String(SHOWN_MAX)}+` : count}</span>}
    </Link>
  );
}
