import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { buttonClass } from '../design/button';
import { Cards, Empty, Waiting } from '../design/card';
import { Foot } from '../design/foot';
import { OfferDialog } from '../contracts/offer-dialog';
import type { PostingKind } from '../market/posting';
import { Compared } from './compared';
import { MOST_COMPARED, namedIn, nameThem } from './comparison';
import { MatchesOfDemand, MatchesOfListing, type Match, type MatchedPosting } from './documents';
import { MatchCard } from './match-card';
import styles from './matches.module.css';
import { matchingWords } from './words';

/** totalCount is exact up to here. */
const COUNTED = 500;

export const MatchesOfListingPage = () => <MatchesPage kind="LISTING" />;
export const MatchesOfDemandPage = () => <MatchesPage kind="DEMAND" />;

const OF = { LISTING: MatchesOfListing, DEMAND: MatchesOfDemand } as const;
const PLACES = { LISTING: '/listings/$postingId/matches', DEMAND: '/demands/$postingId/matches' } as const;
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
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  const { compare } = useSearch({ strict: false });
  const [offered, setOffered] = useState<Match | null>(null);
  const { commodity, matches, remainingKg, status, variety } = posting;
  const name = [nameIn(language, commodity), variety].filter(Boolean).join(' ');
  const compared = namedIn(compare, matches.nodes);
  const [picked, setPicked] = useState<readonly string[]>(compared.map(({ other }) => other.id));
  const pick = (id: string, isPicked: boolean) =>
    setPicked(isPicked ? [...picked, id] : picked.filter((one) => one !== id));
  const here = { to: PLACES[kind], params: { postingId: posting.id } } as const;
  return (
    <>
      <p className={styles.what}>
        {name}, {quantityText(remainingKg, commodity, language)}
      </p>
      {status !== 'OPEN' && <Empty title={words.of[kind].notOpen} />}
      {status === 'OPEN' && matches.totalCount === 0 && <Empty title={words.of[kind].nobody} />}
      {compared.length > 1 && (
        <>
          <Link {...here} search={{}} className={buttonClass('quiet')}>
            {words.toTheList}
          </Link>
          <Compared kind={kind} posting={posting} matches={compared} onOffer={setOffered} />
        </>
      )}
      {compared.length < 2 && matches.totalCount > 0 && (
        <>
          <p>{words.of[kind].fits(matches.totalCount, matches.totalCount >= COUNTED)}</p>
          {kind === 'DEMAND' && matches.totalCount > 1 && (
            <Link
              to="/demands/$postingId/bundles"
              params={{ postingId: posting.id }}
              className={buttonClass('secondary')}
            >
              {words.findBundles}
            </Link>
          )}
          <Cards label={words.of[kind].title}>
            {matches.nodes.map((match) => (
              <MatchCard
                key={match.other.id}
                kind={kind}
                match={match}
                unit={commodity}
                isPicked={picked.includes(match.other.id)}
                isLeftOut={picked.length >= MOST_COMPARED && !picked.includes(match.other.id)}
                onPick={(isPicked) => pick(match.other.id, isPicked)}
                onOffer={() => setOffered(match)}
              />
            ))}
          </Cards>
        </>
      )}
      {compared.length < 2 && picked.length > 0 && (
        <Foot>
          {picked.length === 1 ? (
            <p className={styles.hint}>{words.pickAnother}</p>
          ) : (
            <Link {...here} search={{ compare: nameThem(picked) }} className={buttonClass('primary')}>
              {words.compareThem(picked.length)}
            </Link>
          )}
        </Foot>
      )}
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
