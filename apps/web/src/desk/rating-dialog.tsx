import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { today } from '../app/business-day';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useLanguage, useWords } from '../app/language';
import { SendOrLeave } from '../contracts/send-or-leave';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { registryWords } from '../registry/words';
import styles from './desk.module.css';
import { RateOrganization, type Managed } from './documents';
import { bandOf, scoreIn, yearToRate } from './score';
import { deskWords } from './words';

interface RatingDialogProps {
  readonly organization: Managed;
  readonly onRated: () => void;
  readonly onClose: () => void;
}

/** The points of a year, and what they make of it. */
export function RatingDialog({ organization, onRated, onClose }: RatingDialogProps) {
  const words = useWords(deskWords);
  const { band } = useWords(registryWords);
  const { language } = useLanguage();
  const keyOf = useKeyOf();
  const [{ fetching, error }, rate] = useMutation(RateOrganization);
  const [yearText, setYear] = useState(String(yearToRate(today())));
  const [points, setPoints] = useState('');
  const [hasTried, setTried] = useState(false);
  const year = /^\d{4}$/.test(yearText) && yearText <= today().slice(0, 4) ? Number(yearText) : null;
  const score = scoreIn(points, language);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (year === null || score === null) return;
    const rating = { id: organization.id, year, score };
    const { data } = await rate(rating, askingOnce(keyOf(rating)));
    if (data) onRated();
  };

  return (
    <Dialog title={words.rateTitle(organization.name)} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Field
          label={words.year}
          inputMode="numeric"
          maxLength={4}
          value={yearText}
          fault={hasTried && year === null ? words.wrongYear : undefined}
          onChange={({ target }) => setYear(target.value)}
        />
        <Field
          label={words.points}
          hint={words.pointsHint}
          inputMode="decimal"
          autoComplete="off"
          value={points}
          fault={hasTried && score === null ? words.wrongPoints : undefined}
          onChange={({ target }) => setPoints(target.value)}
        />
        <p role="status">
          {score !== null && year !== null && (
            <>
              <span className={styles.band}>{band[bandOf(Number(score))]}</span>. {words.ratingIs(year)}
            </>
          )}
        </p>
        <SendOrLeave label={words.rate} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
