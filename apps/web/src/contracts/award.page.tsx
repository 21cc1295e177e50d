import { useParams } from '@tanstack/react-router';
import { numberText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { currentSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Card, Cards, Empty, Waiting } from '../design/card';
import { Shade, ShareBar } from '../design/share-bar';
import styles from './award.module.css';
import { ContractCard } from './contract-card';
import { OneAward, type Award } from './documents';
import { contractWords } from './words';

/** What of an award still counts on: offered, or agreed. */
const COUNTS = ['SIGNED', 'COMPLETED', 'OFFERED'] as const;

/** What a buyer offered together to fill one demand, seen whole; a supplier sees its own contract and no more. */
export function AwardPage() {
  const words = useWords(contractWords);
  const { loading } = useWords(consoleWords);
  const { awardId } = useParams({ from: '/signed-in/awards/$awardId' });
  const answer = useRemembered(`award/${awardId}`, OneAward, { id: awardId });
  const organizationId = currentSession()?.organization?.id ?? '';
  const award = answer.data?.award;
  return (
    <Page title={words.award} back="/contracts">
      {answer.isWaiting && <Waiting label={loading} rows={4} />}
      {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      {award === null && <Empty title={words.noAward} />}
      {award && (
        <>
          <Shares award={award} />
          <Cards label={words.award}>
            {award.contracts.map((contract) => (
              <ContractCard key={contract.id} contract={contract} organizationId={organizationId} />
            ))}
          </Cards>
        </>
      )}
    </Page>
  );
}

/** How far the demand is filled by it: what is agreed first, then what is still offered. */
function Shares({ award: { demand, shares } }: { readonly award: Award }) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const { commodity, variety, quantityKg } = demand;
  const counting = COUNTS.flatMap((status) => shares.filter((share) => share.status === status));
  const others = shares.filter(({ status }) => !COUNTS.some((one) => one === status));
  const wholeKg = Number(quantityKg);
  const missingKg = wholeKg - counting.reduce((sum, share) => sum + Number(share.quantityKg), 0);
  return (
    <Card>
      <h2 className={styles.title}>
        {[nameIn(language, commodity), variety].filter(Boolean).join(' ')},{' '}
        {quantityText(quantityKg, commodity, language)}
      </h2>
      <ShareBar shares={counting.map((share) => Number(share.quantityKg) / wholeKg)} />
      <ul className={styles.shares}>
        {[...counting, ...others].map((share, at) => (
          <li key={share.status}>
            {at < counting.length ? <Shade at={at} /> : <span />}
            <span>
              <strong>{words.status[share.status]}</strong>: {words.contracts(share.contractCount)},{' '}
              {words.onAverage(
                quantityText(share.quantityKg, commodity, language),
                numberText(Math.round(Number(share.averagePriceVndPerKg)), language),
              )}
            </span>
          </li>
        ))}
      </ul>
      {missingKg > 0 && (
        <p className={styles.note}>{words.notInAward(quantityText(String(missingKg), commodity, language))}</p>
      )}
      <p className={styles.note}>{words.awardIs}</p>
    </Card>
  );
}
