import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayText, numberText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useMayTrade } from '../app/session';
import { Button, buttonClass } from '../design/button';
import { ItemCard } from '../design/card';
import { Dialog } from '../design/dialog';
import { Tag } from '../design/tag';
import { matchingWords } from '../matching/words';
import type { OwnPosting } from './documents';
import { ListingPhotos } from './listing-photos';
import type { PostingKind } from './posting';
import styles from './posting-card.module.css';
import { marketWords } from './words';

const KINDS = { OPEN: 'good', FILLED: 'plain', WITHDRAWN: 'plain', EXPIRED: 'plain' } as const;
const ANY_LOT_KG = '1';

interface PostingCardProps {
  readonly kind: PostingKind;
  readonly posting: OwnPosting;
  readonly onWithdraw: () => void;
}

export function PostingCard({ kind, posting, onWithdraw }: PostingCardProps) {
  const words = useWords(marketWords);
  const matching = useWords(matchingWords);
  const { language } = useLanguage();
  const mayTrade = useMayTrade();
  const [isAsked, setAsked] = useState(false);
  const { id: postingId, commodity, variety, grade, status, priceVndPerKg: price, maximumSuppliers } = posting;
  const name = [nameIn(language, commodity), variety].filter(Boolean).join(' ');
  const limits = [
    posting.minimumLotKg !== ANY_LOT_KG && words.lotsFrom(quantityText(posting.minimumLotKg, commodity, language)),
    maximumSuppliers && words.atMost(maximumSuppliers),
  ].filter(Boolean);
  return (
    <ItemCard title={<strong>{name}</strong>} tag={<Tag kind={KINDS[status]}>{words.status[status]}</Tag>}>
      <ListingPhotos photos={posting.photos ?? []} name={name} />
      <p>
        {words.remaining(
          quantityText(posting.remainingKg, commodity, language),
          quantityText(posting.quantityKg, commodity, language),
        )}
        {grade && ` · ${grade}`}
      </p>
      <p>{words.days(dayText(posting.from, language), dayText(posting.to, language))}</p>
      <p>{price === null ? words.openPrice : words.of[kind].priced(numberText(Number(price), language))}</p>
      {limits.length > 0 && <p>{limits.join(' · ')}</p>}
      {status === 'OPEN' && (
        <Link
          to={kind === 'LISTING' ? '/listings/$postingId/matches' : '/demands/$postingId/matches'}
          params={{ postingId }}
          className={buttonClass('secondary')}
        >
          {matching.of[kind].whoFits}
        </Link>
      )}
      {mayTrade && status !== 'WITHDRAWN' && (
        <div className={styles.more}>
          <Link
            to={kind === 'LISTING' ? '/listings/$postingId/edit' : '/demands/$postingId/edit'}
            params={{ postingId }}
            className={buttonClass('quiet')}
          >
            {words.of[kind].change}
          </Link>
          {status === 'OPEN' && (
            <Button kind="quiet" onClick={() => setAsked(true)}>
              {words.of[kind].withdraw}
            </Button>
          )}
        </div>
      )}
      {isAsked && (
        <Dialog title={words.of[kind].withdrawSure} onClose={() => setAsked(false)}>
          <p>
            {name}: {words.of[kind].withdrawWhy}
          </p>
          <Button
            kind="primary"
            onClick={() => {
              setAsked(false);
              onWithdraw();
            }}
          >
            {words.of[kind].withdraw}
          </Button>
          <Button onClick={() => setAsked(false)}>{words.leaveIt}</Button>
        </Dialog>
      )}
    </ItemCard>
  );
}
