import { useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { askingOnce } from '../app/client';
import { useWords } from '../app/language';
import { useMayTrade } from '../app/session';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { Foot } from '../design/foot';
import { Notice } from '../design/notice';
import { CounterDialog } from './counter-dialog';
import { DeclineContract, SignContract, waitsFor, WithdrawContract, type Contract } from './documents';
import { useSeen } from './seen';
import { contractWords } from './words';

interface AnswerProps {
  readonly contract: Contract;
  readonly organizationId: string;
  readonly onAnswered: () => void;
}

/** What one may do now: sign what was read to its end, offer otherwise, decline what another offered, withdraw what one offered oneself. */
export function Answer({ contract, organizationId, onAnswered }: AnswerProps) {
  const words = useWords(contractWords);
  const [end, hasSeen] = useSeen();
  const [asked, setAsked] = useState<'SIGN' | 'COUNTER' | 'DECLINE' | 'WITHDRAW' | null>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<CombinedError>();
  const [signing, sign] = useMutation(SignContract);
  const [declining, decline] = useMutation(DeclineContract);
  const [withdrawing, withdraw] = useMutation(WithdrawContract);
  const { id, version, status, versions } = contract;
  const isMine = versions.find((one) => one.version === version)?.offeredBy.id === organizationId;
  const isParty = contract.parties.some(({ organization }) => organization.id === organizationId);
  const isWaitedFor = waitsFor(contract, organizationId);
  const mayTrade = useMayTrade();
  const mayAnswer = mayTrade && isParty && status === 'OFFERED';
  const isBusy = signing.fetching || declining.fetching || withdrawing.fetching;

  const answered = (result: { readonly error?: CombinedError | undefined }) => {
    setAsked(null);
    setError(result.error);
    onAnswered();
  };
  // One key for one version: a signature that is sent again is the same one.
  const signIt = () => sign({ id, expectedVersion: version }, askingOnce(`sign-${id}-${version}`)).then(answered);

  return (
    <>
      <span ref={end} />
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
      {status === 'SIGNED' && <Notice kind="good" icon="check" title={words.signedNow} />}
      {status === 'OFFERED' && isParty && !isWaitedFor && <Notice kind="good" icon="clock" title={words.signedHalf} />}
      {isWaitedFor && !mayTrade && <Notice kind="warn" icon="clock" title={words.waitsForTraders} />}
      {isWaitedFor && mayTrade && (
        <Foot>
          <Button kind="primary" disabled={!hasSeen || isBusy} onClick={() => setAsked('SIGN')}>
            {hasSeen ? words.sign : words.readFirst}
          </Button>
        </Foot>
      )}
      {mayAnswer && (
        <Button disabled={isBusy} onClick={() => setAsked('COUNTER')}>
          {words.counter}
        </Button>
      )}
      {mayAnswer && (
        <Button kind="quiet" disabled={isBusy} onClick={() => setAsked(isMine ? 'WITHDRAW' : 'DECLINE')}>
          {isMine ? words.withdraw : words.decline}
        </Button>
      )}
      {asked === 'SIGN' && (
        <Dialog title={words.sign} onClose={() => setAsked(null)}>
          <p>{words.signWhat}</p>
          <Button kind="primary" disabled={isBusy} onClick={() => void signIt()}>
            {words.sign}
          </Button>
          <Button onClick={() => setAsked(null)}>{words.leaveIt}</Button>
        </Dialog>
      )}
      {asked === 'COUNTER' && (
        <CounterDialog contract={contract} onCountered={() => answered({})} onClose={() => setAsked(null)} />
      )}
      {asked === 'DECLINE' && (
        <Dialog title={words.declineSure} onClose={() => setAsked(null)}>
          <Field
            label={words.declineWhy}
            value={reason}
            maxLength={1000}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button
            kind="primary"
            disabled={isBusy || reason.trim() === ''}
            onClick={() => void decline({ id, reason }).then(answered)}
          >
            {words.decline}
          </Button>
          <Button onClick={() => setAsked(null)}>{words.leaveIt}</Button>
        </Dialog>
      )}
      {asked === 'WITHDRAW' && (
        <Dialog title={words.withdrawSure} onClose={() => setAsked(null)}>
          <Button kind="primary" disabled={isBusy} onClick={() => void withdraw({ id }).then(answered)}>
            {words.withdraw}
          </Button>
          <Button onClick={() => setAsked(null)}>{words.leaveIt}</Button>
        </Dialog>
      )}
    </>
  );
}
