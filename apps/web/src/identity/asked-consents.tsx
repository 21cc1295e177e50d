import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { useRemembered } from '../app/remembered';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Notice } from '../design/notice';
import { Consents, GiveConsent, WithdrawConsent } from './documents';
import styles from './sign-in.module.css';
import { identityWords } from './words';

/** Nothing is agreed to by silence, and what was agreed to can be taken back. */
export function AskedConsents() {
  const words = useWords(identityWords);
  const { data, askAgain } = useRemembered('consents', Consents, {});
  const [giving, give] = useMutation(GiveConsent);
  const [takingBack, takeBack] = useMutation(WithdrawConsent);
  const error = giving.error ?? takingBack.error;
  return data?.consents.map(({ purpose, given, text, textVersion }) => (
    <Card key={purpose}>
      <div className={styles.form}>
        <h2>{words.consent[purpose]}</h2>
        {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
        <p>{text}</p>
        <p role="status">{given ? words.given : words.notGiven}</p>
        <Button
          onClick={() => void (given ? takeBack({ purpose }) : give({ purpose, textVersion })).then(askAgain)}
          disabled={giving.fetching || takingBack.fetching}
        >
          {given ? words.takeBack : words.give}
        </Button>
      </div>
    </Card>
  ));
}
