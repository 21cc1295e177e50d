import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button, buttonClass } from '../design/button';
import { Cards, Empty, Waiting } from '../design/card';
import { Rounds } from './documents';
import { RoundCard } from './round-card';
import { roundWords } from './words';

/** A manager's own, an administrator's all, and for people of an organization those that allot it something; the newest first. */
export function RoundsPage() {
  const words = useWords(roundWords);
  const { part } = useWords(consoleWords);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return (
    <Page title={part.rounds} back="/">
      {useSession()?.role !== 'TRADER' && (
        <Link to="/matching/rounds/new" className={buttonClass('primary')}>
          {words.start}
        </Link>
      )}
      <Cards label={part.rounds}>
        {['', ...cursors].map((after, at) => (
          <Portion
            key={after}
            after={after}
            onMore={at === cursors.length ? (next) => setCursors([...cursors, next]) : undefined}
          />
        ))}
      </Cards>
    </Page>
  );
}

interface PortionProps {
  readonly after: string;
  readonly onMore: ((cursor: string) => void) | undefined;
}

function Portion({ after, onMore }: PortionProps) {
  const words = useWords(roundWords);
  const { loading } = useWords(consoleWords);
  const isTrader = useSession()?.role === 'TRADER';
  const answer = useRemembered(`rounds/${after}`, Rounds, { after: after === '' ? null : after });
  const page = answer.data?.matchingRounds;
  if (!page)
    return (
      <li>
        {answer.isWaiting && <Waiting label={loading} rows={3} />}
        {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      </li>
    );
  const { endCursor, hasNextPage } = page.pageInfo;
  return (
    <>
      {after === '' && page.totalCount === 0 && (
        <li>
          <Empty title={isTrader ? words.noneForYou : words.none} />
        </li>
      )}
      {page.nodes.map((round) => (
        <RoundCard key={round.id} round={round} />
      ))}
      {onMore && hasNextPage && endCursor != null && (
        <li>
          <Button onClick={() => onMore(endCursor)}>{words.more}</Button>
        </li>
      )}
    </>
  );
}
