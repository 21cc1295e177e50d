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
import type { PostingKind } from '../market/posting';
import { MatchesOfDemand, MatchesOfListing, type Match, type MatchedPosting } from './documents';
import { MatchCard } from './match-card';
import styles from './matches.module.css';
import { matchingWords } from './words';

/** totalCount is exact up to here. */
const COUNTED = 500;

export const MatchesOfListingPage = () => <MatchesPage kind="LISTING" />;
export const MatchesOfDemandPage = () => <MatchesPage kind="DEMAND" />;

const OF = { LISTING: MatchesOfListing, DEMAND: MatchesOfDemand } as const;
const LISTS = { LISTING: '/listings', DEMAND: '/demands' } as const;

function MatchesPage({ kind }: { readonly kind: PostingKind }) {
  const words = useWords(matchingWords).of[kind];
  const { loading } = useWords(consoleWords);
  const { postingId = '' } = useParams({ strict: false });
  const answer = useRemembered(`matches/${kind}/${postingId}`, OF[kind], { postingId });
  return (
    <Page title={words.title} back={LISTS[kind]}>
      {answer.isWaiting && <Waiting label={loading} rows={4} />}
      {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      {answer.data?.posting === null && <Empty title={words.notThere} />}
      {answer.data?.posting && <Matches kind={kind} posting={answer.data.posting} />}
    </Page>
  );
}

interface MatchesProps {
  readonly kind: PostingKind;
  readonly posting: MatchedPosting;
}

function Matches({ kind, posting }: MatchesProps) {
  const words = useWords(matchingWords).of[kind];
  const { language } = useLanguage();
  const [offered, setOffered] = useState<Match | null>(null);
  const { commodity, matches, remainingKg, status, variety } = posting;
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
          <MatchCard
            key={match.other.id}
            kind={kind}
            match={match}
            unit={commodity}
            onOffer={() => setOffered(match)}
          />
        ))}
      </Cards>
      {offered && (
        <OfferDialog
          key={offered.other.id}
          kind={kind}
          posting={posting}
          match={offered}
          onClose={() => setOffered(null)}
        />
      )}
    </>
  );
}
