import { dayText, numberText, quantityText, type TradeUnit } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useMayTrade } from '../app/session';
import { Bar } from '../design/bar';
import { Button } from '../design/button';
import { ItemCard } from '../design/card';
import { Check } from '../design/check';
import { ListingPhotos } from '../market/listing-photos';
import type { PostingKind } from '../market/posting';
import type { Match } from './documents';
import styles from './matches.module.css';
import { pointsText } from './points';
import { ScoreTag } from './score-tag';
import { matchingWords } from './words';

interface MatchCardProps {
  /** Of what it is a match. */
  readonly kind: PostingKind;
  readonly match: Match;
  readonly unit: TradeUnit;
  readonly isPicked: boolean;
  /** Enough others are picked to be compared. */
  readonly isLeftOut: boolean;
  readonly onPick: (isPicked: boolean) => void;
  readonly onOffer: () => void;
}

/** How well in words first, then what it is, then why. */
export function MatchCard({ kind, match, unit, isPicked, isLeftOut, onPick, onOffer }: MatchCardProps) {
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  const mayTrade = useMayTrade();
  const { other, score, quantityKg } = match;
  const price = other.priceVndPerKg;
  return (
    <ItemCard title={<h2>{other.organization.name}</h2>} tag={<ScoreTag score={score} />}>
      <ListingPhotos photos={other.photos ?? []} name={other.organization.name} />
      <p>
        {words.of[kind].lot(quantityText(quantityKg, unit, language))},{' '}
        {price === null ? words.openPrice : words.of[kind].price(numberText(Number(price), language))}
      </p>
      <p>
        {nameIn(language, other.province)},{' '}
        {words.kilometres(numberText(Math.round(match.distanceKm), language), match.distanceIsApproximate)} ·{' '}
        {dayText(other.from, language)} – {dayText(other.to, language)}
      </p>
      <details className={styles.why}>
        <summary>{words.why}</summary>
        <Parts match={match} />
      </details>
      <div className={styles.actions}>
        <Check label={words.compare} isChecked={isPicked} isDisabled={isLeftOut} onCheck={onPick} />
        {mayTrade && <Button onClick={onOffer}>{words.offer}</Button>}
      </div>
    </ItemCard>
  );
}

/** What it is made of, what counts most first: a word, a bar and a sentence each. */
function Parts({ match: { parts } }: { readonly match: Match }) {
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  return (
    <ul className={styles.parts}>
      {parts
        .toSorted((a, b) => b.value * b.weight - a.value * a.weight)
        .map(({ criterion, value, weight, reason }) => (
          <li key={criterion} className={styles.part}>
            <div>
              <strong>{words.criterion[criterion]}</strong>
              <small>{words.counts(pointsText(value * weight, language), pointsText(weight, language))}</small>
            </div>
            <Bar share={value} />
            <p>{reason}</p>
          </li>
        ))}
    </ul>
  );
}
