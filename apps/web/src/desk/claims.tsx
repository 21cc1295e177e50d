import { useState } from 'react';
import { useQuery } from 'urql';
import { useWords } from '../app/language';
import { ClaimDialog } from './claim-dialog';
import { WaitingClaims, type WaitingClaim } from './documents';
import { WaitingCard, WaitingList } from './waiting-list';
import { deskWords } from './words';

/** Who asks to act for an organization that has nobody. */
export function Claims() {
  const words = useWords(deskWords);
  const [answer, ask] = useQuery({ query: WaitingClaims, requestPolicy: 'cache-and-network' });
  const [chosen, choose] = useState<WaitingClaim>();
  const [told, tell] = useState<string>();
  const askAgain = () => ask({ requestPolicy: 'network-only' });
  const close = () => choose(undefined);
  return (
    <>
      <WaitingList
        title={words.claims}
        none={words.noClaims}
        told={told}
        list={answer.data?.claims}
        answer={answer}
        onAskAgain={askAgain}
      >
        {answer.data?.claims.nodes.map((claim) => (
          <WaitingCard
            key={`${claim.organization.id} ${claim.login}`}
            organization={claim.organization}
            since={claim.claimedAt}
            action={words.judge}
            onAct={() => choose(claim)}
          >
            <p>{words.asks(claim.login)}</p>
          </WaitingCard>
        ))}
      </WaitingList>
      {chosen && (
        <ClaimDialog
          claim={chosen}
          onClose={close}
          onDecided={(decided) => {
            tell(decided);
            close();
            askAgain();
          }}
        />
      )}
    </>
  );
}
