import { useState } from 'react';
import { useWords } from '../app/language';
import { changeSession } from '../app/session';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { AcceptInvitation } from '../identity/accept-invitation';
import { FindAndClaim } from './find-and-claim';
import { RegisterForm } from './register-form';
import styles from './join.module.css';
import { registryWords } from './words';

/** Three ways to one: it stands in the register, it is new, or somebody invited. */
export function Join() {
  const words = useWords(registryWords);
  const [isNew, setNew] = useState(false);
  return (
    <>
      <p>{words.joinWhy}</p>
      <Card>
        <h2 className={styles.way}>{words.find}</h2>
        <FindAndClaim />
      </Card>
      <Card>
        <h2 className={styles.way}>{words.register}</h2>
        <p className={styles.why}>{words.registerWhy}</p>
        {isNew ? (
          <RegisterForm onRegistered={(organization) => changeSession({ organization, organizationRole: 'OWNER' })} />
        ) : (
          <Button onClick={() => setNew(true)}>{words.register}</Button>
        )}
      </Card>
      <Card>
        <h2 className={styles.way}>{words.invited}</h2>
        <AcceptInvitation label={words.accept} hint={words.invitedHint} />
      </Card>
    </>
  );
}
