import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Cards, Empty, Waiting } from '../design/card';
import { OfferDialog } from '../contracts/offer-dialog';
import { MatchesOfListing, type Match, type MatchedListing } from './documents';
import { MatchCard } from './match-card';
import styles from './matches.module.css';
import { matchingWords } from './words';

/** totalCount is exact up to here. */
const COUNTED = 500;

export function MatchesPage() {
  const words = useWords(matchingWords);
  const { loading } = useWords(consoleWords);
  const { listingId } = useParams({ from: '/signed-in/listings/$listingId/matches' });
  const answer = useRemembered(`matches/${listingId}`, MatchesOfListing, { listingId });
  return (
    <Page title={words.title} back="/listings">
      {answer.isWaiting && <Waiting label={loading} rows={4} />}
      {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      {answer.data?.listing === null && <Empty title={words.notThere} />}
      {answer.data?.listing && <Matches listing={answer.data.listing} />}
    </Page>
  );
}

function Matches({ listing }: { readonly listing: MatchedListing }) {
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  const [offered, setOffered] = useState<Match | null>(null);
  const { commodity, matches, remainingKg, status, variety } = listing;
  const name = [nameIn(language, commodity), variety].filter(Boolean).join(' ');
  return (
    <>
      <p className={styles.what}>
        {name}, {quantityText(remainingKg, commodity, language)}
      </p>
      {status !== 'OPEN' && <Empty title={words.notOpen} />}
      {status === 'OPEN' && matches.totalCount === 0 && <Empty title={words.nobody} />}
      {matches.totalCount > 0 && <p>{words.fits(matches.totalCount, matches.totalCount >= COUNTED)}</p>}
      <Cards label={words.title}>
        {matches.nodes.map((match) => (
          <MatchCard key={match.demand.id} match={match} unit={commodity} onOffer={() => setOffered(match)} />
        ))}
      </Cards>
      {offered && (
        <OfferDialog key={offered.demand.id} listing={listing} match={offered} onClose={() => setOffered(null)} />
      )}
    </>
  );
}
