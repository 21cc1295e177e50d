import { dayText, numberText, quantityText, type TradeUnit } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Bar } from '../design/bar';
import { Button } from '../design/button';
import { ItemCard } from '../design/card';
import { Tag } from '../design/tag';
import type { PostingKind } from '../market/posting';
import type { Match } from './documents';
import styles from './matches.module.css';
import { matchingWords } from './words';

const howWell = (score: number) => (score >= 0.75 ? 'VERY' : score >= 0.5 ? 'WELL' : 'SO_SO');

interface MatchCardProps {
  /** Of what it is a match. */
  readonly kind: PostingKind;
  readonly match: Match;
  readonly unit: TradeUnit;
  readonly onOffer: () => void;
}

/** How well in words first, then what it is, then why. */
export function MatchCard({ kind, match, unit, onOffer }: MatchCardProps) {
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  const { other, score, quantityKg } = match;
  const degree = howWell(score);
  const price = other.priceVndPerKg;
  return (
    <ItemCard
      title={<h2>{other.organization.name}</h2>}
      tag={
        <Tag kind={degree === 'SO_SO' ? 'plain' : 'good'}>
          {words.howWell[degree]} · {words.of100(Math.round(score * 100))}
        </Tag>
      }
    >
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
      <Button onClick={onOffer}>{words.offer}</Button>
    </ItemCard>
  );
}

/** What it is made of, what counts most first: a word, a bar and a sentence each. */
function Parts({ match: { parts } }: { readonly match: Match }) {
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  const points = (share: number) => (share * 100).toLocaleString(language, { maximumFractionDigits: 1 });
  return (
    <ul className={styles.parts}>
      {parts
        .toSorted((a, b) => b.value * b.weight - a.value * a.weight)
        .map(({ criterion, value, weight, reason }) => (
          <li key={criterion} className={styles.part}>
            <div>
              <strong>{words.criterion[criterion]}</strong>
              <small>{words.counts(points(value * weight), points(weight))}</small>
            </div>
            <Bar share={value} />
            <p>{reason}</p>
          </li>
        ))}
    </ul>
  );
}
