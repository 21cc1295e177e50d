import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { codeOf } from '../app/client';
import { useWords } from '../app/language';
import { Page } from '../app/page';
import { beginSession } from '../app/session';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Field } from '../design/field';
import { Notice } from '../design/notice';
import { SignIn } from './documents';
import { LoginField } from './login-field';
import styles from './sign-in.module.css';
import { sessionOf } from './signed-in';
import { identityWords } from './words';

export function SignInPage() {
  const words = useWords(identityWords);
  const { then = '/' } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [{ fetching, error }, signIn] = useMutation(SignIn);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { data } = await signIn({ login, password });
    if (!data) return;
    beginSession(sessionOf(data.signIn));
    await navigate({ to: then, replace: true });
  };

  return (
    <Page title={words.signIn} back="/">
      <Card>
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          {error && <Notice kind="bad" title={reasonOf(error, words)} />}
          <LoginField hint={words.loginHint} value={login} autoComplete="username" onChange={setLogin} />
          <Field
            label={words.password}
            type="password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            autoComplete="current-password"
            required
          />
          <Button kind="primary" type="submit" disabled={fetching}>
            {fetching ? words.waiting : words.signIn}
          </Button>
          <p className={styles.stays}>{words.stays}</p>
        </form>
      </Card>
      <p className={styles.other}>
        {words.noAccount} <Link to="/sign-up">{words.signUp}</Link>
      </p>
    </Page>
  );
}

function reasonOf(error: CombinedError, words: (typeof identityWords)['vi']): string {
  const code = codeOf(error);
  if (code === 'UNAUTHENTICATED') return words.wrong;
  if (code === 'RATE_LIMITED') return words.tooOften(Number(error.graphQLErrors[0]?.extensions['retryAfterSeconds']));
  return code === undefined ? words.unreachable : (error.graphQLErrors[0]?.message ?? words.unreachable);
}
