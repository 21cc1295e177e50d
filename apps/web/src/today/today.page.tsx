import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMutation } from 'urql';
import { quantityText } from '../app/amounts';
import { today } from '../app/business-day';
import { graphql } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { endSession, useMayTrade, useSession, type Session } from '../app/session';
import { consoleWords } from '../app/words';
import { isUnderWay, MyContracts, waitsFor } from '../contracts/documents';
import { contractWords } from '../contracts/words';
import { Bar } from '../design/bar';
import { Button, buttonClass } from '../design/button';
import { Card } from '../design/card';
import { Notice } from '../design/notice';
import { mainKindOf, useOwnPostings } from '../market/own-postings';
import { useUnsent } from '../market/posting-outbox';
import { marketWords } from '../market/words';
import { matchingWords } from '../matching/words';
import { CountryReadings } from '../participation/readings';
import styles from './today.module.css';
import { todayWords } from './words';

const WaitingCount = lazy(() => import('../desk/waiting-count').then((room) => ({ default: room.WaitingCount })));

const Allotted = lazy(() => import('../rounds/allotted').then((room) => ({ default: room.Allotted })));

const SHOWN_DEMANDS = 3;

export function TodayPage() {
  const words = useWords(todayWords);
  const { part } = useWords(consoleWords);
  const session = useSession();
  return (
    <Page title={session?.organization?.name ?? (session ? words.today : words.welcome)}>
      {session?.organization && <ToTrade organization={session.organization} />}
      {session && session.role !== 'TRADER' && (
        <Link to="/desk" className={buttonClass('secondary')}>
          {part.desk}
          <Suspense>
            <WaitingCount />
          </Suspense>
        </Link>
      )}
      {session?.role === 'TRADER' && !session.organization && (
        <Link to="/organization" className={buttonClass('primary')}>
          {words.chooseOrganization}
        </Link>
      )}
      {session?.role === 'ADMINISTRATOR' && (
        <Link to="/administration" className={buttonClass('secondary')}>
          {words.administration}
        </Link>
      )}
      {!session && (
        <>
          <p>{words.about}</p>
          <Link to="/sign-in" className={buttonClass('primary')}>
            {words.signIn}
          </Link>
          <Link to="/sign-up" className={buttonClass('secondary')}>
            {words.signUp}
          </Link>
        </>
      )}
      <CountryReadings />
      {session && session.role !== 'TRADER' && (
        <Link to="/imports" className={buttonClass('secondary')}>
          {words.imports}
        </Link>
      )}
      {session && <Leave session={session} />}
    </Page>
  );
}

interface ToTradeProps {
  readonly organization: NonNullable<Session['organization']>;
}

/** What to do now, for who sells and for who buys: the other of the two below, since everybody may do both. */
function ToTrade({ organization }: ToTradeProps) {
  const words = useWords(todayWords);
  const market = useWords(marketWords);
  const { part } = useWords(consoleWords);
  const contracts = useWords(contractWords);
  const unsent = useUnsent();
  const own = useRemembered('my-contracts', MyContracts, { organizationId: organization.id });
  const mine = own.data?.contracts.nodes ?? [];
  const toAnswer = mine.filter((contract) => waitsFor(contract, organization.id)).length;
  const underWay = mine.filter((contract) => isUnderWay(contract, today())).length;
  const isBuyer = mainKindOf(organization) === 'DEMAND';
  const mayTrade = useMayTrade();
  return (
    <>
      {!mayTrade && <p>{words.onlyLooks}</p>}
      {toAnswer > 0 && (
        <Link to="/contracts" className={styles.urgent}>
          {contracts.toAnswer(toAnswer)}
        </Link>
      )}
      {unsent.length > 0 && <Notice kind="warn" icon="clock" title={market.waitingTitle(unsent.length)} />}
      {mayTrade && (
        <Link to={isBuyer ? '/demands/new' : '/listings/new'} className={buttonClass('primary')}>
          {isBuyer ? part.postDemand : part.listProduce}
        </Link>
      )}
      {isBuyer ? <OpenDemands /> : <OpenListings />}
      <Suspense>
        <Allotted />
      </Suspense>
      {underWay > 0 && (
        <Card>
          <Link to="/contracts" className={styles.row}>
            {contracts.underWay(underWay)}
          </Link>
        </Card>
      )}
      <Link to={isBuyer ? '/listings' : '/demands'} className={buttonClass('quiet')}>
        {isBuyer ? part.myListings : part.myDemands}
      </Link>
    </>
  );
}

function OpenListings() {
  const words = useWords(todayWords);
  const { data } = useOwnPostings('LISTING');
  const open = data?.postings.nodes.filter(({ status }) => status === 'OPEN').length ?? 0;
  return (
    <Card>
      <Link to="/listings" className={styles.row}>
        {open === 0 ? words.noneOpen : words.openListings(open)}
      </Link>
    </Card>
  );
}

/** Each leads to who fits it. */
function OpenDemands() {
  const words = useWords(todayWords);
  const market = useWords(marketWords);
  const matching = useWords(matchingWords);
  const { language } = useLanguage();
  const { data } = useOwnPostings('DEMAND');
  const open = data?.postings.nodes.filter(({ status }) => status === 'OPEN') ?? [];
  return (
    <Card>
      {open.slice(0, SHOWN_DEMANDS).map(({ id, commodity, variety, remainingKg, quantityKg }) => (
        <Link key={id} to="/demands/$postingId/matches" params={{ postingId: id }} className={styles.demand}>
          <strong>{[nameIn(language, commodity), variety].filter(Boolean).join(' ')}</strong>
          <span>
            {market.remaining(
              quantityText(remainingKg, commodity, language),
              quantityText(quantityKg, commodity, language),
            )}
          </span>
          {Number(remainingKg) < Number(quantityKg) && <Bar share={1 - Number(remainingKg) / Number(quantityKg)} />}
          <small>{matching.of.DEMAND.whoFits}</small>
        </Link>
      ))}
      <Link to="/demands" className={styles.row}>
        {open.length === 0 ? words.noDemandOpen : words.openDemands(open.length)}
      </Link>
    </Card>
  );
}

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);

function Leave({ session }: { readonly session: Session }) {
  const words = useWords(todayWords);
  const unsent = useUnsent();
  const [, signOut] = useMutation(SignOut);
  return (
    <div className={styles.leave}>
      <p>{words.asWho(session.login)}</p>
      {session.organization && <Link to="/organization">{words.profile}</Link>}
      <Link to="/account">{words.account}</Link>
      {unsent.length > 0 && <p>{words.stillUnsent}</p>}
      <Button kind="quiet" onClick={() => void signOut({}).finally(endSession)}>
        {words.signOut}
      </Button>
    </div>
  );
}
