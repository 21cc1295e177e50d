import { useEffect } from 'react';
import { useWords } from '../app/language';
import { useOnline } from '../app/network';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Cards, Empty, Waiting } from '../design/card';
import { isUnderWay, MyImports } from './documents';
import { ImportCard } from './import-card';
import styles from './imports.module.css';
import { SendFile } from './send-file';
import { importWords } from './words';

const LOOK_MS = 1000;

/** Tables that come in from Excel, and what has become of those before. */
export function ImportsPage() {
  const words = useWords(importWords);
  const session = useSession();
  return (
    <Page title={words.title} back="/">
      {session === null || session.role === 'TRADER' ? <Empty title={words.forManagers} /> : <Imports />}
    </Page>
  );
}

function Imports() {
  const words = useWords(importWords);
  const { loading } = useWords(consoleWords);
  const isOnline = useOnline();
  const { data, isMissing, isWaiting, askAgain } = useRemembered('imports', MyImports, {});
  const { nodes = [], totalCount } = data?.imports ?? {};
  const isWatched = isOnline && nodes.some(isUnderWay);

  // Each answer leads to the next look, until all have ended.
  useEffect(() => {
    if (!isWatched) return;
    const look = setTimeout(askAgain, LOOK_MS);
    return () => clearTimeout(look);
  });

  return (
    <>
      <SendFile onSent={askAgain} />
      <h2 className={styles.mine}>{words.mine}</h2>
      {isWaiting && <Waiting label={loading} />}
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      {totalCount === 0 && <Empty title={words.none} />}
      {nodes.length > 0 && (
        <Cards label={words.mine}>
          {nodes.map((one) => (
            <ImportCard key={one.id} one={one} onChange={askAgain} />
          ))}
        </Cards>
      )}
    </>
  );
}
