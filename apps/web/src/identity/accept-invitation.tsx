import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { changeSession } from '../app/session';
import { Button } from '../design/button';
import { Field } from '../design/field';
import { Notice } from '../design/notice';
import { AcceptInvitationOf } from './documents';
import styles from './sign-in.module.css';
import { personOf } from './signed-in';
import { identityWords } from './words';

/** By the code that was handed over; it is good for the login that was invited alone. */
export function AcceptInvitation({ label, hint }: { readonly label: string; readonly hint: string }) {
  const words = useWords(identityWords);
  const [{ fetching, error }, accept] = useMutation(AcceptInvitationOf);
  const [token, setToken] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { data } = await accept({ token: token.trim() });
    if (data) changeSession(personOf(data.acceptInvitation));
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
      <Field
        label={words.code}
        hint={hint}
        value={token}
        autoComplete="off"
        autoCapitalize="none"
        required
        onChange={({ target }) => setToken(target.value)}
      />
      <Button type="submit" disabled={fetching}>
        {label}
      </Button>
    </form>
  );
}
