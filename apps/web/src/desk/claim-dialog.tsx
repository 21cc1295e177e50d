import { useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useWords } from '../app/language';
import { SendOrLeave } from '../contracts/send-or-leave';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Fact, Facts } from '../design/facts';
import { ApproveClaim, RefuseClaim, type WaitingClaim } from './documents';
import { deskWords } from './words';

interface ClaimDialogProps {
  readonly claim: WaitingClaim;
  /** Told in words what became of it. */
  readonly onDecided: (told: string) => void;
  readonly onClose: () => void;
}

/** What one gives away, said before it is given, or refused. */
export function ClaimDialog({ claim: { login, organization }, onDecided, onClose }: ClaimDialogProps) {
  const words = useWords(deskWords);
  const keyOf = useKeyOf();
  const [granting, approve] = useMutation(ApproveClaim);
  const [refusing, refuse] = useMutation(RefuseClaim);
  const [error, setError] = useState<CombinedError>();
  const isBusy = granting.fetching || refusing.fetching;
  const claim = { organizationId: organization.id, login };
  const decide = async (carryOut: typeof approve | typeof refuse, told: string) => {
    const answer = await carryOut(claim, askingOnce(keyOf([told, claim])));
    if (answer.data) onDecided(told);
    else setError(answer.error);
  };
  return (
    <Dialog title={words.grantTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void decide(approve, words.granted(login, organization.name));
        }}
      >
        <Facts>
          <Fact term={words.who}>{login}</Fact>
          <Fact term={words.actsFor}>{organization.name}</Fact>
        </Facts>
        <p>{words.grantGives}</p>
        <p>{words.grantCheck}</p>
        <p>{words.refuseMeans}</p>
        <SendOrLeave label={words.grant} isBusy={isBusy} error={error} onLeave={onClose}>
          <Button disabled={isBusy} onClick={() => void decide(refuse, words.refused(login, organization.name))}>
            {words.refuse}
          </Button>
        </SendOrLeave>
      </form>
    </Dialog>
  );
}
