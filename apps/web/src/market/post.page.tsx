import { useNavigate, useParams } from '@tanstack/react-router';
import { today } from '../app/business-day';
import { useLanguage, useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useMayTrade } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Empty, Waiting } from '../design/card';
import { MarketBasics } from './documents';
import { useOwnPostings } from './own-postings';
import { contentOf, type PostingKind } from './posting';
import { draftOf, EMPTY_DRAFT } from './posting-draft';
import { PostingForm } from './posting-form';
import { marketWords } from './words';

export const ListProducePage = () => <PostPage kind="LISTING" />;
export const PostDemandPage = () => <PostPage kind="DEMAND" />;

const LISTS = { LISTING: '/listings', DEMAND: '/demands' } as const;

/** A new posting, or one's own that is changed, where the address names it. */
function PostPage({ kind }: { readonly kind: PostingKind }) {
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const { loading, part } = useWords(consoleWords);
  const { postingId = null } = useParams({ strict: false });
  const navigate = useNavigate();
  const isForMe = useMayTrade();
  const basics = useRemembered('market-basics', MarketBasics, {});
  const own = useOwnPostings(kind);
  const changed = own.data?.postings.nodes.find(({ id }) => id === postingId);
  const isKnown = postingId === null || changed !== undefined;
  const title = kind === 'LISTING' ? part.listProduce : part.postDemand;
  return (
    <Page title={postingId === null ? title : words.of[kind].change} back={postingId === null ? '/' : LISTS[kind]}>
      {!isForMe && <Empty title={words.forTraders} />}
      {(basics.isWaiting || (!isKnown && own.isWaiting)) && <Waiting label={loading} rows={4} />}
      {basics.isMissing && <Unreachable onAskAgain={basics.askAgain} />}
      {!isKnown && own.data && <Empty title={words.of[kind].notThere} />}
      {isForMe && isKnown && basics.data && (
        <PostingForm
          written={{ kind, id: postingId }}
          start={changed ? draftOf(contentOf(changed), changed.commodity, language) : EMPTY_DRAFT}
          basics={basics.data}
          own={own.data?.postings.nodes ?? []}
          day={today()}
          onSent={() => void navigate({ to: LISTS[kind] })}
        />
      )}
    </Page>
  );
}
