import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { Page } from '../app/page';
import { beginSession } from '../app/session';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Field } from '../design/field';
import { Notice } from '../design/notice';
import { SignUp } from './documents';
import { LoginField } from './login-field';
import styles from './sign-in.module.css';
import { sessionOf } from './signed-in';
import { identityWords, PASSWORD_MIN } from './words';

/** A person first; the organization comes next. */
export function SignUpPage() {
  const words = useWords(identityWords);
  const navigate = useNavigate();
  const [{ fetching, error }, signUp] = useMutation(SignUp);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [hasTried, setTried] = useState(false);
  const isShort = password.length < PASSWORD_MIN;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isShort) return;
    const { data } = await signUp({ login: login.trim(), password });
    if (!data) return;
    beginSession(sessionOf(data.signUp));
    await navigate({ to: '/organization', replace: true });
  };

  return (
    <Page title={words.signUp} back="/">
      <Card>
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
          <LoginField hint={words.newLoginHint} value={login} autoComplete="username" onChange={setLogin} />
          <Field
            label={words.password}
            hint={words.passwordHint}
            fault={hasTried && isShort ? words.tooShort : undefined}
            type="password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            autoComplete="new-password"
            maxLength={128}
            required
          />
          <Button kind="primary" type="submit" disabled={fetching}>
            {words.signUp}
          </Button>
        </form>
      </Card>
      <p className={styles.other}>
        {words.hasAccount} <Link to="/sign-in">{words.signIn}</Link>
      </p>
    </Page>
  );
}
