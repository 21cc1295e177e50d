import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { today } from '../app/business-day';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useWords } from '../app/language';
import { SendOrLeave } from '../contracts/send-or-leave';
import { Chips } from '../design/chips';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { SetOrganizationStatus, type Listed, type Status } from './documents';
import { NEXT_STATUS } from './next-status';
import { ToJudge } from './to-judge';
import { deskWords } from './words';

interface StatusDialogProps {
  readonly organization: Pick<Listed, 'id' | 'name' | 'status'>;
  readonly onSet: (status: Status) => void;
  readonly onClose: () => void;
}

/** From which day it is what, and why; what that means is said for each. Who has never been looked at is shown first. */
export function StatusDialog({ organization: { id, name, status }, onSet, onClose }: StatusDialogProps) {
  const words = useWords(deskWords);
  const keyOf = useKeyOf();
  const [{ fetching, error }, set] = useMutation(SetOrganizationStatus);
  const [next, setNext] = useState(NEXT_STATUS[status][0] ?? status);
  const [from, setFrom] = useState(today);
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const lacksReason = next !== 'ACTIVE' && reason.trim() === '';
  const lacksDay = from === '' || from > today();

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (lacksReason || lacksDay) return;
    const decision = { id, status: next, effectiveOn: from, reason: reason.trim() || null };
    const { data } = await set(decision, askingOnce(keyOf(decision)));
    if (data) onSet(next);
  };

  return (
    <Dialog title={name} onClose={onClose}>
      {status === 'PENDING' && <ToJudge organizationId={id} />}
      <form onSubmit={(event) => void send(event)} noValidate>
        <Chips
          name="status"
          label={words.become}
          chips={NEXT_STATUS[status].map((value) => ({ value, label: words.act(value, status) }))}
          chosen={[next]}
          onChoose={setNext}
        />
        <p>{words.means[next]}</p>
        <Field
          label={words.effectiveOn}
          hint={words.effectiveHint}
          type="date"
          max={today()}
          value={from}
          fault={hasTried && lacksDay ? words.wrongDay : undefined}
          onChange={({ target }) => setFrom(target.value)}
        />
        <Field
          label={next === 'ACTIVE' ? words.reasonIfAny : words.reason}
          hint={words.reasonHint}
          value={reason}
          maxLength={1000}
          fault={hasTried && lacksReason ? words.reasonNeeded : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <SendOrLeave label={words.act(next, status)} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
