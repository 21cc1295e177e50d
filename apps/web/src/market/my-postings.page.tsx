import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { currentSession, useMayTrade } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { buttonClass } from '../design/button';
import { Cards, Empty, Waiting } from '../design/card';
import { Notice } from '../design/notice';
import { MarketBasics } from './documents';
import styles from './my-postings.module.css';
import { mainKindOf, useOwnPostings, useWithdraw } from './own-postings';
import { PostingCard } from './posting-card';
import { draftOf } from './posting-draft';
import { keepPhotos } from './photo-draft.store';
import { keepDraft } from './posting-draft.store';
import { takeBack, useUnsent, type Unsent } from './posting-outbox';
import type { PostingKind } from './posting';
import { UnsentCard } from './unsent-card';
import { marketWords } from './words';

export const MyListingsPage = () => <MyPostings kind="LISTING" />;
export const MyDemandsPage = () => <MyPostings kind="DEMAND" />;

const PLACES = {
  LISTING: { anew: '/listings/new', edit: '/listings/$postingId/edit' },
  DEMAND: { anew: '/demands/new', edit: '/demands/$postingId/edit' },
} as const;

function MyPostings({ kind }: { readonly kind: PostingKind }) {
  const words = useWords(marketWords);
  const { loading, part } = useWords(consoleWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const session = currentSession();
  const mayTrade = useMayTrade();
  const userId = session?.userId ?? '';
  // The parts of the console lead to the form of what one does most.
  const isOther = session?.organization && mainKindOf(session.organization) !== kind;
  const { data, isMissing, isWaiting, askAgain } = useOwnPostings(kind);
  const basics = useRemembered('market-basics', MarketBasics, {});
  const unsent = useUnsent().filter((item) => item.kind === kind);
  const withdraw = useWithdraw(kind);
  const waitingBefore = useRef(unsent.length);
  const [hasSent, setSent] = useState(false);

  // Something was sent: it is among the others now.
  useEffect(() => {
    if (unsent.length < waitingBefore.current) {
      setSent(true);
      askAgain();
    }
    waitingBefore.current = unsent.length;
  }, [unsent.length, askAgain]);

  const commodityOf = (code: string) => basics.data?.commodities.find((one) => one.code === code);
  const mend = async ({ key, id, content, photos = [] }: Unsent) => {
    const commodity = commodityOf(content.commodityCode);
    if (!commodity) return;
    await keepDraft({ kind, id }, draftOf(content, commodity, language));
    await keepPhotos({ kind, id }, photos);
    await takeBack(userId, key);
    if (id === null) await navigate({ to: PLACES[kind].anew });
    else await navigate({ to: PLACES[kind].edit, params: { postingId: id } });
  };
  const postings = data?.postings;
  const title = kind === 'LISTING' ? part.myListings : part.myDemands;
  const anew = (look: 'primary' | 'secondary') =>
    mayTrade && (
      <Link to={PLACES[kind].anew} className={buttonClass(look)}>
        {kind === 'LISTING' ? part.listProduce : part.postDemand}
      </Link>
    );

  return (
    <Page title={title} back="/">
      {hasSent && unsent.length === 0 && <Notice kind="good" icon="check" title={words.sentNow} />}
      {unsent.length > 0 && (
        <Cards label={words.waitingTitle(unsent.length)}>
          {unsent.map((item) => (
            <UnsentCard
              key={item.key}
              item={item}
              commodity={commodityOf(item.content.commodityCode)}
              onMend={() => void mend(item)}
              onThrowAway={() => void takeBack(userId, item.key)}
            />
          ))}
        </Cards>
      )}
      {isWaiting && <Waiting label={loading} />}
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      {postings?.nodes.length === 0 && unsent.length === 0 && (
        <Empty title={words.of[kind].none}>{anew('primary')}</Empty>
      )}
      {isOther && postings && postings.nodes.length > 0 && anew('secondary')}
      {postings && postings.nodes.length > 0 && (
        <Cards label={title}>
          {postings.nodes.map((posting) => (
            <PostingCard key={posting.id} kind={kind} posting={posting} onWithdraw={() => withdraw(posting.id)} />
          ))}
        </Cards>
      )}
      {postings && postings.totalCount > postings.nodes.length && (
        <p className={styles.more}>{words.firstOf(postings.nodes.length, postings.totalCount)}</p>
      )}
    </Page>
  );
}
