import type { ReactNode } from 'react';
import { numberText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useMayTrade } from '../app/session';
import { Bar } from '../design/bar';
import { Button } from '../design/button';
import { Tag } from '../design/tag';
import type { PostingKind } from '../market/posting';
import styles from './compared.module.css';
import { bestOf, rowsOf } from './comparison';
import type { Match, MatchedPosting } from './documents';
import { pointsText } from './points';
import { ScoreTag } from './score-tag';
import { matchingWords } from './words';

interface ComparedProps {
  readonly kind: PostingKind;
  readonly posting: MatchedPosting;
  readonly matches: readonly Match[];
  readonly onOffer: (match: Match) => void;
}

/** Matches side by side: the same rows for all, the best of each marked by a word. On a phone the columns are swiped. */
export function Compared({ kind, posting, matches, onOffer }: ComparedProps) {
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  const mayTrade = useMayTrade();
  const { commodity, remainingKg } = posting;
  const bestScores = bestOf(matches.map(({ score }) => score));
  const bestLots = bestOf(matches.map(({ quantityKg }) => Number(quantityKg)));
  return (
    <div className={styles.swiped} role="region" aria-label={words.compared} tabIndex={0} data-wide>
      <table className={styles.compared}>
        <thead>
          <tr>
            {matches.map(({ other, ...match }) => (
              <th key={other.id} scope="col">
                {other.organization.name}
                <small>
                  {nameIn(language, other.province)},{' '}
                  {words.kilometres(numberText(Math.round(match.distanceKm), language), match.distanceIsApproximate)}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <Row title={words.overall} columns={matches.length}>
          {matches.map(({ other, score }, at) => (
            <Cell key={other.id} said={<ScoreTag score={score} />} share={score} isBest={bestScores[at]} />
          ))}
        </Row>
        <Row title={words.quantity} columns={matches.length}>
          {matches.map(({ other, quantityKg }, at) => {
            const share = Number(quantityKg) / Number(remainingKg);
            const percent = `${numberText(Math.round(share * 100), language)}%`;
            const said = `${quantityText(quantityKg, commodity, language)}, ${words.of[kind].ofWhole(percent)}`;
            return <Cell key={other.id} said={said} share={share} isBest={bestLots[at]} />;
          })}
        </Row>
        {rowsOf(matches).map(({ criterion, weight, cells }) => (
          <Row key={criterion} title={words.criterion[criterion]} columns={matches.length}>
            {cells.map(({ part: { value, reason }, isBest }, at) => (
              <Cell
                key={matches[at]?.other.id}
                said={words.counts(pointsText(value * weight, language), pointsText(weight, language))}
                share={value}
                why={reason}
                isBest={isBest}
              />
            ))}
          </Row>
        ))}
        {mayTrade && (
          <tfoot>
            <tr>
              {matches.map((match) => (
                <td key={match.other.id}>
                  <Button onClick={() => onOffer(match)}>{words.offer}</Button>
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface RowProps {
  readonly title: string;
  readonly columns: number;
  readonly children: ReactNode;
}

/** Its title stands over all columns, where a thumb's swipe leaves it. */
const Row = ({ title, columns, children }: RowProps) => (
  <tbody>
    <tr>
      <th scope="rowgroup" colSpan={columns}>
        <span>{title}</span>
      </th>
    </tr>
    <tr>{children}</tr>
  </tbody>
);

interface CellProps {
  readonly said: ReactNode;
  /** 0..1 */
  readonly share: number;
  readonly why?: string;
  readonly isBest: boolean | undefined;
}

/** In words, by a bar, and why; the best by a word, not by a colour alone. */
function Cell({ said, share, why, isBest = false }: CellProps) {
  const words = useWords(matchingWords);
  return (
    <td>
      <div className={isBest ? styles.best : styles.said}>
        <span>{said}</span>
        {isBest && <Tag kind="good">{words.best}</Tag>}
      </div>
      <Bar share={share} />
      {why && <small>{why}</small>}
    </td>
  );
}
