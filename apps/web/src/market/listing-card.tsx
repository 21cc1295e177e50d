import { useRef } from 'react';
import { dayText, numberText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Button } from '../design/button';
import { Tag } from '../design/tag';
import type { OwnListing } from './documents';
import styles from './listing-card.module.css';
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
  const { language } = useLanguage();
  const sure = useRef<HTMLDialogElement>(null);
  const { commodity, variety, grade, status, askPriceVndPerKg: price } = listing;
  const name = [language === 'vi' ? commodity.nameVi : commodity.nameEn, variety].filter(Boolean).join(' ');
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <strong>{name}</strong>
        <Tag kind={KINDS[status]}>{words.status[status]}</Tag>
      </div>
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
        <Button kind="quiet" onClick={() => sure.current?.showModal()}>
          {words.withdraw}
        </Button>
      )}
      <dialog ref={sure} className={styles.sure} aria-labelledby={`sure-${listing.id}`}>
        <h2 id={`sure-${listing.id}`}>{words.withdrawSure}</h2>
        <p>
          {name}: {words.withdrawWhy}
        </p>
        <Button
          kind="primary"
          onClick={() => {
            sure.current?.close();
            onWithdraw();
          }}
        >
          {words.withdraw}
        </Button>
        <Button onClick={() => sure.current?.close()}>{words.leaveIt}</Button>
      </dialog>
    </li>
  );
}
