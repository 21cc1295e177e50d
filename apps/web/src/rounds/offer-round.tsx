import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { addDays, today } from '../app/business-day';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useWords } from '../app/language';
import { useOnline } from '../app/network';
import { buyingRoles } from '../contracts/buying-roles';
import type { Contract } from '../contracts/documents';
import { SendOrLeave } from '../contracts/send-or-leave';
import { contractWords } from '../contracts/words';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { Select } from '../design/select';
import { OfferFromRound, type Allocation } from './documents';
import { roundWords } from './words';

/** Long enough for what is open now to be delivered. */
const CONTRACT_DAYS = 90;

interface OfferRoundProps {
  readonly roundId: string;
  /** One of one's own, by which is said what buyers do with the goods. */
  readonly example: Allocation;
}

/** What a round allots to or of one's own organization, offered to all of the other sides at once. */
export function OfferRound({ roundId, example }: OfferRoundProps) {
  const words = useWords(roundWords);
  const isOnline = useOnline();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" disabled={!isOnline} onClick={() => setOpen(true)}>
        {words.offer}
      </Button>
      {isOpen && <OfferForm roundId={roundId} example={example} onClose={() => setOpen(false)} />}
    </>
  );
}

function OfferForm({ roundId, example, onClose }: OfferRoundProps & { readonly onClose: () => void }) {
  const words = useWords(roundWords);
  const contracts = useWords(contractWords);
  const navigate = useNavigate();
  const keyOf = useKeyOf();
  const [{ fetching, error }, offer] = useMutation(OfferFromRound);
  const [form, setForm] = useState<Contract['form']>('PRODUCTION');
  const [from, setFrom] = useState(today());
  const [to, setTo] = useState(addDays(today(), CONTRACT_DAYS));

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const { chainRoles } = example.demand.buyer;
    const input = { roundId, form, buyerRoles: buyingRoles(chainRoles), startsOn: from, endsOn: to };
    const { data } = await offer({ input }, askingOnce(keyOf(input)));
    if (data) await navigate({ to: '/contracts' });
  };

  return (
    <Dialog title={words.offer} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <p>{words.offerAll}</p>
        <Field label={contracts.from} type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
        <Field label={contracts.to} type="date" value={to} onChange={({ target }) => setTo(target.value)} />
        <Select
          label={`${contracts.formLabel}. ${contracts.formHint}`}
          value={form}
          onChange={(chosen) => setForm(chosen as Contract['form'])}
          options={Object.entries(contracts.form).map(([value, label]) => ({ value, label }))}
        />
        <SendOrLeave label={contracts.send} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
