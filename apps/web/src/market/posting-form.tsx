import { useState } from 'react';
import { useClient } from 'urql';
import { timeText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useOnline } from '../app/network';
import { currentSession } from '../app/session';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Icon } from '../design/icon';
import { AmountQuestion } from './amount-question';
import { CropQuestion } from './crop-question';
import { DaysQuestion } from './days-question';
import type { Basics, OwnPosting } from './documents';
import { MoreQuestion } from './more-question';
import { contentOfDraft, draftAfter, faultsOf, type Faults, type PostingDraft, type Question } from './posting-draft';
import { usePostingDraft, type Written } from './posting-draft.store';
import styles from './posting-form.module.css';
import { keepToSend, sendUnsent } from './posting-outbox';
import { PhotoQuestion } from './photo-question';
import { usePhotoDraft } from './photo-draft.store';
import { PriceQuestion } from './price-question';
import { Review } from './review';
import { faultText, marketWords } from './words';

interface PostingFormProps {
  readonly written: Written;
  /** Before anything is answered. */
  readonly start: PostingDraft;
  readonly basics: Basics;
  readonly own: readonly OwnPosting[];
  readonly day: string;
  readonly onSent: () => void;
}

/** One form for what one sells and what one buys: kept on the device at each change, reviewed, and sent now or later. */
export function PostingForm({ written, start, basics, own, day, onSent }: PostingFormProps) {
  const { kind, id } = written;
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const isOnline = useOnline();
  const client = useClient();
  const { draft, isReady, savedAt, answer, forget } = usePostingDraft(written, start);
  const [faults, setFaults] = useState<Faults>({});
  const [isReviewed, setReviewed] = useState(false);
  const commodity = basics.commodities.find(({ code }) => code === draft.commodityCode);
  const before = id === null ? own[0] : undefined;
  const sentPhotos = own.find((posting) => posting.id === id)?.photos ?? [];
  const photoDraft = usePhotoDraft(written, sentPhotos.length);

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
    const content = contentOfDraft(draft, commodity, day, language);
    await keepToSend(userId, { kind, id, content, photos: await photoDraft.take() });
    await forget();
    void sendUnsent(client);
    onSent();
  };

  if (!isReady) return null;
  const said = (question: Question) => {
    const fault = faults[question];
    return fault && faultText(words, kind, question, fault);
  };
  const asked = { kind, draft, answer };
  const sendIt = id === null ? words.of[kind].send : words.save;
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
            <strong>{words.of[kind].again}</strong>
            {[nameIn(language, before.commodity), before.variety].filter(Boolean).join(' ')}
          </span>
        </button>
      )}
      <FaultSummary faults={faults} textOf={said} />
      <CropQuestion {...asked} basics={basics} own={own} fault={said('commodity')} />
      <AmountQuestion {...asked} commodity={commodity} fault={said('amount')} />
      <DaysQuestion {...asked} today={day} fault={said('days')} />
      <PriceQuestion {...asked} fault={said('price')} />
      {kind === 'LISTING' && (
        <PhotoQuestion name={commodity ? nameIn(language, commodity) : ''} draft={photoDraft} sent={sentPhotos} />
      )}
      <MoreQuestion
        {...asked}
        basics={basics}
        commodity={commodity}
        lotFault={said('lot')}
        suppliersFault={said('suppliers')}
      />
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
          {words.of[kind].review}
        </Button>
      </div>
      {isReviewed && commodity && (
        <Dialog title={words.of[kind].reviewTitle} onClose={() => setReviewed(false)}>
          <Review
            kind={kind}
            content={contentOfDraft(draft, commodity, day, language)}
            commodity={commodity}
            basics={basics}
            photoCount={sentPhotos.length + photoDraft.photos.length}
          />
          <Button kind="primary" onClick={() => void send()}>
            {isOnline ? sendIt : words.keep}
          </Button>
          <Button onClick={() => setReviewed(false)}>{words.change}</Button>
        </Dialog>
      )}
    </form>
  );
}

interface FaultSummaryProps {
  readonly faults: Faults;
  readonly textOf: (question: Question) => string | undefined;
}

/** All that is to be mended, each with the way to its place. */
function FaultSummary({ faults, textOf }: FaultSummaryProps) {
  const words = useWords(marketWords);
  const questions = Object.keys(faults) as Question[];
  if (questions.length === 0) return null;
  return (
    <div className={styles.summary} role="alert">
      <strong>{words.mend(questions.length)}</strong>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <a href={`#question-${question}`}>{textOf(question)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
