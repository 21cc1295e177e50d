import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayText, numberText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Button, buttonClass } from '../design/button';
import { ItemCard } from '../design/card';
import { Dialog } from '../design/dialog';
import { Tag } from '../design/tag';
import type { OwnListing } from './documents';
import { matchingWords } from '../matching/words';
import { marketWords } from './words';

const KINDS = { OPEN: 'good', FILLED: 'plain', WITHDRAWN: 'plain', EXPIRED: 'plain' } as const;

export function ListingCard({
  listing,
  onWithdraw,
}: {
  readonly listing: OwnListing;
  readonly onWithdraw: () => void;
}) {
  const words = useWords(marketWords);
  const matching = useWords(matchingWords);
  const { language } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const { commodity, variety, grade, status, askPriceVndPerKg: price } = listing;
  const name = [nameIn(language, commodity), variety].filter(Boolean).join(' ');
  return (
    <ItemCard title={<strong>{name}</strong>} tag={<Tag kind={KINDS[status]}>{words.status[status]}</Tag>}>
      <p>
        {words.remaining(
          quantityText(listing.remainingKg, commodity, language),
          quantityText(listing.quantityKg, commodity, language),
        )}
        {grade && ` · ${grade}`}
      </p>
      <p>{words.days(dayText(listing.availableFrom, language), dayText(listing.availableTo, language))}</p>
      <p>{price === null ? words.openPrice : `${numberText(Number(price), language)} ${words.perKg}`}</p>
      {status === 'OPEN' && (
        <Link to="/listings/$listingId/matches" params={{ listingId: listing.id }} className={buttonClass('secondary')}>
          {matching.whoFits}
        </Link>
      )}
      {status === 'OPEN' && (
        <Button kind="quiet" onClick={() => setAsked(true)}>
          {words.withdraw}
        </Button>
      )}
      {isAsked && (
        <Dialog title={words.withdrawSure} onClose={() => setAsked(false)}>
          <p>
            {name}: {words.withdrawWhy}
          </p>
          <Button
            kind="primary"
            onClick={() => {
              setAsked(false);
              onWithdraw();
            }}
          >
            {words.withdraw}
          </Button>
          <Button onClick={() => setAsked(false)}>{words.leaveIt}</Button>
        </Dialog>
      )}
    </ItemCard>
  );
}
