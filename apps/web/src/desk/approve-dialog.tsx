import type { SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useWords } from '../app/language';
import { SendOrLeave } from '../contracts/send-or-leave';
import { Dialog } from '../design/dialog';
import { Fact, Facts } from '../design/facts';
import { ApproveClaim, type WaitingClaim } from './documents';
import { deskWords } from './words';

interface ApproveDialogProps {
  readonly claim: WaitingClaim;
  readonly onGranted: () => void;
  readonly onClose: () => void;
}

/** What one gives away, said before it is given. */
export function ApproveDialog({ claim: { login, organization }, onGranted, onClose }: ApproveDialogProps) {
  const words = useWords(deskWords);
  const keyOf = useKeyOf();
  const [{ fetching, error }, approve] = useMutation(ApproveClaim);
  const grant = async (event: SubmitEvent) => {
    event.preventDefault();
    const claim = { organizationId: organization.id, login };
    const { data } = await approve(claim, askingOnce(keyOf(claim)));
    if (data) onGranted();
  };
  return (
    <Dialog title={words.grantTitle} onClose={onClose}>
      <form onSubmit={(event) => void grant(event)}>
        <Facts>
          <Fact term={words.who}>{login}</Fact>
          <Fact term={words.actsFor}>{organization.name}</Fact>
        </Facts>
        <p>{words.grantGives}</p>
        <p>{words.grantCheck}</p>
        <SendOrLeave label={words.grant} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
