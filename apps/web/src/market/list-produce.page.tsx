import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useClient } from 'urql';
import { timeText } from '../app/amounts';
import { today } from '../app/business-day';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useOnline } from '../app/network';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { currentSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button } from '../design/button';
import { Waiting } from '../design/card';
import { Dialog } from '../design/dialog';
import { Icon } from '../design/icon';
import { AmountQuestion } from './amount-question';
import { CropQuestion } from './crop-question';
import { DaysQuestion } from './days-question';
import { MarketBasics, MyListings, type Basics, type OwnListing } from './documents';
import { draftAfter, faultsOf, inputOf, type Faults, type Question } from './listing-draft';
import { useListingDraft } from './listing-draft.store';
import { keepToSend, sendUnsent } from './listing-outbox';
import styles from './list-produce.module.css';
import { MoreQuestion } from './more-question';
import { PriceQuestion } from './price-question';
import { Review } from './review';
import { marketWords } from './words';

export function ListProducePage() {
  const { loading, notForYou, part } = useWords(consoleWords);
  const organizationId = currentSession()?.organization?.id ?? '';
  const basics = useRemembered('market-basics', MarketBasics, {});
  const own = useRemembered('my-listings', MyListings, { organizationId });
  return (
    <Page title={part.listProduce} back="/">
      {organizationId === '' && <p>{notForYou}</p>}
      {basics.isWaiting && <Waiting label={loading} rows={4} />}
      {basics.isMissing && <Unreachable onAskAgain={basics.askAgain} />}
      {organizationId !== '' && basics.data && (
        <ListingForm basics={basics.data} own={own.data?.listings.nodes ?? []} />
      )}
    </Page>
  );
}

interface ListingFormProps {
  readonly basics: Basics;
  readonly own: readonly OwnListing[];
}

function ListingForm({ basics, own }: ListingFormProps) {
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const isOnline = useOnline();
  const client = useClient();
  const navigate = useNavigate();
  const { draft, isReady, savedAt, answer, forget } = useListingDraft();
  const [faults, setFaults] = useState<Faults>({});
  const [isReviewed, setReviewed] = useState(false);
  const day = today();
  const commodity = basics.commodities.find(({ code }) => code === draft.commodityCode);
  const before = own[0];

  const look = () => {
    const found = faultsOf(draft, commodity, day, language);
    setFaults(found);
    const [first] = Object.keys(found);
    if (first === undefined) setReviewed(true);
    else document.getElementById(`question-${first}`)?.focus();
  };

  const send = async () => {
    const userId = currentSession()?.userId;
    if (!commodity || userId === undefined) return;
    await keepToSend(userId, inputOf(draft, commodity, day, language));
    await forget();
    void sendUnsent(client);
    await navigate({ to: '/listings' });
  };

  if (!isReady) return null;
  const count = Object.keys(faults).length;
  const said = (question: Question) => {
    const fault = faults[question];
    return fault && words.faults[question][fault];
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
      noValidate
    >
      {before && (
        <button type="button" className={styles.again} onClick={() => answer(draftAfter(before, language))}>
          <Icon name="again" />
          <span>
            <strong>{words.again}</strong>
            {[nameIn(language, before.commodity), before.variety].filter(Boolean).join(' ')}
          </span>
        </button>
      )}
      {count > 0 && (
        <div className={styles.summary} role="alert">
          <strong>{words.mend(count)}</strong>
          <ul>
            {(Object.keys(faults) as Question[]).map((question) => (
              <li key={question}>
                <a href={`#question-${question}`}>{said(question)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <CropQuestion draft={draft} answer={answer} basics={basics} own={own} fault={said('commodity')} />
      <AmountQuestion draft={draft} answer={answer} commodity={commodity} fault={said('amount')} />
      <DaysQuestion draft={draft} answer={answer} today={day} fault={said('days')} />
      <PriceQuestion draft={draft} answer={answer} fault={said('price')} />
      <MoreQuestion draft={draft} answer={answer} basics={basics} commodity={commodity} />
      <div className={styles.foot} data-foot>
        <p className={styles.saved} role="status">
          {savedAt !== null && (
            <>
              <Icon name="check" size={16} />
              {words.savedAt(timeText(savedAt, language))}
            </>
          )}
        </p>
        <Button kind="primary" type="submit">
          {words.review}
        </Button>
      </div>
      {isReviewed && commodity && (
        <Dialog title={words.reviewTitle} onClose={() => setReviewed(false)}>
          <Review draft={draft} commodity={commodity} basics={basics} today={day} />
          <Button kind="primary" onClick={() => void send()}>
            {isOnline ? words.send : words.keep}
          </Button>
          <Button onClick={() => setReviewed(false)}>{words.change}</Button>
        </Dialog>
      )}
    </form>
  );
}
