import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { decimalOf, numberText, typedNumber } from '../app/amounts';
import { today } from '../app/business-day';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useLanguage, useWords } from '../app/language';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { RecordDelivery, type ContractLine } from './documents';
import { SendOrLeave } from './send-or-leave';
import { contractWords } from './words';

interface DeliveryDialogProps {
  readonly contractId: string;
  readonly line: ContractLine;
  readonly onRecorded: () => void;
  readonly onClose: () => void;
}

/** How much came, on which day, and how much of it was accepted: all of it, unless somebody says less. */
export function DeliveryDialog({ contractId, line, onRecorded, onClose }: DeliveryDialogProps) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const [{ fetching, error }, record] = useMutation(RecordDelivery);
  const keyOf = useKeyOf();
  const unitKg = Number(line.commodity.kgPerTradeUnit);
  const left = Math.max(0, Number(line.quantityKg) - Number(line.acceptedKg));
  const [day, setDay] = useState(today());
  const [came, setCame] = useState(left > 0 ? numberText(left / unitKg, language) : '');
  const [accepted, setAccepted] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [hasTried, setTried] = useState(false);
  const quantity = typedNumber(came, language);
  const acceptedText = accepted ?? came;
  const acceptedAmount = acceptedText.trim() === '0' ? 0 : typedNumber(acceptedText, language);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (quantity === null || acceptedAmount === null) return;
    const input = {
      contractId,
      lineId: line.id,
      deliveredOn: day,
      quantityKg: decimalOf(quantity * unitKg),
      acceptedKg: decimalOf(acceptedAmount * unitKg),
      note: note.trim() || null,
    };
    const { data } = await record({ input }, askingOnce(keyOf(input)));
    if (data) onRecorded();
  };

  return (
    <Dialog title={words.recordDelivery} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Field
          label={words.deliveredOn}
          type="date"
          max={today()}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <Field
          label={words.came(line.commodity.tradeUnit)}
          inputMode="decimal"
          value={came}
          fault={hasTried && quantity === null ? words.wrongNumber : undefined}
          onChange={({ target }) => setCame(target.value)}
        />
        <Field
          label={words.acceptedOf(line.commodity.tradeUnit)}
          inputMode="decimal"
          value={acceptedText}
          fault={hasTried && acceptedAmount === null ? words.wrongNumber : undefined}
          onChange={({ target }) => setAccepted(target.value)}
        />
        <Field label={words.note} value={note} maxLength={1000} onChange={({ target }) => setNote(target.value)} />
        <SendOrLeave label={words.record} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
