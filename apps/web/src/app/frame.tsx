import { Link, Outlet, type LinkProps } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Icon, type IconName } from '../design/icon';
import { Notice } from '../design/notice';
import { useSending } from '../market/sending';
import styles from './frame.module.css';
import { useLanguage, useWords } from './language';
import { useOnline } from './network';
import { useMayTrade, useSession } from './session';
import { consoleWords } from './words';

const Bell = lazy(() => import('../notices/bell').then((room) => ({ default: room.Bell })));

/** What stands around every page: the parts of the console that the person may use, the language, and whether there is a network. */
export function Frame() {
  const words = useWords(consoleWords);
  const isOnline = useOnline();
  const session = useSession();
  useSending();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {words.skip}
      </a>
      <header className={styles.top}>
        <Link to="/" className={styles.mark}>
          <img src="/icon.svg" alt="" width="28" height="28" />
          Lienket
        </Link>
        {session?.role === 'TRADER' && (
          <Suspense>
            <Bell />
          </Suspense>
        )}
        <Speak />
      </header>
      <Parts />
      <main id="content" className={styles.content}>
        {!isOnline && (
          <Notice kind="warn" icon="offline" title={words.offline}>
            {words.offlineWhy}
          </Notice>
        )}
        <Outlet />
      </main>
    </div>
  );
}

function Speak() {
  const words = useWords(consoleWords);
  const { language, speak } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" lang={other} className={styles.speak} onClick={() => speak(other)}>
      {words.language}
    </button>
  );
}

function Parts() {
  const words = useWords(consoleWords);
  const session = useSession();
  const mayTrade = useMayTrade();
  if (session && session.role !== 'TRADER')
    return (
      <nav className={styles.parts} aria-label={words.parts}>
        <Part to="/" icon="today" label={words.today} />
        <Part to="/participation" icon="chart" label={words.part.participation} />
        <Part to="/desk" icon="check" label={words.part.desk} />
        <Part to="/matching/rounds" icon="list" label={words.part.rounds} />
      </nav>
    );
  if (!session?.organization) return null;
  const isBuyer = session.organization.kind === 'ENTERPRISE';
  return (
    <nav className={styles.parts} aria-label={words.parts}>
      <Part to="/" icon="today" label={words.today} />
      {mayTrade && (
        <Part
          to={isBuyer ? '/demands/new' : '/listings/new'}
          icon="add"
          label={isBuyer ? words.part.postDemand : words.part.listProduce}
        />
      )}
      <Part
        to={isBuyer ? '/demands' : '/listings'}
        icon="list"
        label={isBuyer ? words.part.myDemands : words.part.myListings}
      />
      <Part to="/contracts" icon="contract" label={words.part.contracts} />
    </nav>
  );
}

const Part = ({
  to,
  icon,
  label,
}: {
  readonly to: LinkProps['to'];
  readonly icon: IconName;
  readonly label: string;
}) => (
  <Link
    to={to}
    className={styles.part}
    activeProps={{ 'aria-current': 'page' }}
    activeOptions={{ exact: true, includeSearch: false }}
  >
    <Icon name={icon} />
    {label}
  </Link>
);
