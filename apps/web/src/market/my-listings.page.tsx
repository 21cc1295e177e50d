import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useLanguage, useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { currentSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { buttonClass } from '../design/button';
import { Cards, Empty, Waiting } from '../design/card';
import { Notice } from '../design/notice';
import { MarketBasics, MyListings, WithdrawListing } from './documents';
import { draftOf } from './listing-draft';
import { keepDraft } from './listing-draft.store';
import { takeBack, useUnsent, type Unsent } from './listing-outbox';
import { ListingCard } from './listing-card';
import styles from './my-listings.module.css';
import { UnsentCard } from './unsent-card';
import { marketWords } from './words';

export function MyListingsPage() {
  const words = useWords(marketWords);
  const { loading, part } = useWords(consoleWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const userId = currentSession()?.userId ?? '';
  const organizationId = currentSession()?.organization?.id ?? '';
  const { data, isMissing, isWaiting, askAgain } = useRemembered('my-listings', MyListings, { organizationId });
  const basics = useRemembered('market-basics', MarketBasics, {});
  const unsent = useUnsent();
  const [, withdraw] = useMutation(WithdrawListing);
  const waitingBefore = useRef(unsent.length);
  const [hasSent, setSent] = useState(false);

  // Something was sent: it is among the listings now.
  useEffect(() => {
    if (unsent.length < waitingBefore.current) {
      setSent(true);
      askAgain();
    }
    waitingBefore.current = unsent.length;
  }, [unsent.length, askAgain]);

  const commodityOf = (code: string) => basics.data?.commodities.find((one) => one.code === code);
  const mend = async ({ key, input }: Unsent) => {
    const commodity = commodityOf(input.commodityCode);
    if (!commodity) return;
    await keepDraft(draftOf(input, commodity, language));
    await takeBack(userId, key);
    await navigate({ to: '/listings/new' });
  };
  const listings = data?.listings;

  return (
    <Page title={part.myListings} back="/">
      {hasSent && unsent.length === 0 && <Notice kind="good" icon="check" title={words.sentNow} />}
      {unsent.length > 0 && (
        <Cards label={words.waitingTitle(unsent.length)}>
          {unsent.map((item) => (
            <UnsentCard
              key={item.key}
              item={item}
              commodity={commodityOf(item.input.commodityCode)}
              onMend={() => void mend(item)}
              onThrowAway={() => void takeBack(userId, item.key)}
            />
          ))}
        </Cards>
      )}
      {isWaiting && <Waiting label={loading} />}
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      {listings?.nodes.length === 0 && unsent.length === 0 && (
        <Empty title={words.noListings}>
          <Link to="/listings/new" className={buttonClass('primary')}>
            {part.listProduce}
          </Link>
        </Empty>
      )}
      {listings && listings.nodes.length > 0 && (
        <Cards label={part.myListings}>
          {listings.nodes.map((listing) => (
            <ListingCard key={listing.id} listing={listing} onWithdraw={() => void withdraw({ id: listing.id })} />
          ))}
        </Cards>
      )}
      {listings && listings.totalCount > listings.nodes.length && (
        <p className={styles.more}>{words.firstOf(listings.nodes.length, listings.totalCount)}</p>
      )}
    </Page>
  );
}
