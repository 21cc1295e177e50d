import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { Select } from '../design/select';
import { InvitePerson, type OrganizationRole } from './documents';
import { LoginField } from './login-field';
import styles from './sign-in.module.css';
import { identityWords } from './words';

/** Its code is shown once, to be handed to the one who is invited. */
export function InviteForm({ onInvited }: { readonly onInvited: () => void }) {
  const words = useWords(identityWords);
  const [{ data, fetching, error }, invite] = useMutation(InvitePerson);
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<OrganizationRole>('TRADER');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { data: invited } = await invite({ login: login.trim(), role });
    if (!invited) return;
    setLogin('');
    onInvited();
  };
  const token = data?.invitePerson.token;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <h3>{words.invite}</h3>
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
      {token && (
        <Notice kind="good" icon="check" title={words.handOver(data.invitePerson.login)}>
          <code className={styles.code}>{token}</code>
        </Notice>
      )}
      <LoginField value={login} autoComplete="off" onChange={setLogin} />
      <Select
        label={words.roleLabel}
        value={role}
        options={Object.entries(words.role).map(([value, label]) => ({ value, label }))}
        onChange={(chosen) => setRole(chosen as OrganizationRole)}
      />
      <Button type="submit" disabled={fetching}>
        {words.invite}
      </Button>
    </form>
  );
}
