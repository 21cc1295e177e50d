import { Link } from '@tanstack/react-router';
import { useMutation } from 'urql';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { endSession, useSession, type Session } from '../app/session';
import { consoleWords } from '../app/words';
import { MyContracts, waitsFor } from '../contracts/documents';
import { contractWords } from '../contracts/words';
import { Button, buttonClass } from '../design/button';
import { Card } from '../design/card';
import { Notice } from '../design/notice';
import { MyListings } from '../market/documents';
import { useUnsent } from '../market/listing-outbox';
import { marketWords } from '../market/words';
import { CountryReadings } from '../participation/readings';
import styles from './today.module.css';
import { todayWords } from './words';

export function TodayPage() {
  const words = useWords(todayWords);
  const session = useSession();
  return (
    <Page title={session?.organization?.name ?? (session ? words.today : words.welcome)}>
      {session?.organization && <ToSell organizationId={session.organization.id} />}
      {session?.role === 'TRADER' && !session.organization && (
        <Link to="/organization" className={buttonClass('primary')}>
          {words.chooseOrganization}
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
      {session && <Leave session={session} />}
    </Page>
  );
}

function ToSell({ organizationId }: { readonly organizationId: string }) {
  const words = useWords(todayWords);
  const market = useWords(marketWords);
  const { part } = useWords(consoleWords);
  const contracts = useWords(contractWords);
  const unsent = useUnsent();
  const { data } = useRemembered('my-listings', MyListings, { organizationId });
  const own = useRemembered('my-contracts', MyContracts, { organizationId });
  const toAnswer = own.data?.contracts.nodes.filter((contract) => waitsFor(contract, organizationId)).length ?? 0;
  const open = data?.listings.nodes.filter(({ status }) => status === 'OPEN').length ?? 0;
  return (
    <>
      {toAnswer > 0 && (
        <Link to="/contracts" className={styles.urgent}>
          {contracts.toAnswer(toAnswer)}
        </Link>
      )}
      {unsent.length > 0 && <Notice kind="warn" icon="clock" title={market.waitingTitle(unsent.length)} />}
      <Link to="/listings/new" className={buttonClass('primary')}>
        {part.listProduce}
      </Link>
      <Card>
        <Link to="/listings" className={styles.row}>
          {open === 0 ? words.noneOpen : words.openListings(open)}
        </Link>
      </Card>
    </>
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
