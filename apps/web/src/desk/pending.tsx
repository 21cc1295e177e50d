import { useState } from 'react';
import { useQuery } from 'urql';
import { useWords } from '../app/language';
import { PendingOrganizations, type Listed, type Status } from './documents';
import { StatusDialog } from './status-dialog';
import { WaitingCard, WaitingList } from './waiting-list';
import { deskWords } from './words';

/** Organizations that somebody has registered and nobody has looked at. */
export function Pending() {
  const words = useWords(deskWords);
  const [answer, ask] = useQuery({ query: PendingOrganizations, requestPolicy: 'cache-and-network' });
  const [chosen, choose] = useState<Listed>();
  const [decided, setDecided] = useState<{ readonly name: string; readonly status: Status }>();
  const askAgain = () => ask({ requestPolicy: 'network-only' });
  const close = () => choose(undefined);
  return (
    <>
      <WaitingList
        title={words.pending}
        none={words.noPending}
        told={decided && words.became(decided.name, decided.status)}
        list={answer.data?.organizations}
        answer={answer}
        onAskAgain={askAgain}
      >
        {answer.data?.organizations.nodes.map((organization) => (
          <WaitingCard
            key={organization.id}
            organization={organization}
            since={organization.createdAt}
            action={words.judge}
            onAct={() => choose(organization)}
          />
        ))}
      </WaitingList>
      {chosen && (
        <StatusDialog
          organization={chosen}
          onClose={close}
          onSet={(status) => {
            setDecided({ name: chosen.name, status });
            close();
            askAgain();
          }}
        />
      )}
    </>
  );
}
