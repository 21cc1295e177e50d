import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Card } from '../design/card';
import { Fact, Facts } from '../design/facts';
import { gapText, tonnesText, worthText } from './amounts';
import type { Round } from './documents';
import styles from './rounds.module.css';
import { useScopeText } from './scope-text';
import { roundWords } from './words';

interface FindingProps {
  readonly round: Round;
  /** Only what is allotted to or of one's own organization is seen. */
  readonly isOwnPart: boolean;
}

/** What a solved round found, in a sentence, and over what. */
export function Finding({ round, isOwnPart }: FindingProps) {
  const words = useWords(roundWords);
  const { language } = useLanguage();
  const scopeOf = useScopeText();
  const { objectiveVnd, boundVnd, certificate, newlyParticipating, bonusCostVnd, inclusionBonusVnd } = round;
  if (objectiveVnd === null || boundVnd === null || !certificate) return null;
  const allottedKg = round.byProvince.reduce((sum, { suppliedKg }) => sum + Number(suppliedKg), 0);
  const worth = worthText(objectiveVnd, language);
  return (
    <Card>
      <div className={styles.parts}>
        {allottedKg > 0 ? (
          <>
            <h2>
              {isOwnPart
                ? words.ownPart(tonnesText(allottedKg, language))
                : words.found(tonnesText(allottedKg, language), worth)}
            </h2>
            <p>
              {Number(newlyParticipating) > 0 && `${words.newcomers(Number(newlyParticipating))} `}
              {certificate.gap === 0 ? words.noneBetter : words.atMostBelow(gapText(certificate.gap, language))}
            </p>
            <p className={styles.note}>{words.proposal}</p>
          </>
        ) : (
          <>
            <h2>{words.foundNothing}</h2>
            <p>{words.foundNothingWhy}</p>
          </>
        )}
        <Facts>
          <Fact term={words.scope}>
            {scopeOf(round)} · {words.transportOf(numberText(Number(round.transportCostVndPerKgKm), language))}
          </Fact>
          <Fact term={words.worth}>{worth}</Fact>
          <Fact term={words.bound}>{worthText(boundVnd, language)}</Fact>
          {Number(inclusionBonusVnd) > 0 && bonusCostVnd !== null && (
            <Fact term={words.bonusCost}>{worthText(bonusCostVnd, language)}</Fact>
          )}
          {Number(round.skippedListings) + Number(round.skippedDemands) > 0 && (
            <Fact term={words.skipped}>
              {words.skippedOf(Number(round.skippedListings), Number(round.skippedDemands))}
            </Fact>
          )}
        </Facts>
      </div>
    </Card>
  );
}
