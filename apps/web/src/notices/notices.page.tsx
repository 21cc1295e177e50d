import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { useOnline } from '../app/network';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button } from '../design/button';
import { Cards, Empty, Waiting } from '../design/card';
import { marketWords } from '../market/words';
import { MyNotices, ReadAllNotices, ReadNotice } from './documents';
import { NoticeCard } from './notice-card';
import { useTold } from './told';
import { noticeWords } from './words';

/** The newest first; what is opened is read. */
export function NoticesPage() {
  const words = useWords(noticeWords);
  const market = useWords(marketWords);
  const { loading } = useWords(consoleWords);
  const isOnline = useOnline();
  const { data, isMissing, isWaiting, askAgain } = useRemembered('notices', MyNotices, {});
  const [, readOne] = useMutation(ReadNotice);
  const [, readAll] = useMutation(ReadAllNotices);
  const { nodes = [], totalCount = 0 } = data?.notices ?? {};
  const newest = nodes[0]?.at;

  useTold(askAgain);

  return (
    <Page title={words.title} back="/">
      {isWaiting && <Waiting label={loading} />}
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      {data && totalCount === 0 && <Empty title={words.none} />}
      {newest !== undefined && nodes.some(({ isRead }) => !isRead) && (
        <Button disabled={!isOnline} onClick={() => void readAll({ until: newest })}>
          {words.readAll}
        </Button>
      )}
      {nodes.length > 0 && (
        <Cards label={words.title}>
          {nodes.map((notice) => (
            <NoticeCard
              key={notice.id}
              notice={notice}
              mayRead={isOnline && !notice.isRead}
              onRead={() => void readOne({ id: notice.id })}
            />
          ))}
        </Cards>
      )}
      {totalCount > nodes.length && <p>{market.firstOf(nodes.length, totalCount)}</p>}
    </Page>
  );
}
