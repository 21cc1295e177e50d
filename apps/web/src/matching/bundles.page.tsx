import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { dayText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Empty, Waiting } from '../design/card';
import { Chips } from '../design/chips';
import { BundleShares } from './bundle-shares';
import { BundlesOfDemand, type Bundle, type BundledDemand } from './documents';
import styles from './matches.module.css';
import { matchingWords } from './words';

/** Sellers who fill a demand together: which of the best, who gives how much at which price, and an offer to each. */
export function BundlesPage() {
  const words = useWords(matchingWords);
  const { loading } = useWords(consoleWords);
  const { postingId } = useParams({ from: '/signed-in/demands/$postingId/bundles' });
  const answer = useRemembered(`bundles/${postingId}`, BundlesOfDemand, { postingId });
  const demand = answer.data?.demand;
  return (
    <Page title={words.bundles} back="/demands">
      {answer.isWaiting && <Waiting label={loading} rows={4} />}
      {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      {demand === null && <Empty title={words.of.DEMAND.notThere} />}
      {demand && <Bundles demand={demand} />}
    </Page>
  );
}

function Bundles({ demand }: { readonly demand: BundledDemand }) {
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState('0');
  const { bundles, commodity, variety, remainingKg, status } = demand;
  const bundle = bundles[Number(chosen)] ?? bundles[0];
  return (
    <>
      <p className={styles.what}>
        {[nameIn(language, commodity), variety].filter(Boolean).join(' ')},{' '}
        {quantityText(remainingKg, commodity, language)} · {dayText(demand.deliverFrom, language)} –{' '}
        {dayText(demand.deliverTo, language)}
      </p>
      {status !== 'OPEN' && <Empty title={words.of.DEMAND.notOpen} />}
      {status === 'OPEN' && bundles.length === 0 && <Empty title={words.noBundle} />}
      {bundles.length > 1 && (
        <Chips
          name="bundle"
          label={words.bundles}
          columns={3}
          chosen={[chosen]}
          onChoose={setChosen}
          chips={bundles.map(({ score, suppliers }, at) => ({
            value: String(at),
            label: (
              <span>
                {words.bundle(at + 1)}
                <small className={styles.small}>
                  {words.sellers(suppliers.length)} · {words.of100(Math.round(score * 100))}
                </small>
              </span>
            ),
          }))}
        />
      )}
      {bundle && <BundleShares key={keyOf(bundle)} demand={demand} bundle={bundle} />}
    </>
  );
}

/** What was typed stays while the bundle is the same. */
const keyOf = ({ suppliers }: Bundle): string =>
  suppliers.map(({ listing, quantityKg }) => `${listing.id}:${quantityKg}`).join(' ');
