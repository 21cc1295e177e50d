import { useState } from 'react';
import { useMutation } from 'urql';
import { dayText } from '../app/amounts';
import { dayOf } from '../app/business-day';
import { useLanguage, useWords } from '../app/language';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Notice } from '../design/notice';
import { Select } from '../design/select';
import { PeopleOf, RemovePerson, SetPersonRole, WithdrawInvitation, type OrganizationRole } from './documents';
import { InviteForm } from './invite-form';
import styles from './people.module.css';
import { identityWords } from './words';

interface PeopleProps {
  readonly organizationId: string;
  readonly isOwner: boolean;
}

/** Who acts for the organization. An owner invites, gives roles, removes; the others see who is there. */
export function People({ organizationId, isOwner }: PeopleProps) {
  const words = useWords(identityWords);
  const { language } = useLanguage();
  const me = useSession()?.userId;
  const { data, askAgain } = useRemembered('my-people', PeopleOf, { organizationId });
  const [setting, setRole] = useMutation(SetPersonRole);
  const [removing, remove] = useMutation(RemovePerson);
  const [withdrawing, withdraw] = useMutation(WithdrawInvitation);
  const [leaving, setLeaving] = useState<string>();
  const error = setting.error ?? removing.error ?? withdrawing.error;
  const people = data?.organization?.people?.nodes ?? [];
  const invitations = data?.organization?.invitations ?? [];
  const roles = Object.entries(words.role).map(([value, label]) => ({ value, label }));
  const takeOut = async (userId: string) => {
    await remove({ userId });
    setLeaving(undefined);
    askAgain();
  };

  return (
    <Card>
      <h2 className={styles.title}>{words.people}</h2>
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
      <ul className={styles.people} aria-label={words.people}>
        {people.map(({ id, login, organizationRole }) => (
          <li key={id}>
            <span className={styles.login}>
              {login}
              {id === me && ` (${words.you})`}
            </span>
            {isOwner && id !== me ? (
              <>
                <Select
                  label={words.roleOf(login)}
                  value={organizationRole ?? 'READER'}
                  options={roles}
                  onChange={(role) => void setRole({ userId: id, role: role as OrganizationRole })}
                />
                {leaving === id ? (
                  <Button kind="primary" onClick={() => void takeOut(id)}>
                    {words.reallyRemove(login)}
                  </Button>
                ) : (
                  <Button kind="quiet" onClick={() => setLeaving(id)}>
                    {words.remove}
                  </Button>
                )}
              </>
            ) : (
              <span className={styles.role}>{organizationRole && words.role[organizationRole]}</span>
            )}
          </li>
        ))}
        {invitations.map(({ id, login, role, expiresAt }) => (
          <li key={id}>
            <span className={styles.login}>{login}</span>
            <span className={styles.role}>{words.invited(words.role[role], dayText(dayOf(expiresAt), language))}</span>
            <Button kind="quiet" onClick={() => void withdraw({ id }).then(askAgain)}>
              {words.withdrawInvitation}
            </Button>
          </li>
        ))}
      </ul>
      {isOwner && <InviteForm onInvited={askAgain} />}
    </Card>
  );
}
