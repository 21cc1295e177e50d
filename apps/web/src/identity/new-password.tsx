import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { beginSession } from '../app/session';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Field } from '../design/field';
import { Notice } from '../design/notice';
import { ChangePassword } from './documents';
import styles from './sign-in.module.css';
import { sessionOf } from './signed-in';
import { identityWords, PASSWORD_MIN } from './words';

/** It ends every other session of the person. */
export function NewPassword() {
  const words = useWords(identityWords);
  const [{ fetching, error, data }, change] = useMutation(ChangePassword);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [hasTried, setTried] = useState(false);
  const isShort = newPassword.length < PASSWORD_MIN;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isShort) return;
    const { data: changed } = await change({ currentPassword, newPassword });
    if (!changed) return;
    beginSession(sessionOf(changed.changePassword));
    setCurrent('');
    setNew('');
    setTried(false);
  };
  return (
    <Card>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <h2>{words.newPasswordTitle}</h2>
        {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
        {data && <Notice kind="good" icon="check" title={words.passwordChanged} />}
        <Field
          label={words.currentPassword}
          type="password"
          value={currentPassword}
          autoComplete="current-password"
          required
          onChange={({ target }) => setCurrent(target.value)}
        />
        <Field
          label={words.newPassword}
          hint={words.passwordHint}
          fault={hasTried && isShort ? words.tooShort : undefined}
          type="password"
          value={newPassword}
          autoComplete="new-password"
          maxLength={128}
          required
          onChange={({ target }) => setNew(target.value)}
        />
        <p className={styles.stays}>{words.endsOthers}</p>
        <Button type="submit" disabled={fetching}>
          {words.newPasswordTitle}
        </Button>
      </form>
    </Card>
  );
}
