import { useState } from 'react';
import { useQuery } from 'urql';
import { useWords } from '../app/language';
import { ApproveDialog } from './approve-dialog';
import { WaitingClaims, type WaitingClaim } from './documents';
import { WaitingCard, WaitingList } from './waiting-list';
import { deskWords } from './words';

/** Who asks to act for an organization that has nobody. */
export function Claims() {
  const words = useWords(deskWords);
  const [answer, ask] = useQuery({ query: WaitingClaims, requestPolicy: 'cache-and-network' });
  const [chosen, choose] = useState<WaitingClaim>();
  const [granted, setGranted] = useState<WaitingClaim>();
  const askAgain = () => ask({ requestPolicy: 'network-only' });
  const close = () => choose(undefined);
  return (
    <>
      <WaitingList
        title={words.claims}
        none={words.noClaims}
        told={granted && words.granted(granted.login, granted.organization.name)}
        list={answer.data?.claims}
        answer={answer}
        onAskAgain={askAgain}
      >
        {answer.data?.claims.nodes.map((claim) => (
          <WaitingCard
            key={`${claim.organization.id} ${claim.login}`}
            organization={claim.organization}
            since={claim.claimedAt}
            action={words.grant}
            onAct={() => choose(claim)}
          >
            <p>{words.asks(claim.login)}</p>
          </WaitingCard>
        ))}
      </WaitingList>
      {chosen && (
        <ApproveDialog
          claim={chosen}
          onClose={close}
          onGranted={() => {
            setGranted(chosen);
            close();
            askAgain();
          }}
        />
      )}
    </>
  );
}
