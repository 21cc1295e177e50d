import { useMutation } from 'urql';
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
  const claim = { organizationId: organization.id, login };
  const isBusy = granting.fetching || refusing.fetching;
  const grant = async () => {
    const { data } = await approve(claim, askingOnce(keyOf(['grant', claim])));
    if (data) onDecided(words.granted(login, organization.name));
  };
  const turnDown = async () => {
    const { data } = await refuse(claim, askingOnce(keyOf(['refuse', claim])));
    if (data) onDecided(words.refused(login, organization.name));
  };
  return (
    <Dialog title={words.grantTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void grant();
        }}
      >
        <Facts>
          <Fact term={words.who}>{login}</Fact>
          <Fact term={words.actsFor}>{organization.name}</Fact>
        </Facts>
        <p>{words.grantGives}</p>
        <p>{words.grantCheck}</p>
        <p>{words.refuseMeans}</p>
        <SendOrLeave label={words.grant} isBusy={isBusy} error={refusing.error ?? granting.error} onLeave={onClose}>
          <Button disabled={isBusy} onClick={() => void turnDown()}>
            {words.refuse}
          </Button>
        </SendOrLeave>
      </form>
    </Dialog>
  );
}
