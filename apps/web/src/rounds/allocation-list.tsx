import { lazy, Suspense, useState } from 'react';
import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useRemembered } from '../app/remembered';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button } from '../design/button';
import { Cards, ItemCard, Waiting } from '../design/card';
import { tonnesText, worthText } from './amounts';
import { Allocations, type Allocation } from './documents';
import styles from './rounds.module.css';
import { roundWords } from './words';

/** For people of an organization only. */
const OfferRound = lazy(() => import('./offer-round').then((offer) => ({ default: offer.OfferRound })));

interface AllocationListProps {
  readonly roundId: string;
  /** They are of one's own organization, which may offer contracts on them. */
  readonly mayOffer: boolean;
}

/** Who delivers how much to whom, at which price; of a round's own order. */
export function AllocationList({ roundId, mayOffer }: AllocationListProps) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return (
    <>
      {['', ...cursors].map((after, at) => (
        <Portion
          key={after}
          roundId={roundId}
          mayOffer={mayOffer}
          after={after}
          onMore={at === cursors.length ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </>
  );
}

interface PortionProps extends AllocationListProps {
  readonly after: string;
  readonly onMore: ((cursor: string) => void) | undefined;
}

function Portion({ roundId, mayOffer, after, onMore }: PortionProps) {
  const words = useWords(roundWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const variables = { id: roundId, after: after === '' ? null : after };
  const answer = useRemembered(`allocations/${roundId}/${after}`, Allocations, variables);
  const page = answer.data?.matchingRound?.allocations;
  if (!page)
    return (
      <>
        {answer.isWaiting && <Waiting label={loading} rows={3} />}
        {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      </>
    );
  const { endCursor, hasNextPage } = page.pageInfo;
  const title = words.allocations(numberText(page.totalCount, language));
  return (
    <>
      {after === '' && page.totalCount > 0 && <h2 className={styles.heading}>{title}</h2>}
      {after === '' && mayOffer && page.nodes[0] && (
        <Suspense>
          <OfferRound roundId={roundId} example={page.nodes[0]} />
        </Suspense>
      )}
      <Cards label={title}>
        {page.nodes.map((allocation) => (
          <AllocationCard key={`${allocation.listing.id} ${allocation.demand.id}`} allocation={allocation} />
        ))}
      </Cards>
      {onMore && hasNextPage && endCursor != null && <Button onClick={() => onMore(endCursor)}>{words.more}</Button>}
    </>
  );
}

function AllocationCard({ allocation }: { readonly allocation: Allocation }) {
  const words = useWords(roundWords);
  const { language } = useLanguage();
  const { listing, demand, quantityKg, priceVndPerKg, surplusVnd } = allocation;
  const { commodity, variety, organization, province } = listing;
  return (
    <ItemCard
      title={<strong>{[nameIn(language, commodity), variety].filter(Boolean).join(' ')}</strong>}
      tag={<strong>{tonnesText(Number(quantityKg), language)}</strong>}
    >
      <p>
        {words.way(organization.name, nameIn(language, province), demand.buyer.name, nameIn(language, demand.province))}
      </p>
      <p>{words.price(numberText(Number(priceVndPerKg), language), worthText(surplusVnd, language))}</p>
    </ItemCard>
  );
}
